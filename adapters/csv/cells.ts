import type { ColumnMap } from "./column-map.ts";
import type { Column } from "./columns.ts";
import { isMissing } from "./missing.ts";

/** What cells are read by. */
export interface CellRule {
  readonly map: Pick<ColumnMap, "tool" | "taken" | "mail" | "number" | "excluded">;
}

/** A row that cannot be imported: why, as one clause. */
export class RowError extends Error {}

const LONGEST_NAME = 200;
const LONGEST_SHOWN = 40;
/** NUL, halves of a surrogate pair, and what stands for bytes that were no text: not every database keeps them as they are. */
const UNKEEPABLE = /[\0\p{Cs}\uFFFD]/u;
const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u;
/** The apostrophe that our own export puts before what a spreadsheet would take for a formula. */
const DEFUSED = /^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/;

/** The text in quotes, cut to a readable length. */
export function shownCell(text: string): string {
  return JSON.stringify(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text);
}

function textAt(record: readonly string[], { map }: CellRule, place: number, column: Column): string | null {
  const cell = record[place]?.trim() ?? "";
  const text = map.tool?.isOurs ? cell.replace(DEFUSED, "") : cell;
  if (isMissing(text)) return null;
  if (UNKEEPABLE.test(text))
    throw new RowError(`${column} has characters that are not UTF-8 text; save the file as UTF-8`);
  return text;
}

/** The texts of the column's cells that say something. Throws {@link RowError}. */
export function cellsOf(record: readonly string[], rule: CellRule, column: Column): string[] {
  const places = rule.map.taken.get(column)?.places ?? [];
  return places.map((place) => textAt(record, rule, place, column)).filter((text) => text !== null);
}

/** The text of the column's cell; null where it says nothing. Throws {@link RowError}. */
export function cellOf(record: readonly string[], rule: CellRule, column: Column): string | null {
  return cellsOf(record, rule, column)[0] ?? null;
}

/** The same where it must be a name on one line; of the cell at the place where one is named. */
export function lineOf(record: readonly string[], rule: CellRule, column: Column, at?: number): string | null {
  const text = at === undefined ? cellOf(record, rule, column) : textAt(record, rule, at, column);
  if (text === null || (text.length <= LONGEST_NAME && ONE_LINE.test(text))) return text;
  throw new RowError(`${column} is one line of at most ${LONGEST_NAME} characters, not ${shownCell(text)}`);
}
