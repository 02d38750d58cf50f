import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Entry } from "../../src/interaction/transcript.ts";
import type { Store } from "../../src/ports.ts";

/** Milliseconds that saving one entry takes each of the stores: one after the other and by turns, so that all meet the same disk. */
export async function benchEntries(stores: readonly Store[], entries: readonly Entry[]): Promise<number[]> {
  const spent = stores.map(() => 0);
  for (const row of entries) {
    for (const [place, store] of stores.entries()) {
      const before = performance.now();
      await store.save(DEFAULT_DESK, { id: `event-${row.id}`, at: row.at }, [{ table: "entry", row }]);
      spent[place] = (spent[place] ?? 0) + performance.now() - before;
    }
  }
  return spent.map((ms) => ms / entries.length);
}
