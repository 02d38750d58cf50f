import { parentPort, workerData } from "node:worker_threads";
import { Database } from "./driver.ts";

/** What SQLite finds first that is wrong with the pages of the file; null where they are sound. */
function firstFault(path: string): string | null {
  const connection = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const found = String(connection.pragma("quick_check(1)", { simple: true }));
    return found === "ok" ? null : found.replace(/\s+/g, " ");
  } finally {
    connection.close();
  }
}

/** Run in a thread of its own, with the path for its data: tells its parent what it finds. */
function inspect(): void {
  try {
    parentPort?.postMessage(firstFault(String(workerData)));
  } catch (error) {
    const { message, code } = error as Error & { readonly code?: string };
    parentPort?.postMessage(/CORRUPT|NOTADB/.test(code ?? "") ? `${message} (${code})` : null);
  }
}

inspect();
