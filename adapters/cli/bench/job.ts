import { type Measured, peakMemory, type Told, timed } from "./measured.ts";

function tell(told: Told, done: () => void = () => {}): void {
  process.send?.(told, done);
}

function fill(path = "", answers = "", from = "", to = ""): Promise<Measured> {
  const filling = { path, answers: Number(answers), from: Number(from), to: Number(to) };
  return timed(1, async () => {
    const { fillDatabase } = await import("./fill.ts");
    await fillDatabase(filling, (share) => tell({ share }));
    return filling.answers;
  });
}

const digests = () => import("./measure-digest.ts");
const imports = () => import("./measure-import.ts");

/** Each loads no more of the program than it measures. */
const JOBS: Readonly<Record<string, (...given: string[]) => Promise<Measured>>> = {
  fill,
  digest: async (...given) => (await digests()).countDigest(...given),
  sql: async (...given) => (await digests()).countByIndex(...given),
  everything: async (...given) => (await digests()).countEverything(...given),
  nothing: async (...given) => (await digests()).openAlone(...given),
  import: async (...given) => (await imports()).importRows(...given),
  inserts: async (...given) => (await imports()).copyAnswers(...given),
};

const [name = "", ...given] = process.argv.slice(2);
const job = JOBS[name];
if (job === undefined) throw new Error(`There is no measurement ${name}.`);
const measured = await job(...given);
tell({ found: { ...measured, peakMB: peakMemory() } }, () => process.disconnect());
