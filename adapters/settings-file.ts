import { readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import { type DeskConfigs, readDesks, type SectionSchemas } from "../src/desk-config.ts";
import { unheededIn } from "../src/settings/unheeded.ts";
import { type ConfigFault, shownSafely } from "./fault.ts";
import type { Platform } from "./platform.ts";

/** What was read, or why it cannot be. */
type OrFaults<T> = T | { readonly faults: ConfigFault[] };

/** The file's text; null where it does not exist. */
function fileText(file: string): OrFaults<{ readonly text: string | null }> {
  try {
    return { text: readFileSync(file, "utf8") };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return { text: null };
    const remedy = "Mend the path or its rights, or name another file in EMPTYCHAIR_SETTINGS.";
    return { faults: [{ where: file, found: `it cannot be read (${code})`, allowed: "a readable YAML file", remedy }] };
  }
}

function parseYaml(text: string, file: string): OrFaults<{ readonly value: unknown }> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { prettyErrors: false, lineCounter });
  const faults = document.errors.map((error) => {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    const found = shownSafely("", error.message.replace(/\s+/g, " "));
    return { where: `${file}, line ${line}, column ${col}`, found, allowed: "YAML", remedy: "Mend that line." };
  });
  if (faults.length > 0) return { faults };
  try {
    return { value: document.toJS() };
  } catch (error) {
    return { faults: [{ where: file, found: (error as Error).message, allowed: "YAML", remedy: "Mend the file." }] };
  }
}

/** The schemas of the platforms' sections, by their key in the file. */
export function sectionsOf(platforms: readonly Platform[]): SectionSchemas {
  return Object.fromEntries(platforms.map(({ name, section }) => [name, section]));
}

/** What a settings file says. */
export interface SettingsFile {
  readonly desks: DeskConfigs;
  /** Paths of the settings in it that nothing heeds yet. */
  readonly unheeded: readonly string[];
}

const REMEDY = "Mend it, or remove it for the default.";

/** Reads a settings file with its platforms' sections. Where it does not exist every setting has its default, unless it `mustExist`. */
export function readSettingsFile(
  file: string,
  mustExist: boolean,
  platforms: readonly Platform[],
): OrFaults<SettingsFile> {
  const read = fileText(file);
  if ("faults" in read) return read;
  if (read.text === null && mustExist) {
    const remedy = "Mend EMPTYCHAIR_SETTINGS, or unset it for the defaults.";
    return { faults: [{ where: file, found: "no such file", allowed: "a readable YAML file", remedy }] };
  }
  const parsed = parseYaml(read.text ?? "", file);
  if ("faults" in parsed) return parsed;
  const result = readDesks(parsed.value, sectionsOf(platforms));
  if ("desks" in result) return { desks: result.desks, unheeded: unheededIn(parsed.value) };
  return {
    faults: result.faults.map(({ path, found, allowed, remedy = REMEDY }) => ({
      ...{ where: `${path} in ${file}`, found: shownSafely(path, found), allowed, remedy },
    })),
  };
}
