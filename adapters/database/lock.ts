import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { refuseForeign } from "./look-at-file.ts";
import { type Connection, connect, createFile } from "./sqlite-connection.ts";
import { explained, isBusy } from "./sqlite-errors.ts";

/** Who holds a database. */
export interface LockHolder {
  /** Process id. */
  readonly pid: number;
  readonly host: string;
  /** Since when, milliseconds since 1970. */
  readonly since: number;
}

/** The right to run on a database; held until released or until the process ends in whatever way. */
export interface Lock {
  release(): void;
}

/** Another process runs on the database. */
export class HeldError extends Error {
  /** Null where it could not be read. */
  readonly holder: LockHolder | null;
  constructor(path: string, holder: LockHolder | null) {
    const who =
      holder === null
        ? "another process"
        : `process ${holder.pid} on ${holder.host}, since ${new Date(holder.since).toISOString()}`;
    super(`${path} is in use by ${who}; stop that one first, or set EMPTYCHAIR_DATA to another folder.`);
    this.name = "HeldError";
    this.holder = holder;
  }
}

/** Keeps the connections alive: a collected one would give its lock up. */
const held = new Set<Connection>();

/** Who asks for a database. */
export interface LockRequest {
  readonly pid: number;
  readonly host: string;
  readonly now: number;
  /** Whether an empty file is made where there is none, so that what it is can be locked too. */
  readonly create?: boolean;
}

/** The holder is written beside the lock: a process that read the lock's own file would lose its lock on closing it. */
function holderFile(place: string): string {
  return `${place}.holder.json`;
}

function readHolder(place: string): LockHolder | null {
  try {
    const found: unknown = JSON.parse(readFileSync(holderFile(place), "utf8"));
    const { pid, host, since } = found as Record<string, unknown>;
    return typeof pid === "number" && typeof host === "string" && typeof since === "number"
      ? { pid, host, since }
      : null;
  } catch {
    return null;
  }
}

/** The path without symbolic links; the file itself need not exist. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return existsSync(dirname(path)) ? join(realpathSync(dirname(path)), basename(path)) : path;
}

/** This account's own folder for locks on this machine; null where there can be none. */
function ownFolder(): string | null {
  const own = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `emptychair-${own}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    const isOwn = found.isDirectory() && (process.getuid === undefined || found.uid === own);
    return isOwn ? folder : null;
  } catch {
    return null;
  }
}

/** Where the file is locked by what it is, whatever names it has; null where this machine has no place for it. */
function placeByIdentity(path: string): string | null {
  const folder = ownFolder();
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return folder === null || found === undefined ? null : join(folder, `${found.dev}-${found.ino}`);
}

/** An open exclusive transaction: the operating system ends it with the process. Null where another has it. */
function hold(place: string): Connection | null {
  const connection = connect(`${place}.lock`);
  try {
    connection.pragma("busy_timeout = 0");
    connection.exec("BEGIN EXCLUSIVE");
    return connection;
  } catch (error) {
    connection.close();
    if (isBusy(error)) return null;
    throw explained(`${place}.lock`, error);
  }
}

/** Takes one place for the file. Throws {@link HeldError} where another has it. */
function take(path: string, place: string, holder: LockHolder): Lock {
  const connection = hold(place);
  if (connection === null) throw new HeldError(path, readHolder(place));
  held.add(connection);
  writeFileSync(holderFile(place), `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  return {
    release: () => {
      if (!held.delete(connection)) return;
      rmSync(holderFile(place), { force: true });
      connection.close();
    },
  };
}

/**
 * Takes the database for this process: beside the file, and on this machine by the file's device and number, so that other names of it
 * are the same. Throws {@link HeldError} where another has it, and a sentence where the file is none of ours.
 */
export function acquireLock(path: string, { pid, host, now, create = false }: LockRequest): Lock {
  refuseForeign(path);
  const holder: LockHolder = { pid, host, since: now };
  const beside = take(path, realPath(path), holder);
  try {
    if (create) createFile(path);
    const place = placeByIdentity(path);
    const itself = place === null ? null : take(path, place, holder);
    const release = () => {
      itself?.release();
      beside.release();
    };
    return { release };
  } catch (error) {
    beside.release();
    throw error;
  }
}
