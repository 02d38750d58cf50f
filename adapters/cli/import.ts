import { statSync } from "node:fs";
import { systemClock } from "../../src/clock.ts";
import type { Store } from "../../src/ports.ts";
import type { Scale } from "../../src/survey/score.ts";
import { databaseOf } from "../compose.ts";
import type { Config } from "../config.ts";
import { FileError } from "../csv/file-kind.ts";
import { MappingError, readMapping } from "../csv/mapping.ts";
import type { DateOrder } from "../csv/read-time.ts";
import { type Understanding, understandFile } from "../csv/understand-file.ts";
import type { Database } from "../database/database.ts";
import { createMemoryStore } from "../database/memory.ts";
import { emptyReport, type ImportReport, importAnswers } from "../work/import-answers.ts";
import { renamedProducts } from "../work/renamed-products.ts";
import { shownUnderstanding } from "../work/show-understanding.ts";
import { type DeskChoice, loadDesk } from "./choose-desk.ts";
import { Failure } from "./failure.ts";
import { openBot } from "./open-bot.ts";
import { createProgress, type Progress } from "./progress.ts";
import { untilInterrupted } from "./until-interrupted.ts";

export interface ImportOptions extends DeskChoice {
  readonly map?: readonly string[];
  readonly scale?: Scale;
  readonly dates?: DateOrder;
  readonly products?: readonly string[];
  readonly encoding?: string;
  readonly dryRun?: true;
}

/** One run of the command. */
interface ImportRun {
  readonly config: ReturnType<typeof loadDesk>;
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly isDryRun: boolean;
  readonly renamed: ReadonlyMap<string, string>;
  readonly now: number;
  readonly progress: Progress;
  readonly report: ImportReport;
  readonly signal: AbortSignal;
}

/** How much of the work the first reading of the file is. */
const FIRST_READING = 0.3;
const NOTHING_KEPT = "Nothing was kept.";

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return found.size;
  throw new Failure([`There is no file ${file}; name a CSV file with a line of titles.`]);
}

/** The store as it stands, for looking only; an empty one where there is none yet. */
async function openForLooking(database: Database): Promise<Store> {
  return (await database.isThere()) ? database.open({ migrate: false }) : createMemoryStore();
}

/** Does the work on the opened store; one in a file is this process's alone while it writes. */
async function onStore<R>(config: Config, isDryRun: boolean, work: (store: Store) => Promise<R>): Promise<R> {
  const database = await databaseOf(config.database);
  const claim = isDryRun ? null : await database.claim(systemClock.now());
  try {
    const store = isDryRun ? await openForLooking(database) : await database.open();
    claim?.remember();
    return await work(store).finally(() => store.close());
  } finally {
    claim?.release();
  }
}

function summary({ imported, known, refused, unanswered }: ImportReport, isDryRun: boolean): string {
  const done = isDryRun ? "Nothing was changed. To be imported" : "Imported";
  const rows = imported + known + refused + unanswered;
  const without = unanswered === 0 ? "" : ` Without a score: ${unanswered}.`;
  return `${done}: ${imported}. There already: ${known}. Refused: ${refused}. Rows read: ${rows}.${without}\n`;
}

/** What `--products` says. Throws wrong usage. */
function readRenamed({ products = [] }: ImportOptions, { desks }: Config): ReadonlyMap<string, string> {
  try {
    return renamedProducts(products, desks[0].settings.products);
  } catch (error) {
    throw error instanceof MappingError ? new Failure([`--products ${error.message}`], 2) : error;
  }
}

function asFailure(error: unknown): unknown {
  if (error instanceof MappingError) return new Failure([`${error.message} ${NOTHING_KEPT}`], 2);
  return error instanceof FileError ? new Failure([`${error.message} ${NOTHING_KEPT}`]) : error;
}

/** The whole file, read once before anything is kept of it. */
async function understand(run: ImportRun, options: ImportOptions): Promise<Understanding> {
  const { config, file, size, progress, signal, now, isDryRun } = run;
  const { desk, question } = config.desks[0].settings;
  const { map = [], scale = null, dates = null, encoding = null } = options;
  const found = await understandFile({
    ...{ file, dates, encoding, signal, mapping: readMapping(map, scale), scale: question.scale, zone: desk.zone },
    onProgress: (bytes) => progress.show((bytes / size) * FIRST_READING),
  });
  if (signal.aborted) throw new Failure([`Stopped while the file was looked at. ${NOTHING_KEPT}`]);
  if (found === null) throw new FileError(`${file} is empty; its first line holds the titles of the columns.`);
  if (isDryRun) {
    progress.hide();
    process.stdout.write(shownUnderstanding(found, { zone: desk.zone, scale: question.scale, now }));
  }
  if (found.obstacles.length === 0) return found;
  throw new Failure([...found.obstacles.slice(0, -1), `${found.obstacles.at(-1)} ${NOTHING_KEPT}`]);
}

/** Brings in what the file holds, or counts what would be. */
async function bringIn(run: ImportRun, understanding: Understanding): Promise<void> {
  const { config, file, size, isDryRun, renamed, now, progress, report, signal } = run;
  const [{ id: deskId, settings }] = config.desks;
  await onStore(config, isDryRun, async (store) =>
    importAnswers({
      ...{
        file,
        understanding,
        store: store.at(deskId),
        products: { products: settings.products, renamed },
        now,
        report,
        signal,
      },
      bot: isDryRun ? null : await openBot(config, store),
      onProgress: (bytes) => progress.show(FIRST_READING + (bytes / size) * (1 - FIRST_READING)),
      onRefused: (line, reason) => {
        progress.hide();
        process.stdout.write(`line ${line}: ${reason}\n`);
      },
    }),
  );
}

async function importWithin(run: ImportRun, options: ImportOptions): Promise<void> {
  const understanding = await understand(run, options);
  try {
    await bringIn(run, understanding);
  } finally {
    run.progress.end();
    process.stdout.write(summary(run.report, run.isDryRun));
  }
  if (run.signal.aborted) throw new Failure(["Stopped. What is counted was kept; run it again to bring in the rest."]);
  if (run.report.refused > 0) process.exitCode = 1;
}

/** `emptychair import`: past answers from a CSV file; every refused row on standard output, exit code 1 where there is one. */
export async function importFile(file: string, options: ImportOptions): Promise<void> {
  const config = loadDesk(options);
  const isDryRun = options.dryRun === true;
  const size = sizeOf(file);
  const renamed = readRenamed(options, config);
  const progress = createProgress(isDryRun ? "Checking" : "Importing");
  const run = { config, file, size, isDryRun, renamed, now: systemClock.now(), progress, report: emptyReport() };
  try {
    await untilInterrupted((signal) => importWithin({ ...run, signal }, options));
  } catch (error) {
    throw asFailure(error);
  } finally {
    progress.end();
  }
}
