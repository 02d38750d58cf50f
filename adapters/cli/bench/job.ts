import { fillDatabase } from "./fill.ts";
import { countByIndex, countDigest, countEverything, openAlone } from "./measure-digest.ts";
import { copyAnswers, importRows } from "./measure-import.ts";
import { type Measured, peakMemory, type Told, timed } from "./measured.ts";

function tell(told: Told, done: () => void = () => {}): void {
  process.send?.(told, done);
}

function fill(path = "", answers = "", from = "", to = ""): Promise<Measured> {
  const filling = { path, answers: Number(answers), from: Number(from), to: Number(to) };
  return timed(1, async () => {
    await fillDatabase(filling, (share) => tell({ share }));
    return filling.answers;
  });
}

const JOBS: Readonly<Record<string, (...given: string[]) => Promise<Measured>>> = {
  fill,
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
tell({ found: { ...measured, peakMB: peakMemory() } }, () => process.disconnect());
