import { parseArgs } from "node:util";
import { BEGINNINGS, led, QUICK } from "./beginnings.ts";
import { explore } from "./explore.ts";
import { differing, failuresOf, undisturbed } from "./nth-call.ts";
import { createSpace, firstState } from "./space.ts";
import { STORIES, type Step } from "./stories.ts";

const { values } = parseArgs({
  options: {
    /** Only what has this in its name. */
    only: { type: "string", default: "" },
    /** Only what is quickly done, and no more after a broken promise: for planted faults. */
    quick: { type: "boolean", default: false },
  },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const seconds = (since: NodeJS.CpuUsage) => `${(process.cpuUsage(since).user / 1e6).toFixed(0)} s of CPU`;
const isWanted = (name: string) => name.includes(values.only);
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Explores each beginning; gives how many broke a promise. */
async function exploreAll(): Promise<number> {
  const first = await firstState();
  let broken = 0;
  for (const { where, acts, ...bounds } of values.quick ? QUICK : BEGINNINGS) {
    if (!isWanted(where)) continue;
    if (values.quick && broken > 0) break;
    const since = process.cpuUsage();
    const may = [bounds.events.join(", "), `${bounds.crashes} deaths`, `${bounds.races ?? 0} races`].join("; ");
    try {
      const space = createSpace();
      const found = await explore(space, await led(space, acts, first), bounds);
      const { states, transitions, depth, ends, isWhole } = found;
      const rest = isWhole ? "all of it" : "NOT all of it";
      say(
        `${where} (${may}): ${states} states, ${transitions} transitions, depth ${depth}, ${ends} ends, ${rest}, ${seconds(since)}`,
      );
    } catch (error) {
      broken += 1;
      say(`${where} (${may}) broke a promise: ${messageOf(error)}`);
    }
  }
  return broken;
}

/** Lets each call of each port fail in each way, one a run; gives how many runs ended otherwise than undisturbed. */
async function failEachCall(name: string, steps: readonly Step[]): Promise<number> {
  const since = process.cpuUsage();
  const run = await undisturbed(steps);
  let [calls, runs, broken] = [0, 0, 0];
  for (const [piece, counted] of run.calls.entries()) {
    calls += Object.values(counted).reduce((sum, one) => sum + one, 0);
    for (const failure of failuresOf(counted)) {
      runs += 1;
      const lines = await differing(run, piece, failure).catch((error) => [messageOf(error)]);
      if (lines.length === 0) continue;
      broken += 1;
      say(
        `${name}, piece ${piece}, call ${failure.call} of ${failure.port} ${failure.how}: ${lines.join(" | ").slice(0, 800)}`,
      );
    }
  }
  say(`${name}: ${calls} calls, ${runs} runs, ${broken} that ended otherwise, ${seconds(since)}`);
  return broken;
}

let broken = await exploreAll();
if (!values.quick)
  for (const [name, steps] of Object.entries(STORIES)) if (isWanted(name)) broken += await failEachCall(name, steps);
process.exitCode = broken > 0 ? 1 : 0;
