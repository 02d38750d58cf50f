import { join } from "node:path";
import { DEFAULT_DESK } from "../../../src/desk.ts";
import type { Entry } from "../../../src/interaction/transcript.ts";
import type { SearchWanted } from "../../../src/search/finding.ts";
import { readQuery } from "../../../src/search/query.ts";
import { openStore } from "../../compose.ts";
import { benchEntries } from "../../database/bench-saves.ts";
import { connect } from "../../database/sqlite-connection.ts";
import { createWriter, fillSearch, wordOf } from "./fill-search.ts";
import { median } from "./measured.ts";

const REPETITIONS = 21;
const PAGE = 21;
/** Enough that their words are indexed once meanwhile. */
const SAVES = 600;

/** One search as it was measured, milliseconds. */
export interface SearchMeasured {
  readonly first: number;
  readonly median: number;
  readonly rows: number;
}

/** What is searched for: the words, the filters, and the words in the language of the index. */
const SEARCHES: Readonly<Record<string, readonly [typed: string, bare: string, more?: Partial<SearchWanted>]>> = {
  frequentWord: [wordOf(1), wordOf(1)],
  usualWord: [wordOf(150), wordOf(150)],
  rareWord: [wordOf(15_000), wordOf(15_000)],
  twoWords: [`${wordOf(20)} ${wordOf(700)}`, `${wordOf(20)} ${wordOf(700)}`],
  phrase: [`"${wordOf(1)} ${wordOf(9)}"`, `"${wordOf(1)} ${wordOf(9)}"`],
  beginning: ["w1a*", "w1a *"],
  ofAProduct: [wordOf(150), wordOf(150), { product: "app" }],
  ofARareProduct: [wordOf(1), wordOf(1), { product: "rare" }],
  ofAnAgent: [wordOf(150), wordOf(150), { agent: "bench:agent" }],
  ofARareBand: [wordOf(1), wordOf(1), { band: "detractor" }],
  ofNoProduct: [wordOf(1), wordOf(1), { product: "nobody" }],
  ofNoAgent: [wordOf(1), wordOf(1), { agent: "bench:nobody" }],
  ofNoBand: [wordOf(1), wordOf(1), { band: "passive" }],
  ofAnOldWeek: [wordOf(1), wordOf(1), { from: Date.UTC(2025, 0, 1), to: Date.UTC(2025, 0, 8) }],
  ofAPerson: [wordOf(1), wordOf(1), { customerIds: ["c7"] }],
};

async function measured(work: () => Promise<number> | number): Promise<SearchMeasured> {
  const times: number[] = [];
  let rows = 0;
  for (let done = 0; done <= REPETITIONS; done += 1) {
    const before = performance.now();
    rows = await work();
    times.push(performance.now() - before);
  }
  const rounded = (ms: number) => Number(ms.toPrecision(3));
  return { first: rounded(times[0] ?? 0), median: rounded(median(times.slice(1))), rows };
}

/** How long the searches take at a desk with so many entries, through the store and by a bare full-text table with their texts. */
export async function measureSearches(path: string, entries: number) {
  await fillSearch(path, entries);
  const store = await openStore(path);
  const connection = connect(path);
  const bare = connection.prepare<[string], { text: string }>(
    `SELECT text FROM bare WHERE bare MATCH ? ORDER BY rowid DESC LIMIT ${PAGE}`,
  );
  const found: Record<string, { readonly search: SearchMeasured; readonly bare: SearchMeasured }> = {};
  try {
    for (const [name, [typed, match, more]] of Object.entries(SEARCHES)) {
      const wanted = { query: readQuery(typed), limit: PAGE, ...more };
      const search = await measured(async () => (await store.at(DEFAULT_DESK).search(wanted)).length);
      found[name] = { search, bare: await measured(() => bare.all(match).length) };
    }
  } finally {
    connection.close();
    await store.close();
  }
  return found;
}

function entryOf(index: number, text: string): Entry {
  const unknown = { address: null, name: null, attachments: [], editedAt: null, deletedAt: null, history: [] };
  const place = { id: `e${index}`, version: 0, interactionId: "t0", position: 100 + index };
  return { ...place, author: "customer", text, at: Date.UTC(2026, 0, 1) + index * 1_000, ...unknown };
}

/** Milliseconds that saving one entry takes, one after the other and by turns: with the index, and in a database that has none; each with so many entries before. */
export async function measureIndexing(folder: string, entries: number) {
  const paths = ["with.db", "without.db"].map((name) => join(folder, name));
  for (const path of paths) await fillSearch(path, entries);
  const [, without = ""] = paths;
  const connection = connect(without);
  connection.exec("DROP TRIGGER entry_is_found");
  connection.close();
  const stores = await Promise.all(paths.map((path) => openStore(path)));
  const writing = createWriter(2);
  const saved = Array.from({ length: SAVES }, (_, index) => entryOf(index, writing()));
  const times = await benchEntries(stores, saved);
  for (const store of stores) await store.close();
  const [indexed = 0, bare = 0] = times.map((ms) => Number(ms.toPrecision(3)));
  return { indexed, bare };
}
