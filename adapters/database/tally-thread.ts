import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { packageFile } from "../package-root.ts";
import type { TallyWindow } from "./sealed-queries.ts";
import type { TallyCounter } from "./sealed-weeks.ts";

/** What the thread answers: the tally as JSON, or why it could not be counted. */
export type CountedTally = { readonly tally: string } | { readonly failed: string };

/** Counts in a thread of its own, which opens the file at the first tally and ends when it is to rest: whoever is served meanwhile does not wait. */
export function createTallyThread(path: string): TallyCounter {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const counted = async (window: TallyWindow): Promise<string> => {
    worker ??= new Worker(packageFile("build", "adapters", "database", "count-in-thread.js"), { workerData: path });
    const heard = new AbortController();
    const { signal } = heard;
    const answered = once(worker, "message", { signal }).then(([told]) => told as CountedTally);
    const ended = once(worker, "exit", { signal }).then(() => ({ failed: "its thread ended" }));
    for (const one of [answered, ended]) one.catch(() => undefined);
    worker.postMessage(window);
    const told = await Promise.race([answered, ended]).finally(() => heard.abort());
    if ("failed" in told) throw new Error(`A tally could not be counted: ${told.failed}.`);
    return told.tally;
  };
  return {
    count: (window) => {
      const counting = last.then(() => counted(window));
      last = counting.catch(() => undefined);
      return counting;
    },
    rest: async () => {
      await last;
      await worker?.terminate();
      worker = null;
    },
  };
}
