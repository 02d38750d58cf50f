import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { createWording } from "../../src/wording.ts";
import type { Config } from "../config.ts";
import { acquireLock } from "../database/lock.ts";
import { openSqliteStore } from "../database/sqlite.ts";
import { DEMO_INTERACTIONS, fillQuarter } from "../demo/fill.ts";
import { visitorSettings } from "../demo/settings.ts";
import { readCatalogues } from "../locales.ts";
import { createLog, secretsOf } from "../log.ts";
import { packageFile } from "../package-root.ts";
import { TEAM_LANE } from "../web/desk.ts";
import { loadConfig } from "./load-config.ts";
import { createProgress } from "./progress.ts";
import { runUntilStopped } from "./run.ts";

/** The configuration with the demo's own folder, database and settings, and with no way to a real chat platform. */
export function demoConfig(config: Config): Config {
  const dataFolder = join(config.dataFolder, "demo");
  return {
    ...config,
    dataFolder,
    database: join(dataFolder, "emptychair.db"),
    settings: visitorSettings(),
    slack: null,
    discord: { ...config.discord, token: null },
  };
}

function removeDatabase(file: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(`${file}${ending}`, { force: true });
}

/** Fills a file beside the database and gives it the database's name when it is complete; what was left unfinished is done anew. */
async function fillDatabase(config: Config, now: number, interactions: number): Promise<void> {
  const unfinished = `${config.database}.filling`;
  removeDatabase(unfinished);
  const log = await createLog({ level: config.logLevel, format: config.logFormat, secrets: secretsOf(config) });
  const clock = { now: () => now };
  const store = await openSqliteStore({
    path: unfinished,
    migrations: packageFile("data", "migrations"),
    clock,
    durable: false,
  });
  const progress = createProgress("Filling the demo");
  try {
    const wording = createWording(readCatalogues());
    await fillQuarter({ store, wording, log, teamLanes: [TEAM_LANE], now, interactions, onProgress: progress.show });
  } finally {
    progress.end();
    await store.close();
  }
  synchronise(unfinished);
  renameSync(unfinished, config.database);
}

/** Returns when the file's content is on the disk. */
function synchronise(file: string): void {
  const opened = openSync(file, "r+");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Makes sure that the demo's database is there and complete. Throws where another process uses it. */
export async function prepareDemo(config: Config, interactions = DEMO_INTERACTIONS): Promise<void> {
  if (existsSync(config.database)) return;
  const now = Date.now();
  const lock = acquireLock(config.database, { pid: process.pid, host: hostname(), now });
  try {
    if (!existsSync(config.database)) await fillDatabase(config, now, interactions);
  } finally {
    lock.release();
  }
}

/** `emptychair demo`: the program on its own database, filled once with the sample quarter. */
export async function demo(options: { readonly port?: number }): Promise<void> {
  const { config, warnings } = loadConfig(options);
  const own = demoConfig(config);
  await prepareDemo(own);
  await runUntilStopped(own, warnings);
}
