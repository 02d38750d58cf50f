import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { SettingEdit, ShownSetting } from "../../../../src/settings/settings-keeper.ts";
import type { SettingShape, Shape } from "../../../setting-shapes.ts";
import type { FormFields } from "../../read-fields.ts";

/** With what a setting is changed. */
export type ControlKind = "flag" | "choice" | "number" | "text" | "lines" | "themes" | "pairs" | "rows";

/** The control that fits what may stand there. */
export function controlOf({ type, enum: words, items, additionalProperties }: Shape): ControlKind {
  if (type === "boolean") return "flag";
  if (words !== undefined) return "choice";
  if (type === "integer" || type === "number") return "number";
  if (type === "array") return items?.properties === undefined ? "lines" : "rows";
  if (type !== "object") return "text";
  return additionalProperties && additionalProperties.type === "array" ? "themes" : "pairs";
}

/** Name of the field of one part of an entry in a list. */
export function partName(row: number, part: string): string {
  return `row-${row}-${part}`;
}

/** The most entries of a list that a form may have. */
const MOST_ROWS = 200;

function linesIn(typed: string): string[] {
  const lines = typed.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "");
}

function wordsIn(typed: string): string[] {
  const words = typed.split(",").map((word) => word.trim());
  return words.filter((word) => word !== "");
}

/** A number where one was typed; else what was typed, so that the fault shows it. */
function numberIn(typed: string): number | string {
  return /^-?\d{1,15}$/.test(typed) ? Number(typed) : typed;
}

function themesIn(typed: string): Readonly<Record<string, readonly string[]>> {
  const themes = linesIn(typed).map((line) => {
    const [theme = "", ...words] = line.split(":");
    return [theme.trim(), wordsIn(words.join(":"))] as const;
  });
  return Object.fromEntries(themes);
}

/** A key and its value on each line; the key may have colons of its own. */
function pairsIn(typed: string): Readonly<Record<string, string>> {
  const pairs = linesIn(typed).map((line) => {
    const at = line.lastIndexOf(":");
    return at === -1 ? ([line, ""] as const) : ([line.slice(0, at).trim(), line.slice(at + 1).trim()] as const);
  });
  return Object.fromEntries(pairs);
}

function partValue(shape: Shape, typed: string): unknown {
  if (shape.type === "boolean") return typed === "true" ? true : undefined;
  if (shape.type === "array") return typed === "" ? undefined : wordsIn(typed);
  if (typed === "") return undefined;
  return shape.type === "integer" ? numberIn(typed) : typed;
}

/** The entries of which anything was typed. */
function rowsIn({ items }: Shape, text: FormFields): Readonly<Record<string, unknown>>[] {
  const parts = Object.entries(items?.properties ?? {});
  const count = Math.min(Number(text("rows")) || 0, MOST_ROWS);
  const rows = Array.from({ length: count }, (_, row) => {
    const values = parts.map(([part, shape]) => [part, partValue(shape, text(partName(row, part)))] as const);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  });
  return rows.filter((row) => Object.keys(row).length > 0);
}

/** What was typed for a setting, as it would stand in the settings file. */
export function typedValue({ shape, normal }: SettingShape, text: FormFields): unknown {
  const typed = text("value");
  switch (controlOf(shape)) {
    case "flag":
      return typed === "true";
    case "number":
      return numberIn(typed);
    case "lines":
      return typed === "" && normal === undefined ? undefined : linesIn(typed);
    case "themes":
      return themesIn(typed);
    case "pairs":
      return pairsIn(typed);
    case "rows":
      return rowsIn(shape, text);
    default:
      return typed === "" && normal === undefined ? undefined : typed;
  }
}

/** By what a form knows the value over which it was opened: two who change one setting at once are told by it. */
export function stampOf(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** Whether the setting has become another one since the form was opened. */
export function hasMoved({ value }: ShownSetting, text: FormFields): boolean {
  const opened = text("was");
  return opened !== "" && opened !== stampOf(value);
}

/** The change that a form asks for; null where it leaves the setting as it is. */
export function editIn(setting: SettingShape, shown: ShownSetting, text: FormFields): SettingEdit | null {
  const { path } = setting;
  if (text("act") === "reset") return shown.source === "file" ? { path } : null;
  const value = typedValue(setting, text);
  return isDeepStrictEqual(value, shown.value) ? null : { path, value };
}
