import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DigestDesk } from "../../src/digest/find-digest.ts";
import { findRecount, recountPieces } from "../../src/digest/find-recount.ts";

const SCRIPT = join(import.meta.dirname, "recount.py");

function python(program: string, ...given: string[]) {
  return spawnSync(program, given, { encoding: "utf8", env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" } });
}

/** The program itself where the name stands for one that looks for it, which takes longer than most recounts. */
const ABOUT = "import sys; print(sys.executable); print(sys.version)";
const told = python(process.env.PYTHON ?? "python3", "-c", ABOUT).stdout ?? "";
const [PROGRAM = "", VERSION = ""] = told.split(/\r?\n/);
/** Whether a Python that is new enough is on this machine. */
export const HAS_PYTHON = /^3\.(9|[1-9]\d)/.test(VERSION);
if (!HAS_PYTHON)
  process.stderr.write(
    "NOT RECOUNTED: there is no Python 3.9 or later here (python3, or what PYTHON names), so the tests that count digests again in another language are skipped.\n",
  );

/** The file that `emptychair audit` writes of the week. */
export async function auditOf(desk: DigestDesk, week: string): Promise<string> {
  const found = await findRecount(desk, week);
  if (!found) throw new Error(`There is no week ${week} yet`);
  let text = "";
  for await (const piece of recountPieces(found)) text += piece;
  return text;
}

/** What the recount says of a file: its lines that do not agree, and how many numbers it counted again. */
export interface Recounted {
  readonly differing: readonly string[];
  readonly numbers: number;
}

/** What the recount says of these files, one after the other, in one run; `status` is 1 where any does not agree. */
export function recounted(...files: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "recount-"));
  const paths = files.map((file, index) => {
    const path = join(folder, `${index}.jsonl`);
    writeFileSync(path, file);
    return path;
  });
  const { stdout, stderr, status } = python(PROGRAM, SCRIPT, ...paths);
  rmSync(folder, { recursive: true });
  const told = [...stdout.matchAll(/((?:.*\n)*?)\S+ (\d+) numbers counted again\n/g)].map(
    ([, lines = "", count]): Recounted => {
      const differing = lines.split("\n").filter((line) => line.includes("DISAGREES"));
      return { differing, numbers: Number(count) };
    },
  );
  return { status, stderr, told };
}

/** What is about one person or a moment and is no figure: the recount is not given it. */
const NOT_GIVEN = new Set(["verbatims", "unmatched", "newest", "listed", "at"]);

/** How many numbers stand in a document, or anything else, and how many things it lists whose number alone is told. */
export function numbersIn(value: unknown): number {
  if (typeof value === "number") return 1;
  if (value === null || typeof value !== "object") return 0;
  return Object.entries(value).reduce((sum, [key, member]) => {
    if (NOT_GIVEN.has(key)) return sum;
    return sum + (key === "begging" || key === "keyCustomers" ? 1 : numbersIn(member));
  }, 0);
}
