import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../src/clock.ts";
import { benchSaves } from "../database/bench.ts";
import { packageFile } from "../package-root.ts";
import { labelledTexts, measureRedaction } from "./bench/measure-redaction.ts";
import { labelledReplies, recallByKind } from "./bench/measure-replies.ts";
import { benchDigest } from "./bench-digest.ts";
import { benchExplore } from "./bench-explore.ts";
import { benchSearch } from "./bench-search.ts";
import { gridOf, measureTrend } from "./bench-trend.ts";
import { loadConfig } from "./load-config.ts";
import { createProgress } from "./progress.ts";

const GIGABYTE = 1024 ** 3;
const MOST_SAVES = 2_000;
/** Conversations whose spans are explored. */
const EXPLORED = 150_000;
/** A small measurement is done with fewer. */
const LEAST_SAVES = 200;

function thisMachine() {
  return {
    node: process.version,
    system: `${process.platform} ${process.arch}`,
    processors: cpus().length,
    memoryGB: Math.round(totalmem() / GIGABYTE),
  };
}

/** What `bench` is asked to measure. */
export interface BenchOptions {
  readonly rows: number;
  /** How change is told, and nothing else. */
  readonly trend?: true;
  readonly years: number;
  readonly thresholds: number;
  /** Answers a week; every kind of desk where none are named. */
  readonly answers?: number;
  readonly seed: number;
}

/** `emptychair bench`: measures on the data folder's disk and prints JSON; times mean something only against each other. Leaves nothing behind. */
export async function bench({ rows, trend, years, thresholds, seed, ...kind }: BenchOptions): Promise<void> {
  if (trend) {
    const measured = await measureTrend({ years, thresholds, seed, cells: gridOf(kind) });
    process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
    return;
  }
  const { dataFolder } = loadConfig().config;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(dataFolder, "bench-"));
  const progress = createProgress("Measuring");
  try {
    const saves = rows < MOST_SAVES ? LEAST_SAVES : MOST_SAVES;
    const migrations = packageFile("data", "migrations");
    const save = await benchSaves({ folder, migrations, clock: systemClock, saves });
    const figures = await benchDigest(folder, rows, progress.show);
    const search = await benchSearch(join(folder, "search"), rows);
    const explore = await benchExplore(join(folder, "explore"), Math.min(rows, EXPLORED));
    const replies = recallByKind(labelledReplies(packageFile("data", "replies")));
    const redaction = measureRedaction(labelledTexts(packageFile("data", "redaction", "corpus.jsonl")));
    progress.end();
    const all = { machine: thisMachine(), save, ...figures, search, explore, replies, redaction };
    process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  } finally {
    progress.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
