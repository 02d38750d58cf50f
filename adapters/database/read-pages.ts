import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { packageFile } from "../package-root.ts";

/** Reads every page of the file in a thread of its own: what is wrong with them, a sentence's end, or null. Rejects where it could not look. */
export async function damageOf(path: string): Promise<string | null> {
  const worker = new Worker(packageFile("build", "adapters", "database", "inspect-pages.js"), { workerData: path });
  const [found] = (await once(worker, "message")) as [string | null];
  await worker.terminate();
  return found === null ? null : `its pages are damaged, SQLITE_CORRUPT: ${found}`;
}
