import { hashOf } from "../src/hash.ts";
import { shown } from "../src/settings/faults.ts";
import type { StandingSettings } from "../src/settings-events.ts";
import { shownSafely } from "./fault.ts";
import type { SettingShape } from "./setting-shapes.ts";

const MARK = 16;

/** The value at a path in what a desk's part of the file says; undefined where it says nothing there. */
export function valueAt(given: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    const isGroup = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return isGroup ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  }, given);
}

/** Addresses of programs may hold their secrets, so webhooks are told by their ids. */
function tellable(path: string, value: unknown): string {
  if (path !== "webhooks" || !Array.isArray(value)) return shownSafely(path, shown(value));
  return shown(value.map((one: unknown) => valueAt(one, "id")));
}

/** What the audit log may know of the settings that stand in a desk's part of the file. */
export async function standingOf(given: unknown, shapes: readonly SettingShape[]): Promise<StandingSettings> {
  const standing: Record<string, StandingSettings[string]> = {};
  for (const { path } of shapes) {
    const value = valueAt(given, path);
    if (value === undefined) continue;
    standing[path] = { mark: (await hashOf(JSON.stringify(value))).slice(0, MARK), shown: tellable(path, value) };
  }
  return standing;
}
