import type { z } from "zod";

/** One thing wrong in the settings: where, what stands there, what may. */
export interface SettingsFault {
  readonly path: string;
  readonly found: string;
  readonly allowed: string;
  /** What to do about it, where that is something else than mending or removing the value. */
  readonly remedy?: string;
}

/** What is allowed where a setting is none. */
export const KNOWN_ONES = "only the settings in the table of the README";

/** A value as it is told of, in one line. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number") return String(value);
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return "a value that cannot be shown";
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** What a schema complained of in the input, in our words. */
export function faultsOf(input: unknown, issue: z.core.$ZodIssue): SettingsFault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join("."),
      found: shown(valueAt(input, [...issue.path, key])),
      allowed: KNOWN_ONES,
    }));
  }
  return [
    { path: issue.path.join(".") || "(whole file)", found: shown(valueAt(input, issue.path)), allowed: issue.message },
  ];
}
