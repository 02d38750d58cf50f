import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { valueAt } from "./standing-settings.ts";
import type { Keys } from "./write-settings.ts";

/** A file's text; null where there is none. Throws as the file system does. */
export function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function keysOf(given: unknown, desk: string): Keys {
  const desks = valueAt(given, "desks");
  return Array.isArray(desks) ? ["desks", desks.findIndex((one: unknown) => valueAt(one, "id") === desk)] : [];
}

/** Where a desk's settings stand in the text of a settings file, by the keys that lead there. */
export function placeOf(text: string, desk: string): Keys {
  return keysOf(parseDocument(text).toJS(), desk);
}

/** What the text of a settings file says of one desk. */
export function partOf(text: string, desk: string): unknown {
  const given: unknown = parseDocument(text).toJS();
  return keysOf(given, desk).reduce<unknown>((value, key) => valueAt(value, String(key)), given);
}
