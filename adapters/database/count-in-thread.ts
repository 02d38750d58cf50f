import { parentPort, workerData } from "node:worker_threads";
import { countTally } from "./count-tally.ts";
import { Database } from "./driver.ts";
import type { TallyWindow } from "./sealed-queries.ts";
import { sqlTallies } from "./sql-tallies.ts";
import { createSqliteEngine } from "./sqlite-engine.ts";
import type { CountedTally } from "./tally-thread.ts";

/** Run in a thread of its own, with the path for its data: answers each window with its tally. */
function serve(): void {
  const path = String(workerData);
  const engine = createSqliteEngine(path, new Database(path, { readonly: true, fileMustExist: true }));
  const tell = (told: CountedTally) => parentPort?.postMessage(told);
  parentPort?.on("message", (window: TallyWindow) => {
    // What was committed before the message came must be seen.
    engine.rest();
    countTally(sqlTallies(engine, window.desk), window).then(
      (tally) => tell({ tally }),
      (error: unknown) => tell({ failed: error instanceof Error ? error.message : String(error) }),
    );
  });
}

serve();
