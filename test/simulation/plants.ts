import type { Change } from "../../src/outcome.ts";
import type { Store } from "../../src/ports.ts";

function misplaced(one: Change): Change {
  if (one.table !== "post" || !/1NORTH|:501:|team:north/.test(one.row.lane)) return one;
  return { ...one, row: { ...one.row, lane: "web:team:south" } };
}

/** A store that has a team read what is another's: a fault put on purpose between the program and its rows, which the checkers must find. */
export function misplacingStore(store: Store): Store {
  const save: Store["save"] = (desk, event, changes) => store.save(desk, event, changes.map(misplaced));
  return { ...store, at: (desk) => store.at(desk), save };
}
