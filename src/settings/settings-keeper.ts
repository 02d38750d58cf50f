import type { Person } from "../interaction/customer.ts";
import type { SettingsFault } from "./faults.ts";

/** One setting as a person may read it. */
export interface ShownSetting {
  /** Its path in the settings file, e.g. `ask.delay`; of a list the whole list. */
  readonly path: string;
  /** As it would stand in the settings file: `5m`, not its milliseconds. */
  readonly value: unknown;
  /** Where the value comes from. */
  readonly source: "file" | "default";
}

/** The paths of those settings that stand in the file. */
export function pathsInFile(settings: readonly ShownSetting[]): ReadonlySet<string> {
  return new Set(settings.filter(({ source }) => source === "file").map(({ path }) => path));
}

/** What somebody wants a setting to be; without a value its default. */
export interface SettingEdit {
  readonly path: string;
  readonly value?: unknown;
}

/** What became of a wish to change settings. */
export type SettingsChange =
  | {
      readonly kind: "changed";
      /** Paths of those that take effect at the next start only. */
      readonly atNextStart: readonly string[];
    }
  /** Nothing was changed: every fault, as at a start. */
  | { readonly kind: "faulty"; readonly faults: readonly SettingsFault[] }
  /** Nothing was changed, in a sentence with the remedy: they may not, or the file cannot be written or has moved under them. */
  | { readonly kind: "refused"; readonly text: string };

/**
 * The settings of the desks as people change them: checked as at a start, written into the settings file with its comments kept, in
 * force at once where that can be, and told in the audit log. Made on a page, in a chat or in the file they are the same settings.
 *
 * @example
 * const change = await settings.change(deskId, [{ path: "ask.delay", value: "10m" }], { by, via: "page" });
 */
export interface SettingsKeeper {
  /** Every setting of the desk, its platforms' sections too, in the order of the README's table. */
  list(desk: string): readonly ShownSetting[];
  change(
    desk: string,
    edits: readonly SettingEdit[],
    how: { readonly by: Person; readonly via: "page" | "chat" | "cli" },
  ): Promise<SettingsChange>;
  /** Puts in force what was changed in the file by hand, as happens each minute by itself. Never rejects. */
  look(): Promise<void>;
}
