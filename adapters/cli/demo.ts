import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { botOver, openStore, webAlone } from "../compose.ts";
import { acquireLock } from "../database/lock.ts";
import { type ComposeBot, DEMO_INTERACTIONS, fillQuarter } from "../demo/fill.ts";
import { knownThresholds } from "../demo/known-thresholds.ts";
import { createThresholds } from "../thresholds.ts";
import { type DemoConfig, demoIn } from "./demo-config.ts";
import { loadConfig } from "./load-config.ts";
import { surroundingsOf } from "./open-bot.ts";
import { createProgress } from "./progress.ts";
import { runUntilStopped } from "./run.ts";

function removeDatabase(file: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(`${file}${ending}`, { force: true });
}

/** Fills a file beside the database and gives it the database's name when it is complete; what was left unfinished is done anew. */
async function fillOnce(config: DemoConfig, now: number, interactions: number): Promise<void> {
  const { path } = config.database;
  const unfinished = `${path}.filling`;
  removeDatabase(unfinished);
  const log = { ...(await surroundingsOf(config)).log, info: () => {} };
  const store = await openStore(unfinished, { clock: { now: () => now }, durable: false });
  const progress = createProgress("Filling the demo");
  const finder = createThresholds();
  const thresholds = knownThresholds(finder);
  try {
    const composeBot: ComposeBot = (settings, own) => botOver(webAlone(settings), store, { ...own, log, thresholds });
    await fillQuarter({ store, log, composeBot, now, interactions, onProgress: progress.show });
  } finally {
    progress.end();
    await finder.stop();
    await store.close();
  }
  synchronise(unfinished);
  renameSync(unfinished, path);
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
export async function prepareDemo(config: DemoConfig, interactions = DEMO_INTERACTIONS): Promise<void> {
  const { path } = config.database;
  if (existsSync(path)) return;
  const now = Date.now();
  const lock = acquireLock(path, { pid: process.pid, host: hostname(), now });
  try {
    if (!existsSync(path)) await fillOnce(config, now, interactions);
  } finally {
    lock.release();
  }
}

/** `emptychair demo`: the program on its own database, filled once with the sample quarter. */
export async function demo(options: { readonly port?: number }): Promise<void> {
  const { config, warnings } = loadConfig({ ...options, demo: true });
  await prepareDemo(demoIn(config));
  await runUntilStopped(config, warnings);
}
