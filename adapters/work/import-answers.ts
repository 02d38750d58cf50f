import type { Bot } from "../../src/bot.ts";
import type { Reader } from "../../src/ports.ts";
import { standingsOf } from "../../src/survey/record-imported.ts";
import { isUnanswered, type ReadingRule } from "../csv/read-answer.ts";
import { readRecords } from "../csv/read-records.ts";
import type { Understanding } from "../csv/understand-file.ts";
import { type ImportedRow, importedRow, type ProductRule } from "./imported-rows.ts";

/** What is brought in, how it is read, and where to. */
export interface Importing {
  readonly file: string;
  readonly understanding: Understanding;
  readonly store: Reader;
  readonly products: ProductRule;
  /** When it is imported, milliseconds since 1970. */
  readonly now: number;
  /** Null: nothing is changed. */
  readonly bot: Pick<Bot, "handle"> | null;
  /** Counted as it goes on, so that it holds whatever ends the work. */
  readonly report: ImportReport;
  /** Ends the work after what is under way. */
  readonly signal: AbortSignal;
  /** Hears how many bytes of the file have been read. */
  readonly onProgress: (bytes: number) => void;
  readonly onRefused: (line: number, reason: string) => void;
}

/** What became of the rows of a file so far. */
export interface ImportReport {
  imported: number;
  /** Rows whose answer is kept already. */
  known: number;
  refused: number;
  /** Rows without a score: nobody answered there. */
  unanswered: number;
}

/** A report of nothing yet. */
export function emptyReport(): ImportReport {
  return { imported: 0, known: 0, refused: 0, unanswered: 0 };
}

/** Answers saved in one transaction, which is waited for when somebody breaks off; with four times as many the whole takes as long. */
const BATCH = 500;
const OTHER = "another answer with this id is kept already, and an import changes none.";

/** Rows by the batch; what cannot be read is told through `onRefused`. */
async function* batchesOf(importing: Importing): AsyncGenerator<ImportedRow[]> {
  const { file, understanding, products, now, report, signal, onProgress, onRefused } = importing;
  const { kind, headings } = understanding;
  const rule: ReadingRule = { ...understanding, now };
  const onUnreadable = (line: number, reason: string) => onRefused(line, `${reason}.`);
  let seen = 0;
  let batch: ImportedRow[] = [];
  for await (const record of readRecords({ file, kind, onUnreadable, onProgress })) {
    if (signal.aborted) return;
    seen += 1;
    if (seen <= headings) continue;
    if (isUnanswered(record.cells, rule)) {
      report.unanswered += 1;
      continue;
    }
    const row = importedRow(record, rule, products);
    if (typeof row === "string") onRefused(record.line, row);
    else batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function saveNew({ store, bot, now, report }: Importing, rows: readonly ImportedRow[]): Promise<ImportedRow[]> {
  const answers = rows.map(({ answer }) => answer);
  const standings = await standingsOf(store, answers);
  const fresh = answers.filter((_, index) => standings[index] === "new");
  if (fresh.length > 0) await bot?.handle({ kind: "answers-imported", id: null, at: now, answers: fresh });
  report.imported += fresh.length;
  report.known += standings.filter((standing) => standing === "known").length;
  return rows.filter((_, index) => standings[index] === "other");
}

/** Reads the file through, keeping no more than a batch of it, and has the bot save what is new; counts into the report. */
export async function importAnswers(given: Importing): Promise<void> {
  const { report, onRefused } = given;
  const refuse = (line: number, reason: string) => {
    report.refused += 1;
    onRefused(line, reason);
  };
  for await (const rows of batchesOf({ ...given, onRefused: refuse }))
    for (const { line } of await saveNew(given, rows)) refuse(line, OTHER);
}
