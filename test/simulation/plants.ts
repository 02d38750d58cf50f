import type { Change } from "../../src/outcome.ts";
import type { Store } from "../../src/ports.ts";
import type { ProcessParts } from "./process.ts";

function misplaced(one: Change): Change {
  if (one.table !== "post" || !/1NORTH|:501:|team:north/.test(one.row.lane)) return one;
  return { ...one, row: { ...one.row, lane: "web:team:south" } };
}

/** A store that has a team read what is another's: a fault put on purpose between the program and its rows, which the checkers must find. */
export function misplacingStore(store: Store): Store {
  const save: Store["save"] = (desk, event, changes) => store.save(desk, event, changes.map(misplaced));
  return { ...store, at: (desk) => store.at(desk), save };
}

/** What a process is made of whose end in the midst of a save leaves the first of its changes in the rows, and no other: another fault put on purpose. */
export function tearingSaves(parts: ProcessParts): ProcessParts {
  return {
    ...parts,
    async cutPower(save) {
      if (save) await parts.store.save(save[0], save[1], save[2].slice(0, 1));
      return { tear: "cut", upgrade: null, lost: [] };
    },
  };
}
