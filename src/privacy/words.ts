import type { Greeting } from "../digest/greeting.ts";
import type { Entry } from "../interaction/transcript.ts";
import type { Case, CaseStep } from "../recovery/case.ts";
import type { Response, Revision } from "../survey/response.ts";

/** The rows in which people's words stand, by table: what was said in a conversation, given as a reason, or written down of a customer. */
export interface WordedRows {
  readonly entry: Entry;
  readonly response: Response;
  readonly revision: Revision;
  readonly case: Case;
  readonly step: CaseStep;
  readonly greeting: Greeting;
}
export type WordedTable = keyof WordedRows;
export const WORDED_TABLES = ["entry", "response", "revision", "case", "step", "greeting"] as const;

/** Whether people's words stand in the rows of the table. */
export function isWorded(table: string): table is WordedTable {
  return WORDED_TABLES.some((one) => one === table);
}

/** What becomes of words, and of the name of whoever wrote them. */
export interface Rewording {
  readonly words: (text: string) => string;
  readonly name: (entry: Entry) => string | null;
}

type Rewords = { readonly [T in WordedTable]: (row: WordedRows[T], to: Rewording) => WordedRows[T] };

function perhaps(text: string | null, { words }: Rewording): string | null {
  return text === null ? null : words(text) || null;
}

const REWORDS: Rewords = {
  entry: (row, to) => ({
    ...row,
    name: to.name(row),
    text: to.words(row.text),
    attachments: row.attachments.map((file) => ({ ...file, name: to.words(file.name) })),
    history: row.history.map((earlier) => ({ ...earlier, text: to.words(earlier.text) })),
  }),
  response: (row, to) => ({ ...row, comment: perhaps(row.comment, to) }),
  revision: (row, to) => ({ ...row, comment: perhaps(row.comment, to) }),
  case: (row, to) => ({ ...row, outcome: perhaps(row.outcome, to), contactHow: perhaps(row.contactHow, to) }),
  step: (row, to) => ({
    ...row,
    note: perhaps(row.note, to),
    earlier: { ...row.earlier, outcome: perhaps(row.earlier.outcome, to) },
  }),
  greeting: (row, to) => ({ ...row, words: perhaps(row.words, to) }),
};

/** The row with other words in the place of its own; none where that leaves nothing. */
export function reworded<T extends WordedTable>(table: T, row: WordedRows[T], to: Rewording): WordedRows[T] {
  return REWORDS[table](row, to);
}

const HAS_WORDS: { readonly [T in WordedTable]: (row: WordedRows[T]) => boolean } = {
  entry: ({ text, attachments }) => text !== "" || attachments.length > 0,
  response: ({ comment }) => comment !== null,
  revision: ({ comment }) => comment !== null,
  case: ({ outcome, contactHow }) => outcome !== null || contactHow !== null,
  step: ({ note, earlier }) => note !== null || earlier.outcome !== null,
  greeting: ({ words }) => words !== null,
};

/** Whether anybody's words stand in the row. */
export function hasWords<T extends WordedTable>(table: T, row: WordedRows[T]): boolean {
  return HAS_WORDS[table](row);
}

/** Puts nothing in the place of words. */
export const NO_WORDS: Rewording = { words: () => "", name: () => null };
