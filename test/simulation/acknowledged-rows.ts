import type { Change } from "../../src/outcome.ts";
import type { Store } from "../../src/ports.ts";

/** What a save is asked for with. */
export type Save = Readonly<Parameters<Store["save"]>>;

function nameOf(desk: string, { table, row }: Change): string {
  return `${table} ${row.id} at ${desk}`;
}

/** The version at which the change has left its row; null where it is gone. */
function versionAfter({ row, remove }: Change): number | null {
  return remove ? null : row.version + 1;
}

/** Whether the row stands there earlier than the change has left it: what was under way beside it may have got there as well. */
function isLost(change: Change, found: number | null): boolean {
  const kept = versionAfter(change);
  return kept === null ? found !== null : found === null || found < kept;
}

/** What was acknowledged since the power was cut last: each row's version by its name. */
export function createAcknowledged() {
  const kept = new Map<string, { readonly desk: string; readonly change: Change }>();
  const standsAt = async (store: Store, desk: string, { table, row }: Change): Promise<number | null> =>
    (await store.at(desk).get(table, row.id))?.version ?? null;
  return {
    keep: (desk: string, changes: readonly Change[]) => {
      for (const change of changes) kept.set(nameOf(desk, change), { desk, change });
    },
    /** Gives what of it is not there, and forgets it all; the save that was under way is there as a whole or not at all. */
    async missing(store: Store, underWay?: Save): Promise<string[]> {
      const lost: string[] = [];
      const [desk = "", , changes = []] = underWay ?? [];
      const places = await Promise.all(changes.map((change) => standsAt(store, desk, change)));
      const applied = changes.filter((change, index) => places[index] === versionAfter(change));
      const isThere = applied.length > 0 && applied.length === changes.length;
      if (applied.length > 0 && !isThere)
        lost.push(`a save was kept in part: ${applied.map((one) => nameOf(desk, one))}`);
      if (isThere) for (const change of changes) kept.set(nameOf(desk, change), { desk, change });
      for (const [name, { desk: of, change }] of kept)
        if (isLost(change, await standsAt(store, of, change))) lost.push(`${name} was acknowledged and is lost`);
      kept.clear();
      return lost;
    },
  };
}
