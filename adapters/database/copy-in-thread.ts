import { existsSync, rmSync, statSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { synchronise } from "../write-whole.ts";
import type { CopyAnswer, CopyWish } from "./backup.ts";
import type { CopyContents } from "./database.ts";
import { Database } from "./driver.ts";
import { unsoundness } from "./soundness.ts";
import { BUSY_TIMEOUT, type Connection } from "./sqlite-connection.ts";

/** Pages that are copied before the thread looks whether it is to end. */
const PAGES = 2_000;
const BESIDE = ["-wal", "-shm"];

function contentsOf(path: string, connection: Connection): CopyContents {
  const tables = new Set(connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all());
  const count = (table: string, what = "*") =>
    tables.has(table) ? Number(connection.prepare(`SELECT count(${what}) FROM ${table}`).pluck().get()) : 0;
  const hasDesks = connection.prepare("SELECT 1 FROM pragma_table_info('interaction') WHERE name = 'desk_id'").get();
  return {
    version: Number(connection.pragma("user_version", { simple: true })),
    bytes: statSync(path).size,
    desks: hasDesks === undefined ? 1 : count("interaction", "DISTINCT desk_id"),
    conversations: count("interaction"),
    answers: count("response"),
  };
}

function checked(path: string, connection: Connection): CopyContents {
  const [found] = unsoundness(connection);
  if (found !== undefined) throw new Error(`it is damaged: ${found.replace(/\s+/g, " ")}`);
  return contentsOf(path, connection);
}

/** What was not beside the file before is taken away again: to read it SQLite may put it there. */
async function whileReading<R>(path: string, work: (connection: Connection) => R | Promise<R>): Promise<R> {
  const added = BESIDE.map((end) => path + end).filter((file) => !existsSync(file));
  const connection = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT });
  try {
    return await work(connection);
  } finally {
    connection.close();
    for (const file of added) rmSync(file, { force: true });
  }
}

/** Copies what stands there at one moment: what is written meanwhile neither comes in nor begins it anew. */
async function copy(connection: Connection, to: string): Promise<void> {
  connection.exec("BEGIN");
  connection.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get();
  await connection.backup(to, { progress: () => PAGES });
}

async function copyInUse(from: string, to: string): Promise<void> {
  const connection = new Database(from, { fileMustExist: true, timeout: BUSY_TIMEOUT });
  try {
    await copy(connection, to);
  } finally {
    connection.close();
  }
}

/** Makes one file of the copy, which may be read where nothing can be written, checks it and has it reach the disk. */
function finish(path: string): CopyContents {
  const connection = new Database(path, { fileMustExist: true });
  try {
    connection.pragma("journal_mode = DELETE");
    return checked(path, connection);
  } finally {
    connection.close();
    synchronise(path);
  }
}

async function serve({ from, to, isInUse }: CopyWish): Promise<CopyContents> {
  if (to === null) return whileReading(from, (connection) => checked(from, connection));
  await (isInUse ? copyInUse(from, to) : whileReading(from, (connection) => copy(connection, to)));
  return finish(to);
}

/** Run in a thread of its own, with the wish for its data: tells its parent what the checked copy holds, or what failed. */
function answer(): void {
  const tell = (told: CopyAnswer) => parentPort?.postMessage(told);
  serve(workerData as CopyWish).then(
    (contents) => tell({ contents }),
    (error: Error) => tell({ failed: error.message, code: (error as NodeJS.ErrnoException).code ?? null }),
  );
}

answer();
