import { join } from "node:path";
import { windowOf } from "../../src/digest/week.ts";
import { writeAnswers } from "./bench/measure-import.ts";
import { inOwnProcess, ratio, type Weighed } from "./bench/measured.ts";

/** The week whose digest is counted; it is the last of three years of answers. */
const WEEK = "2026-W46";
const YEARS = 3 * 365 * 24 * 60 * 60 * 1000;
const LEAST_IMPORTED = 1_000;

/** A measurement as it is told. */
function told({ ms, rows, peakMB }: Weighed) {
  return { ms: Number(ms.toPrecision(3)), rows, rowsPerSecond: Math.round((1_000 * rows) / ms), peakMB };
}

async function digestFigures(folder: string, answers: number, onStep: (share: number) => void) {
  const path = join(folder, "digest.db");
  const { to } = windowOf(WEEK, "UTC");
  const filling = [path, answers, to - YEARS, to].map(String);
  await inOwnProcess("fill", filling, (share) => onStep(share * 0.6));
  const digest = await inOwnProcess("digest", [path, WEEK]);
  const sql = await inOwnProcess("sql", [path, WEEK]);
  onStep(0.8);
  const everything = await inOwnProcess("everything", [path]);
  const nothing = await inOwnProcess("nothing", [path]);
  return {
    answers,
    digest: told(digest),
    coveringIndexSql: told(sql),
    readEverything: told(everything),
    processAlone: { peakMB: nothing.peakMB },
    ratios: {
      timeOfDigestToSql: ratio(digest.ms, sql.ms),
      timeOfDigestToReadEverything: ratio(digest.ms, everything.ms),
      memoryOfDigestToProcessAlone: ratio(digest.peakMB, nothing.peakMB),
    },
  };
}

async function importFigures(folder: string, rows: number, onStep: (share: number) => void) {
  const [large, small] = [join(folder, "large.csv"), join(folder, "small.csv")];
  await writeAnswers(large, rows);
  await writeAnswers(small, Math.ceil(rows / 10));
  const database = join(folder, "import.db");
  const imported = await inOwnProcess("import", [large, database]);
  onStep(0.5);
  const tenth = await inOwnProcess("import", [small, join(folder, "small.db")]);
  const inserted = await inOwnProcess("inserts", [database, join(folder, "copy.db")]);
  return {
    import: told(imported),
    importOfATenth: told(tenth),
    barePreparedInsert: told(inserted),
    ratios: {
      timeOfImportToInsert: ratio(imported.ms, inserted.ms),
      memoryOfImportToATenth: ratio(imported.peakMB, tenth.peakMB),
    },
  };
}

/** Measures the digest over so many answers of three years, and the import of a tenth of them, against the least and the most that could be done; the folder is an empty one on the disk to be measured. */
export async function benchDigest(folder: string, rows: number, onStep: (share: number) => void) {
  const digest = await digestFigures(folder, rows, (share) => onStep(share / 2));
  const importing = await importFigures(folder, Math.max(LEAST_IMPORTED, Math.round(rows / 10)), (share) =>
    onStep(0.5 + share / 2),
  );
  return { digest, import: importing };
}
