import { countByIndex, countDigest, countEverything, openAlone } from "./measure-digest.ts";
import { copyAnswers, importRows } from "./measure-import.ts";
import { type Measured, peakMemory, type Weighed } from "./measured.ts";

const JOBS: Readonly<Record<string, (...given: string[]) => Promise<Measured>>> = {
  digest: countDigest,
  sql: countByIndex,
  everything: countEverything,
  nothing: openAlone,
  import: importRows,
  inserts: copyAnswers,
};

const [name = "", ...given] = process.argv.slice(2);
const job = JOBS[name];
if (job === undefined) throw new Error(`There is no measurement ${name}.`);
const measured = await job(...given);
const weighed: Weighed = { ...measured, peakMB: peakMemory() };
process.send?.(weighed, () => process.disconnect());
