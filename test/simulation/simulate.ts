import { parseArgs } from "node:util";
import { onDisk } from "./disk.ts";
import { DAYS_A_YEAR, drawOptions } from "./options.ts";
import { runPlanted } from "./planted/run-planted.ts";
import { type Report, simulateYear } from "./simulate-year.ts";
import { DESKS } from "./town.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    years: { type: "string", default: "10" },
    days: { type: "string", default: "365" },
    planted: { type: "boolean", default: false },
    only: { type: "string" },
    rows: { type: "string", default: "memory" },
  },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** In memory, or in a file of SQLite on a machine whose power is cut; one process alone works on a file. */
function passYear(seed: number): Promise<Report> {
  const days = Number(values.days);
  if (values.rows === "memory") return simulateYear(drawOptions(seed, { days }));
  const options = drawOptions(seed, { days, replicas: 1 });
  return onDisk(options, (disk, planted) => simulateYear(options, disk.store, planted));
}

const first = Number(values.seed);
if (values.planted) {
  const sought = await runPlanted(values.only, first, Number(values.years), say);
  process.exit(Number(sought.some(({ how }) => how === "not found")));
}
const faults = new Map<string, number>();
let [days, events, posts, broken] = [0, 0, 0, 0];
for (let seed = first; seed < first + Number(values.years); seed += 1) {
  const report = await passYear(seed);
  for (const [kind, count] of report.faults) faults.set(kind, (faults.get(kind) ?? 0) + count);
  days += report.days;
  events += report.events;
  posts += report.posts;
  if (report.broken.length === 0) continue;
  broken += 1;
  say(`Seed ${seed} broke a promise at step ${report.steps}:`);
  for (const sentence of report.broken) say(`  ${sentence}`);
  say(JSON.stringify(report.options, null, 2));
  for (const line of report.lastLines) say(`    ${line.slice(0, 200)}`);
  say(
    `Replay it, to the same step: npm run simulate -- --seed ${seed} --years 1 --days ${values.days} --rows ${values.rows}`,
  );
}
const { user, system } = process.cpuUsage();
const seconds = (user + system) / 1_000_000;
const deskYears = (DESKS.length * days) / DAYS_A_YEAR;
const injected = [...faults.values()].reduce((sum, count) => sum + count, 0);
say(`${values.years} years of two desks, ${events} events, ${posts} messages, ${injected} faults, ${broken} broken.`);
say(
  `${deskYears.toFixed(1)} desk-years with the calm days, in ${seconds.toFixed(1)} s of CPU, start and checks included: ${(deskYears / seconds).toFixed(2)} a second.`,
);
for (const [kind, count] of [...faults].sort(([a], [b]) => (a < b ? -1 : 1))) say(`  ${count} × ${kind}`);
process.exitCode = broken > 0 ? 1 : 0;
