import { parseArgs } from "node:util";
import { simulateYear } from "../simulate-year.ts";
import { plantedWorld } from "./planted-world.ts";

/** What a world was found to be like, a line each. */
export interface Sought {
  readonly seed: number;
  /** The first broken promise; null where all were kept. */
  readonly found: string | null;
  /** Whether the program could not go on. */
  readonly isCrash: boolean;
  /** Milliseconds of CPU until now. */
  readonly cpuMs: number;
}

/** What is found broken; a program that cannot go on has been found too. */
async function seekIn(seed: number): Promise<Pick<Sought, "found" | "isCrash">> {
  try {
    const { broken } = await simulateYear(plantedWorld(seed));
    return { found: broken[0] ?? null, isCrash: false };
  } catch (error) {
    return { found: String(error), isCrash: true };
  }
}

const { values } = parseArgs({ options: { seed: { type: "string" }, seeds: { type: "string" } } });
const first = Number(values.seed ?? 1);
for (let seed = first; seed < first + Number(values.seeds ?? 1); seed += 1) {
  const { found, isCrash } = await seekIn(seed);
  const { user, system } = process.cpuUsage();
  const sought: Sought = { seed, found, isCrash, cpuMs: Math.round((user + system) / 1000) };
  process.stdout.write(`${JSON.stringify(sought)}\n`);
  if (found !== null) break;
}
