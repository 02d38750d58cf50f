import { createHash } from "node:crypto";
import { botOver, webAlone } from "../../adapters/compose.ts";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { type ComposeBot, fillQuarter } from "../../adapters/demo/fill.ts";
import type { Quarter } from "../../adapters/demo/quarter.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Thresholds } from "../../src/digest/thresholds.ts";
import type { Reader, Store } from "../../src/ports.ts";
import type { Table } from "../../src/rows.ts";
import { rememberingLog } from "../world.ts";

/** Saturday 2026-11-21, 21:00 in Berlin. */
export const SATURDAY = Date.parse("2026-11-21T20:00:00Z");

const TABLES = [
  "customer",
  "identity",
  "interaction",
  "entry",
  "resolution",
  "survey",
  "response",
  "revision",
  "case",
  "post",
  "receipt",
  "shift",
  "appointment",
  "sitting",
  "lesson",
] as const satisfies readonly Table[];

export interface Played {
  readonly store: Reader;
  readonly allDesks: Store;
  readonly quarter: Quarter;
  /** What the program complained about. */
  readonly faults: readonly string[];
}

export interface PlayedQuarter {
  readonly interactions: number;
  readonly seed?: string;
  readonly now?: number;
  /** None are found where there are none. */
  readonly thresholds?: Thresholds;
}

/** A quarter played into a store in memory. */
export async function played(given: PlayedQuarter): Promise<Played> {
  const store = createMemoryStore();
  const log = rememberingLog();
  const { thresholds } = given;
  const composeBot: ComposeBot = (settings, own) =>
    botOver(webAlone(settings), store, { ...own, log, ...(thresholds && { thresholds }) });
  const quarter = await fillQuarter({ store, log, composeBot, now: SATURDAY, ...given });
  return { store: store.at(DEFAULT_DESK), allDesks: store, quarter, faults: log.faults };
}

/** One hash over every row of every table. */
export async function digestOf(store: Reader): Promise<string> {
  const hash = createHash("sha256");
  for (const table of TABLES) hash.update(JSON.stringify(await store.list(table, {})));
  return hash.digest("hex");
}

/** The items by what `keyOf` says of them, in order. */
export function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
