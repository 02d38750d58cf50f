import { readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import { type DeskConfigs, readDesks, type SectionSchemas, settingsFileSchema } from "../src/desk-config.ts";
import { KNOWN_ONES, type SettingsFault } from "../src/settings/faults.ts";
import { unheededIn } from "../src/settings/unheeded.ts";
import { type ConfigFault, shownSafely } from "./fault.ts";
import { nearestSetting } from "./known-settings.ts";
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
    const remedy = "Check its path and permissions.";
    const line = `Cannot read ${file} (${code}). ${remedy}`;
    const found = `it cannot be read (${code})`;
    return { faults: [{ where: file, found, allowed: "a readable YAML file", remedy, line }] };
  }
}

/** A parser's sentence as a part of ours. */
function asPart(sentence: string): string {
  const text = sentence
    .replace(/\s+/g, " ")
    .replace(/[.:]\s*$/, "")
    .replace("All mapping items must", "all keys must")
    .replace("Map keys must be unique", "this key stands there twice");
  return /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

function parseYaml(text: string, file: string): OrFaults<{ readonly value: unknown }> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { prettyErrors: false, lineCounter });
  const faults = document.errors.map((error) => {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    const where = `${file}:${line}:${col}`;
    const found = shownSafely("", asPart(error.message));
    const said = `${where} is not valid YAML: ${found}.`;
    return { where, found, allowed: "YAML", remedy: "Fix that line.", line: said };
  });
  if (faults.length > 0) return { faults };
  try {
    return { value: document.toJS() };
  } catch (error) {
    return { faults: [{ where: file, found: (error as Error).message, allowed: "YAML", remedy: "Fix the file." }] };
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

const REMEDY = "Fix it, or remove it for the default.";

/** What a setting that is none was meant to be. */
function unknownSetting(file: string, path: string, sections: SectionSchemas): Pick<ConfigFault, "remedy" | "line"> {
  const near = nearestSetting(settingsFileSchema(sections), path);
  const remedy = near === null ? "Remove it; the README's table has those there are." : `Did you mean ${near}?`;
  return { remedy, line: `Unknown setting ${path} in ${file}. ${remedy}` };
}

function faultIn(file: string, fault: SettingsFault, sections: SectionSchemas): ConfigFault {
  const { path, found, allowed, remedy = REMEDY } = fault;
  const told = { where: `${path} in ${file}`, found: shownSafely(path, found), allowed, remedy };
  return allowed === KNOWN_ONES ? { ...told, ...unknownSetting(file, path, sections) } : told;
}

/** Reads a settings file with its platforms' sections. Where it does not exist every setting has its default, unless it `mustExist`. */
export function readSettingsFile(
  file: string,
  mustExist: boolean,
  platforms: readonly Platform[],
): OrFaults<SettingsFile> {
  const read = fileText(file);
  if ("faults" in read) return read;
  if (read.text === null && mustExist) {
    const remedy = "Fix EMPTYCHAIR_SETTINGS, or unset it for the defaults.";
    return { faults: [{ where: file, found: "no such file", allowed: "a readable YAML file", remedy }] };
  }
  return readSettingsText(read.text ?? "", file, platforms);
}

/** Reads a text as the settings file that it is to be. */
export function readSettingsText(text: string, file: string, platforms: readonly Platform[]): OrFaults<SettingsFile> {
  const parsed = parseYaml(text, file);
  if ("faults" in parsed) return parsed;
  const sections = sectionsOf(platforms);
  const result = readDesks(parsed.value, sections);
  if ("desks" in result) return { desks: result.desks, unheeded: unheededIn(parsed.value) };
  return { faults: result.faults.map((fault) => faultIn(file, fault, sections)) };
}
