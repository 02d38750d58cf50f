import { createHash } from "node:crypto";
import type { Bot } from "../../src/bot.ts";
import type { Reader } from "../../src/ports.ts";
import type { Settings } from "../../src/settings.ts";
import type { ImportedAnswer } from "../../src/survey/imported-answer.ts";
import { standingsOf } from "../../src/survey/record-imported.ts";
import { type ColumnMap, type Mapping, mapColumns } from "../csv/column-map.ts";
import { type CsvAnswer, type ReadingRule, RowError, readAnswer } from "../csv/read-answer.ts";
import { FileError, readRecords } from "../csv/read-records.ts";
import { apiAgent, apiCustomer, apiMessageId } from "../web/api/address.ts";

export interface Importing {
  readonly file: string;
  readonly mapping: Mapping;
  readonly store: Reader;
  readonly settings: Settings;
  /** When it is imported, milliseconds since 1970. */
  readonly now: number;
  /** Null: nothing is changed. */
  readonly bot: Pick<Bot, "handle"> | null;
  /** Hears how many bytes of the file have been read. */
  readonly onProgress: (bytes: number) => void;
  readonly onRefused: (line: number, reason: string) => void;
}

/** What became of the rows of a file. */
export interface ImportReport {
  readonly rows: number;
  readonly imported: number;
  /** Rows whose answer is kept already. */
  readonly known: number;
  readonly refused: number;
}

/** A read answer, and the line it stands in. */
interface Row {
  readonly line: number;
  readonly answer: ImportedAnswer;
}

/** Answers saved in one transaction. */
const BATCH = 2_000;
const DEFAULT_CHANNEL = "csv";
const OTHER = "another answer with this id is kept already, and an import changes none";

/** What tells an answer without an id from every other: all that is known of it. */
function contentKey(answer: CsvAnswer): string {
  const { customer, score, scale, answeredAt, comment, product, agent } = answer;
  const content = JSON.stringify([customer, score, scale, answeredAt, comment, product, agent]);
  return createHash("sha256").update(content).digest("base64url");
}

/** The id of the product that is meant; the words of the file where the settings have none of that id or name. */
function productOf(named: string | null, products: Settings["products"]): string | null {
  return products.find(({ id, name }) => id === named || name === named)?.id ?? named;
}

/** The answer as the desk keeps it. A customer is the one whom the help-desk API knows by the same id. */
function importedOf(answer: CsvAnswer, products: Settings["products"]): ImportedAnswer {
  const { customer, score, scale, comment, product, agent, channel, id, answeredAt } = answer;
  const email = /^[^\s@]+@[^\s@]+$/.test(customer) ? { email: customer } : {};
  const name = id === null ? contentKey(answer) : `id.${id}`;
  return {
    conversation: `import:${apiMessageId(channel ?? DEFAULT_CHANNEL).replaceAll(":", "%3A")}:${apiMessageId(name)}`,
    customer: apiCustomer({ id: customer, ...email }),
    score,
    scale,
    comment,
    product: productOf(product, products),
    agent: agent === null ? null : { address: apiAgent(agent).address, name: apiAgent(agent).name ?? null },
    answeredAt,
  };
}

/** The read answer; null where the row is refused, which the reader of the report has then heard. */
function rowOf(line: number, cells: readonly string[], rule: ReadingRule, importing: Importing): Row | null {
  try {
    return { line, answer: importedOf(readAnswer(cells, rule), importing.settings.products) };
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    importing.onRefused(line, `${error.message}.`);
    return null;
  }
}

/** Rows by the batch; what cannot be read is told and counted through `onRefused`. */
async function* batchesOf(importing: Importing): AsyncGenerator<Row[]> {
  const { file, mapping, settings, now, onProgress, onRefused } = importing;
  const onUnreadable = (line: number, reason: string) => onRefused(line, `${reason}.`);
  const base = { scale: settings.question.scale, zone: settings.desk.zone, now };
  let map: ColumnMap | null = null;
  let headings = 0;
  let batch: Row[] = [];
  for await (const { line, cells } of readRecords({ file, onUnreadable, onProgress })) {
    map ??= mapColumns(mapping, cells);
    headings += 1;
    if (headings <= map.headings) continue;
    const row = rowOf(line, cells, { ...base, map }, importing);
    if (row === null) continue;
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (map === null) throw new FileError(`${file} is empty; its first line holds the titles of the columns.`);
  if (batch.length > 0) yield batch;
}

/** Reads the file through once, keeping no more than a batch of it, and has the bot save what is new. */
export async function importAnswers(given: Importing): Promise<ImportReport> {
  const counts = { imported: 0, known: 0, refused: 0 };
  const refuse = (line: number, reason: string) => {
    counts.refused += 1;
    given.onRefused(line, reason);
  };
  for await (const rows of batchesOf({ ...given, onRefused: refuse })) {
    const answers = rows.map(({ answer }) => answer);
    const standings = await standingsOf(given.store, answers);
    const fresh = answers.filter((_, index) => standings[index] === "new");
    if (fresh.length > 0)
      await given.bot?.handle({ kind: "answers-imported", id: null, at: given.now, answers: fresh });
    counts.imported += fresh.length;
    counts.known += standings.filter((standing) => standing === "known").length;
    for (const [index, { line }] of rows.entries()) if (standings[index] === "other") refuse(line, `${OTHER}.`);
  }
  return { rows: counts.imported + counts.known + counts.refused, ...counts };
}
