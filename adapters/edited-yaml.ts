import { parseDocument } from "yaml";
import type { SettingEdit } from "../src/settings/settings-keeper.ts";
import { valueAt } from "./standing-settings.ts";
import { editText } from "./write-settings.ts";

/** What a settings file begins with where there was none. */
const HEADING = `# Settings of Empty Chair. Everything else has its default; the README's table has what can be set here.
# Change it here, by emptychair init, at the desk or in chat: it is one and the same.

`;

/** The text of a settings file with the edits in it, those of the first desk where there are several, and its comments kept. Throws where that cannot be. */
export function editedYaml(text: string, edits: readonly SettingEdit[]): string {
  const place = Array.isArray(valueAt(parseDocument(text).toJS(), "desks")) ? ["desks", 0] : [];
  let made = text.trim() === "" ? HEADING : text;
  for (const { path, value } of edits) {
    const edited = editText(made, { keys: [...place, ...path.split(".")], value });
    if (edited === null) throw new Error(`${path} stands in the file in a way that only a person can change. Mend it.`);
    made = edited;
  }
  return made;
}
