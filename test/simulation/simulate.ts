import { parseArgs } from "node:util";
import { drawOptions } from "./options.ts";
import { simulateYear } from "./simulate-year.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    years: { type: "string", default: "10" },
    days: { type: "string", default: "365" },
  },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const first = Number(values.seed);
const begunAt = performance.now();
const faults = new Map<string, number>();
let [events, posts, broken] = [0, 0, 0];
for (let seed = first; seed < first + Number(values.years); seed += 1) {
  const report = await simulateYear(drawOptions(seed, { days: Number(values.days) }));
  for (const [kind, count] of report.faults) faults.set(kind, (faults.get(kind) ?? 0) + count);
  events += report.events;
  posts += report.posts;
  if (report.broken.length === 0) continue;
  broken += 1;
  say(`Seed ${seed} broke a promise at step ${report.steps}:`);
  for (const sentence of report.broken) say(`  ${sentence}`);
  say(JSON.stringify(report.options, null, 2));
  for (const line of report.lastLines) say(`    ${line.slice(0, 200)}`);
  say(`Replay it, to the same step: npm run simulate -- --seed ${seed} --years 1 --days ${values.days}`);
}
const seconds = (performance.now() - begunAt) / 1000;
const injected = [...faults.values()].reduce((sum, count) => sum + count, 0);
say(`${values.years} years of two desks, ${events} events, ${posts} messages, ${injected} faults, ${broken} broken.`);
say(`${((2 * Number(values.years)) / seconds).toFixed(2)} desk-years a second, ${seconds.toFixed(1)} s.`);
for (const [kind, count] of [...faults].sort(([a], [b]) => (a < b ? -1 : 1))) say(`  ${count} × ${kind}`);
process.exitCode = broken > 0 ? 1 : 0;
