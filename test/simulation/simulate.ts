import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { onDisk } from "./disk.ts";
import { DAYS_A_YEAR, drawOptions, type Options } from "./options.ts";
import { plantedWorld } from "./planted/planted-world.ts";
import { runPlanted } from "./planted/run-planted.ts";
import { misplacingStore } from "./plants.ts";
import { restartingWorld, runRestarts } from "./restarts.ts";
import { shrink } from "./shrink.ts";
import { type Report, simulateYear } from "./simulate-year.ts";
import { failureLines, shrunkLines } from "./tell-failure.ts";
import { DESKS } from "./town.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    years: { type: "string", default: "10" },
    days: { type: "string", default: "365" },
    /** A world as a failure prints it, in the place of seeds. */
    options: { type: "string" },
    /** Worlds tried to find a smaller failing one; 0 for none. */
    shrink: { type: "string", default: "60" },
    planted: { type: "boolean", default: false },
    only: { type: "string" },
    jobs: { type: "string", default: String(availableParallelism()) },
    /** Passes the worlds in which planted faults are sought, with none planted: whatever is found there is a false alarm, or true. */
    unplanted: { type: "boolean", default: false },
    /** Passes worlds with restarts and without any, and compares what became of everything. */
    restarts: { type: "boolean", default: false },
    /** Has the team of one desk read what is the other's, to see a failure told and shrunk. */
    misplaced: { type: "boolean", default: false },
    rows: { type: "string", default: "memory" },
  },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** In memory, or in a file of SQLite on a machine whose power is cut; one process alone works on a file. */
function pass(options: Options): Promise<Report> {
  const planted = values.misplaced ? { store: misplacingStore } : {};
  if (values.rows === "memory") return simulateYear(options, undefined, planted);
  const alone = { ...options, replicas: 1 };
  return onDisk(alone, (disk, cutting) => simulateYear(alone, disk.store, cutting));
}

async function tellFailure(report: Report): Promise<void> {
  failureLines(report, values.rows).forEach(say);
  if (Number(values.shrink) === 0) return;
  // What comes after the day of the failure is of no use in any smaller world.
  const options = { ...report.options, days: Math.min(report.options.days, Math.ceil(report.days)) };
  const shrunk = await shrink(options, async (one) => (await pass(one)).broken, Number(values.shrink));
  shrunkLines(shrunk, values.rows).forEach(say);
}

function* worlds(ofSeed: (seed: number) => Options): Generator<Options> {
  const first = Number(values.seed);
  if (values.options !== undefined) yield JSON.parse(values.options) as Options;
  else for (let seed = first; seed < first + Number(values.years); seed += 1) yield ofSeed(seed);
}

/** Adds up what passed. The time is that of the processor, of all threads, with the start and all checks. */
function tellSum(reports: readonly Report[]): void {
  const sum = (of: (report: Report) => number) => reports.reduce((all, report) => all + of(report), 0);
  const faults = new Map<string, number>();
  for (const report of reports)
    for (const [kind, count] of report.faults) faults.set(kind, (faults.get(kind) ?? 0) + count);
  const { user, system } = process.cpuUsage();
  const seconds = (user + system) / 1_000_000;
  const deskYears = (DESKS.length * sum(({ days }) => days)) / DAYS_A_YEAR;
  const injected = [...faults.values()].reduce((all, count) => all + count, 0);
  const broken = sum((report) => Number(report.broken.length > 0));
  say(
    `${reports.length} worlds of two desks, ${sum(({ events }) => events)} events, ${sum(({ posts }) => posts)} messages, ${injected} faults, ${broken} broken.`,
  );
  say(
    `${deskYears.toFixed(1)} desk-years, the days without faults counted too, in ${seconds.toFixed(1)} s of CPU, start and checks included: ${(deskYears / seconds).toFixed(2)} a second.`,
  );
  for (const [kind, count] of [...faults].sort(([a], [b]) => (a < b ? -1 : 1))) say(`  ${count} × ${kind}`);
}

if (values.planted) {
  const [first, seeds, jobs] = [Number(values.seed), Number(values.years), Number(values.jobs)];
  const sought = await runPlanted({ only: values.only, first, seeds, jobs }, say);
  process.exit(Number(sought.some(({ how }) => how === "not found")));
}
if (values.restarts) process.exit(Math.min(1, await runRestarts(worlds(restartingWorld), say)));
const reports: Report[] = [];
const drawn = (seed: number) => drawOptions(seed, { days: Number(values.days) });
for (const options of worlds(values.unplanted ? plantedWorld : drawn)) {
  const report = await pass(options);
  reports.push(report);
  if (report.broken.length > 0) await tellFailure(report);
}
tellSum(reports);
process.exitCode = Number(reports.some(({ broken }) => broken.length > 0));
