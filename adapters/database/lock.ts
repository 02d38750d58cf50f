import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { type Connection, connect } from "./sqlite-connection.ts";
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

/** The holder is written beside the lock: a process that read the lock's own file would lose its lock on closing it. */
function holderFile(path: string): string {
  return `${path}.holder.json`;
}

function readHolder(path: string): LockHolder | null {
  try {
    const found: unknown = JSON.parse(readFileSync(holderFile(path), "utf8"));
    const { pid, host, since } = found as Record<string, unknown>;
    return typeof pid === "number" && typeof host === "string" && typeof since === "number"
      ? { pid, host, since }
      : null;
  } catch {
    return null;
  }
}

/** An open exclusive transaction: the operating system ends it with the process. Null where another has it. */
function hold(path: string): Connection | null {
  const connection = connect(`${path}.lock`);
  try {
    connection.pragma("busy_timeout = 0");
    connection.exec("BEGIN EXCLUSIVE");
    return connection;
  } catch (error) {
    connection.close();
    if (isBusy(error)) return null;
    throw explained(`${path}.lock`, error);
  }
}

/** Takes the database for this process. Throws {@link HeldError} where another has it. */
export function acquireLock(path: string, who: { pid: number; host: string; now: number }): Lock {
  const connection = hold(path);
  if (connection === null) throw new HeldError(path, readHolder(path));
  held.add(connection);
  const holder: LockHolder = { pid: who.pid, host: who.host, since: who.now };
  writeFileSync(holderFile(path), `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  return {
    release: () => {
      if (!held.delete(connection)) return;
      rmSync(holderFile(path), { force: true });
      connection.close();
    },
  };
}
