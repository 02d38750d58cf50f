import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type BetterSqlite from "better-sqlite3";
import { Database } from "./driver.ts";

/** An open SQLite file. */
export type Connection = BetterSqlite.Database;

/** Longest wait for another writer while a file is opened and brought up to date, milliseconds; the wait blocks the whole process. */
export const BUSY_TIMEOUT = 1000;
/** The same once it is at work: short, for what is waited for longer is waited for without blocking. */
const BUSY_AT_WORK = 2;

/** Kibibytes, where negative: what a large save changes fits in, so that no page of it is written twice. */
const CACHE_SIZE = -32_000;

/** Each of several saves in one transaction keeps the pages as they were, to go back to: in a file those would be most of what is written. */
const TEMP_IN_MEMORY = 2;

/** Pages of the log, 16 megabytes of it, after which they are written into the file: what changes again and again meanwhile goes there once. */
const LOG_PAGES = 4_000;

/** What every connection must stand at, as SQLite reads it back. It remembers none of them but the journal mode in the file. */
export const PRAGMAS: Readonly<Record<string, string | number>> = {
  journal_mode: "wal",
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: BUSY_AT_WORK,
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  fullfsync: 1,
  cache_size: CACHE_SIZE,
  temp_store: TEMP_IN_MEMORY,
  wal_autocheckpoint: LOG_PAGES,
};

/** The pragmas that do not stand as they must, one sentence each. */
export function wrongPragmas(connection: Connection): string[] {
  return Object.entries(PRAGMAS).flatMap(([name, wanted]) => {
    const found: unknown = connection.pragma(name, { simple: true });
    return found === wanted ? [] : [`The database's ${name} is ${found} where it must be ${wanted}.`];
  });
}

/** Sets the pragmas and makes sure that they hold. Throws where one does not. */
export function applyPragmas(connection: Connection): void {
  for (const [name, wanted] of Object.entries(PRAGMAS)) connection.pragma(`${name} = ${wanted}`);
  const wrong = wrongPragmas(connection);
  if (wrong.length > 0) throw new Error(`${wrong.join(" ")} Keep the file on a local disk that SQLite can lock.`);
}

/** The file with those SQLite keeps beside it. */
function filesOf(path: string): string[] {
  return [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file));
}

/** Those of the database's files that others than their owner may use, one sentence each. */
export function wrongModes(path: string): string[] {
  if (process.platform === "win32") return [];
  return filesOf(path)
    .filter((file) => (statSync(file).mode & 0o077) !== 0)
    .map((file) => `${file} may be read by others on this machine; run chmod 600 on it.`);
}

/** Creates an empty file for its owner alone where there is none. An existing one is not opened: closing it again would end this process's SQLite locks on it. */
export function createFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (existsSync(path)) return;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path} cannot be created (${reason}); choose a folder this user may write to.`, { cause: error });
  }
}

/** Opens a file that is ours or new, for its owner alone, in a folder for its owner alone where there was none; creates what is missing. */
export function connect(path: string): Connection {
  createFile(path);
  for (const file of filesOf(path)) chmodSync(file, 0o600);
  return new Database(path, { timeout: BUSY_TIMEOUT });
}
