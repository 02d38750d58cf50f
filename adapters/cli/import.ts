import { existsSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { systemClock } from "../../src/clock.ts";
import type { Store } from "../../src/ports.ts";
import { openStore } from "../compose.ts";
import type { Config } from "../config.ts";
import { MappingError, readMapping } from "../csv/column-map.ts";
import { FileError } from "../csv/read-records.ts";
import { acquireLock } from "../database/lock.ts";
import { createMemoryStore } from "../database/memory.ts";
import { chooseDesk } from "./choose-desk.ts";
import { Failure } from "./failure.ts";
import { type ImportReport, importAnswers } from "./import-answers.ts";
import { loadConfig } from "./load-config.ts";
import { openBot } from "./open-bot.ts";
import { createProgress } from "./progress.ts";

export interface ImportOptions {
  readonly desk?: string;
  readonly map?: readonly string[];
  readonly dryRun?: true;
}

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return found.size;
  throw new Failure([`There is no file ${file}; name a CSV file with a line of titles.`]);
}

/** The store as it stands, for looking only; an empty one where there is none yet. */
async function openForLooking({ database }: Config): Promise<Store> {
  if (!existsSync(database)) return createMemoryStore();
  return openStore(database, { migrate: false });
}

/** Does the work on the opened store; the store is this process's alone while it writes. */
async function onStore<R>(config: Config, isDryRun: boolean, work: (store: Store) => Promise<R>): Promise<R> {
  const path = config.database;
  const lock = isDryRun ? null : acquireLock(path, { pid: process.pid, host: hostname(), now: systemClock.now() });
  try {
    const store = isDryRun ? await openForLooking(config) : await openStore(path);
    return await work(store).finally(() => store.close());
  } finally {
    lock?.release();
  }
}

function summary({ rows, imported, known, refused }: ImportReport, isDryRun: boolean): string {
  const done = isDryRun ? "Nothing was changed. To be imported" : "Imported";
  return `${done}: ${imported}. There already: ${known}. Refused: ${refused}. Rows read: ${rows}.\n`;
}

function asFailure(error: unknown): unknown {
  if (error instanceof MappingError) return new Failure([error.message], 2);
  return error instanceof FileError ? new Failure([error.message]) : error;
}

/** `emptychair import`: past answers from a CSV file; every refused row on standard output, exit code 1 where there is one. */
export async function importFile(file: string, options: ImportOptions): Promise<void> {
  const config = chooseDesk(loadConfig().config, options.desk);
  const [{ id: deskId, settings }] = config.desks;
  const isDryRun = options.dryRun === true;
  const size = sizeOf(file);
  const progress = createProgress(isDryRun ? "Checking" : "Importing");
  try {
    const mapping = readMapping(options.map ?? []);
    const report = await onStore(config, isDryRun, async (store) =>
      importAnswers({
        ...{ file, mapping, store: store.at(deskId), settings, now: systemClock.now() },
        bot: isDryRun ? null : await openBot(config, store),
        onProgress: (bytes) => progress.show(bytes / size),
        onRefused: (line, reason) => {
          progress.hide();
          process.stdout.write(`line ${line}: ${reason}\n`);
        },
      }),
    );
    progress.end();
    process.stdout.write(summary(report, isDryRun));
    if (report.refused > 0) process.exitCode = 1;
  } catch (error) {
    throw asFailure(error);
  } finally {
    progress.end();
  }
}
