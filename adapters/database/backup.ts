import { once } from "node:events";
import { closeSync, existsSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { packageFile } from "../package-root.ts";
import { synchronise } from "../write-whole.ts";
import type { CopyContents } from "./database.ts";

/** What a thread is to copy. */
export interface CopyWish {
  readonly from: string;
  /** An empty file; null where the first is only to be looked at. */
  readonly to: string | null;
  /** Whether a program may be at work on it; what stands by itself is not touched. */
  readonly isInUse: boolean;
}

/** What the thread answers. */
export type CopyAnswer =
  | { readonly contents: CopyContents }
  | { readonly failed: string; readonly code: string | null };

export interface CopyRule {
  /** Whether a file that is there may be lost. */
  readonly isForced?: boolean;
  readonly isInUse?: boolean;
  /** Ends it: nothing of the copy is left. */
  readonly signal?: AbortSignal | undefined;
}

/** The work in a thread of its own: to copy and check a large file takes many seconds, for which nobody else shall wait. */
async function inThread(wish: CopyWish, signal?: AbortSignal): Promise<CopyContents> {
  const file = packageFile("build", "adapters", "database", "copy-in-thread.js");
  const worker = new Worker(file, { workerData: wish });
  const heard = new AbortController();
  const end = () => void worker.terminate();
  signal?.addEventListener("abort", end);
  const answered = once(worker, "message", { signal: heard.signal }).then(([told]) => told as CopyAnswer);
  const ended = once(worker, "exit", { signal: heard.signal }).then(() => ({ failed: "it was stopped", code: null }));
  for (const one of [answered, ended]) one.catch(() => undefined);
  const told = await Promise.race([answered, ended]).finally(() => {
    heard.abort();
    signal?.removeEventListener("abort", end);
  });
  await worker.terminate();
  if ("contents" in told) return told.contents;
  throw Object.assign(new Error(told.failed), { code: told.code });
}

function clear(file: string): void {
  for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(file + end, { force: true });
}

/** Copies a database, which may be in use, to a file for its owner alone that is checked and on the disk before it gets its name. Throws where the file exists, unless it may be lost. */
export async function copyDatabase(path: string, file: string, rule: CopyRule = {}): Promise<CopyContents> {
  const { isForced = false, isInUse = true, signal } = rule;
  if (!isForced && existsSync(file)) throw new Error(`${file} exists; name another file or remove it first.`);
  const unfinished = `${file}.unfinished`;
  clear(unfinished);
  closeSync(openSync(unfinished, "wx", 0o600));
  try {
    const contents = await inThread({ from: path, to: unfinished, isInUse }, signal);
    renameSync(unfinished, file);
    synchronise(dirname(file));
    return contents;
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const reason = message.replace(/^it is damaged/, "the copy is damaged");
    throw Object.assign(new Error(`${path} could not be copied: ${reason}`, { cause: error }), { code });
  } finally {
    clear(unfinished);
  }
}

/** What a copy holds that is sound. Throws where it is not. */
export function inspectCopy(file: string): Promise<CopyContents> {
  return inThread({ from: file, to: null, isInUse: false });
}
