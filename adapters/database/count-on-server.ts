import { setTimeout } from "node:timers/promises";
import { countTally } from "./count-tally.ts";
import type { Engine } from "./engine.ts";
import type { Connections } from "./postgres-connection.ts";
import { isUnknown } from "./postgres-errors.ts";
import type { TallyCounter } from "./sealed-weeks.ts";
import { sqlTallies } from "./sql-tallies.ts";

/** How long is waited for saves that are under way, and from one look at them to the next, milliseconds. */
const PATIENCE = 5_000;
const PAUSE = 20;

/** A number that is higher than that of each save under way. */
const NEXT = { text: "SELECT CAST(pg_current_xact_id() AS TEXT) AS next", values: [] };
const ENDED = "SELECT pg_snapshot_xmin(pg_current_snapshot()) >= CAST($1 AS xid8) AS ended";

async function haveEnded(connections: Connections): Promise<boolean> {
  const [numbered] = (await connections.ask(NEXT)).rows;
  const until = performance.now() + PATIENCE;
  for (;;) {
    const [found] = (await connections.ask({ text: ENDED, values: [numbered?.next] })).rows;
    if (found?.ended === 1) return true;
    if (performance.now() >= until) return false;
    await setTimeout(PAUSE);
  }
}

/** Has the server count, which nobody waits for. One that has no numbers for what is under way is never settled, so that nothing is sealed there. */
export function createServerCounter(engine: Engine, connections: Connections): TallyCounter {
  return {
    count: (window) => countTally(sqlTallies(engine, window.desk), window),
    settled: async () => {
      try {
        return await haveEnded(connections);
      } catch (error) {
        if (isUnknown(error)) return false;
        throw error;
      }
    },
    rest: async () => {},
  };
}
