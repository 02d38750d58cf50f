import { existsSync, statSync } from "node:fs";
import { hostname } from "node:os";
import type { Clock } from "../../../src/ports.ts";
import { openStore } from "../../compose.ts";
import type { Config } from "../../config.ts";
import { acquireLock, HeldError } from "../../database/lock.ts";
import { refuseForeign } from "../../database/look-at-file.ts";
import { refuseVanished } from "../../database/marker.ts";
import { pendingMigrations } from "../../database/migrate.ts";
import type { SqliteStore } from "../../database/sqlite.ts";
import { type Finding, fault, ofDesk, ok, reasonOf, warning } from "../../finding.ts";
import { packageFile } from "../../package-root.ts";
import { checkAudit } from "./check-audit.ts";
import { checkStopped } from "./check-webhooks.ts";
import { checkWork, type Moment } from "./check-work.ts";

const MEGABYTE = 1024 * 1024;

/** Where the database is, and which desks the settings have. */
type Checked = Pick<Config, "database" | "desks">;

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

/** Desks whose rows are kept and which the settings do not have: after a desk was given another id, or left out. */
function checkUnserved(kept: readonly string[], desks: Checked["desks"]): Finding[] {
  const remedy = "Give a desk that id again, or leave it: nothing of it is shown or done.";
  return kept
    .filter((id) => !desks.some((desk) => desk.id === id))
    .map((id) => warning("database", `what the desk ${id} did is kept, but the settings have no such desk`, remedy));
}

async function checkStore(store: SqliteStore, { database, desks }: Checked, runner: string | null, now: number) {
  const { version, bytes, problems, desks: kept } = store.check();
  const found = `${database}, schema ${version}, ${(bytes / MEGABYTE).toFixed(1)} MB`;
  const remedy = "Stop the program and put the newest sound backup in the file's place.";
  const findings = [
    ...(problems.length === 0
      ? [ok("database", found)]
      : problems.map((problem) => fault("database", problem, remedy))),
    ...checkUnserved(kept, desks),
    ok("lock", runner === null ? "nobody runs on the database" : `held by ${runner}`),
  ];
  return [...findings, ...(await checkDesks(store, desks, { now, isRunning: runner !== null }))];
}

/** What waits for each desk, and whether its audit log is whole. */
async function checkDesks(store: SqliteStore, desks: Checked["desks"], moment: Moment): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { id, settings } of desks) {
    const work = await checkWork(store.at(id), moment);
    const log = await checkAudit(store.at(id), id);
    findings.push(...ofDesk(id, desks, [...work, ...(await checkStopped(store.at(id), id, settings)), ...log]));
  }
  return findings;
}

/** The same of a store that this program works on; its pages are read elsewhere, for that takes seconds. */
export async function checkInUse(store: SqliteStore, { database, desks }: Checked, now: number): Promise<Finding[]> {
  const ailment = store.ailment();
  const remedy = "Do as it says; the log tells more.";
  const found = `${database}, ${(statSync(database).size / MEGABYTE).toFixed(1)} MB`;
  return [
    ailment === null ? ok("database", found) : fault("database", ailment, remedy),
    ...(await checkDesks(store, desks, { now, isRunning: true })),
  ];
}

/** The database file and what waits in it for each desk. Changes nothing in it, and may be run while the program runs. */
export async function checkDatabase(config: Checked, clock: Clock): Promise<Finding[]> {
  const { database: path } = config;
  const migrations = packageFile("data", "migrations");
  try {
    refuseVanished(path);
    if (!existsSync(path)) return [warning("database", `no ${path} yet`, "Run emptychair start, which makes it.")];
    refuseForeign(path);
    const modes = checkModes(path);
    const { version, pending } = pendingMigrations({ path, migrations });
    if (pending.length > 0) {
      return [...modes, warning("database", `${path} has the older schema ${version}`, "Run emptychair migrate.")];
    }
    const runner = runnerOf(path, clock.now());
    const store = await openStore(path, { clock, migrate: false });
    return [...modes, ...(await checkStore(store, config, runner, clock.now()).finally(() => store.close()))];
  } catch (error) {
    return [fault("database", reasonOf(error), "Fix what it names, or put a backup in the file's place.")];
  }
}
