import { type Document, isMap, isScalar, parseDocument, YAMLMap } from "yaml";
import type { SettingEdit } from "../src/settings/settings-keeper.ts";

/** What a settings file begins with where there was none. */
const HEADING =
  " Settings of Empty Chair. Everything else has its default; the README's table has what can be set here.\n Change it here, by emptychair init, at /settings, or in chat: it is one and the same.";

/** Takes away what no longer holds anything, from the inside out. */
function deletePath(document: Document, keys: readonly (string | number)[]): void {
  document.deleteIn(keys);
  const parent = keys.slice(0, -1);
  const left = parent.length === 0 ? null : document.getIn(parent);
  if (isMap(left) && left.items.length === 0) deletePath(document, parent);
}

/** The text of a settings file with the edits in it and its comments kept. Throws where the text is no YAML. */
export function editedYaml(text: string, edits: readonly SettingEdit[]): string {
  const document = parseDocument(text) as Document;
  const [broken] = (document as ReturnType<typeof parseDocument>).errors;
  if (broken) throw broken;
  if (!isMap(document.contents)) {
    document.contents = new YAMLMap() as typeof document.contents;
    if (text.trim() === "") document.commentBefore = HEADING;
  }
  const base = document.has("desks") ? ["desks", 0] : [];
  for (const { path, value } of edits) {
    const keys = [...base, ...path.split(".")];
    if (value === undefined) {
      if (document.hasIn(keys)) deletePath(document, keys);
      continue;
    }
    for (let depth = base.length + 1; depth < keys.length; depth += 1)
      if (!isMap(document.getIn(keys.slice(0, depth)))) document.setIn(keys.slice(0, depth), new YAMLMap());
    const old = document.getIn(keys, true);
    if (isScalar(old) && typeof value === "string") old.value = value;
    else document.setIn(keys, document.createNode(value, { flow: true }));
  }
  return document.toString({ lineWidth: 120 });
}
