import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { measureIndexing, measureSearches } from "./bench/measure-search.ts";
import { ratio } from "./bench/measured.ts";

/** Measures search over so many entries against a bare full-text query of the same texts, and what the index costs a save; the folder is an empty one on the disk to be measured. */
export async function benchSearch(folder: string, entries: number) {
  mkdirSync(folder);
  const searches = await measureSearches(join(folder, "search.db"), entries);
  const save = await measureIndexing(folder, Math.min(entries, 10_000));
  const slowest = Math.max(...Object.values(searches).map(({ search }) => search.first));
  const told = Object.entries(searches).map(([name, { search, bare }]) => {
    const ratios = { ratioOfFirst: ratio(search.first, bare.first), ratioOfMedian: ratio(search.median, bare.median) };
    return [name, { search, bare, ...ratios }] as const;
  });
  return {
    entries,
    slowestFirstMs: slowest,
    searches: Object.fromEntries(told),
    save: { msWithIndex: save.indexed, msWithout: save.bare, ratio: ratio(save.indexed, save.bare) },
  };
}
