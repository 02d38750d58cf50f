import type { ThemeFinder } from "./digest/themes.ts";
import type { Settings } from "./settings.ts";

/** The id of the desk there is where the settings name none. */
export const DEFAULT_DESK = "default";

/** Whose work it is: one team with its settings, its channels and its digest. */
export interface Desk {
  readonly id: string;
  readonly settings: Settings;
  readonly themes: ThemeFinder;
  /** Addresses of its team channels as they are known now, e.g. `web:team`. */
  teamLanes(): readonly string[];
}

/** Every desk that the program serves. */
export interface Desks {
  /** In the order of the settings. */
  readonly all: readonly Desk[];
  /** The only one, or the one that is meant where none is named. */
  readonly first: Desk;
  /** The desk with the id; undefined where there is none. */
  get(id: string): Desk | undefined;
}

/** The desks by id. No two have the same: the settings are held to that. */
export function createDesks(first: Desk, ...others: readonly Desk[]): Desks {
  const all = [first, ...others];
  const byId = new Map(all.map((desk) => [desk.id, desk]));
  return { all, first, get: (id) => byId.get(id) };
}
