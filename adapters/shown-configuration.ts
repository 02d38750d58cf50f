import type { SettingShape } from "./setting-shapes.ts";

/** An environment variable as people may see it. */
export interface ShownVariable {
  readonly name: string;
  /** Null where it is unset, or not to be shown. */
  readonly value: string | null;
  readonly isSet: boolean;
}

/** What a page of settings shows beside their values. */
export interface ShownConfiguration {
  /** The settings file; absolute. */
  readonly file: string;
  readonly shapes: readonly SettingShape[];
  readonly variables: readonly ShownVariable[];
}
