import { existsSync, readdirSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { systemClock } from "../../src/clock.ts";
import { type FilePlace, shownPlace } from "../database-place.ts";
import { type Finding, ok, warning } from "../finding.ts";
import { claimDatabase } from "./claim.ts";
import type { Database, OutsideLook } from "./database.ts";
import { faultOf } from "./fault-of.ts";
import { acquireLock, HeldError } from "./lock.ts";
import { refuseForeign } from "./look-at-file.ts";
import { refuseVanished } from "./marker.ts";
import { migrate, pendingMigrations } from "./migrate.ts";
import { openSqliteStore } from "./sqlite.ts";
import { wholeFile } from "./whole-file.ts";

/** Files of the database that others than their owner may read; looked at before opening, which mends them. */
function checkModes(path: string): Finding[] {
  if (process.platform === "win32") return [];
  return [path, `${path}-wal`, `${path}-shm`]
    .filter((file) => existsSync(file) && (statSync(file).mode & 0o077) !== 0)
    .map((file) =>
      warning("database", `${file} could be read by others on this machine`, "Mended now by closing it to them."),
    );
}

/** Who runs on the database; null where nobody does. */
function runnerOf(path: string, now: number): string | null {
  try {
    acquireLock(path, { pid: process.pid, host: hostname(), now }).release();
    return null;
  } catch (error) {
    if (!(error instanceof HeldError)) throw error;
    const { holder } = error;
    return holder === null
      ? "another process"
      : `process ${holder.pid} on ${holder.host}, since ${new Date(holder.since).toISOString()}`;
  }
}

const CLOSED = { canOpen: false, isRunning: false, lock: null } as const;

function lookAt(path: string, migrations: string, now: number): OutsideLook {
  try {
    refuseVanished(path);
    if (!existsSync(path)) {
      const none = warning("database", `no ${path} yet`, "Run emptychair start, which makes it.");
      return { findings: [none], ...CLOSED };
    }
    refuseForeign(path);
    const modes = checkModes(path);
    const { version, pending } = pendingMigrations({ path, migrations });
    if (pending.length > 0) {
      const older = warning("database", `${path} has the older schema ${version}`, "Run emptychair migrate.");
      return { findings: [...modes, older], ...CLOSED };
    }
    const runner = runnerOf(path, now);
    const lock = ok("lock", runner === null ? "nobody runs on the database" : `held by ${runner}`);
    return { findings: modes, canOpen: true, isRunning: runner !== null, lock };
  } catch (error) {
    return { findings: [faultOf(error)], ...CLOSED };
  }
}

function copiesOf(path: string): string[] {
  const folder = dirname(path);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files
    .filter((file) => file.startsWith(`${basename(path)}.`) && file.endsWith(".backup"))
    .map((file) => join(folder, file));
}

/** A database in one SQLite file. */
export function onSqlite(place: FilePlace, migrations: string): Database {
  const { path } = place;
  return {
    shown: shownPlace(place),
    caution: "a backup is taken first",
    isThere: async () => existsSync(path),
    claim: async (now) => claimDatabase(path, now),
    open: ({ clock = systemClock, ...how } = {}) => openSqliteStore({ path, migrations, clock, ...how }),
    state: async () => pendingMigrations({ path, migrations }),
    migrate: (now, isCopy = false) => migrate({ path, migrations, now, isCopy }),
    copies: () => copiesOf(path),
    file: wholeFile(path, migrations),
    look: async (now) => lookAt(path, migrations, now),
  };
}
