import { firstPlace, PLACES_A_SECOND } from "../../src/search/finding.ts";
import type { Connection } from "./sqlite-connection.ts";

/** After so many statements the words of what they wrote are indexed: by then each takes a third of what it takes by itself. */
const DUE = 1_000;

/** The index of the words in SQLite, which is written many rows at a time; all but `isBehind` is called within a transaction. */
export interface WordIndex {
  /** Whether any row waits to be indexed. */
  isBehind(): boolean;
  /** So many statements were run: where those have become many, it goes on. */
  written(statements: number): void;
  /** Indexes what waits, or the first of it. */
  goOn(): void;
}

/** A row that waits, with its words and marks as they are indexed. */
type WaitingWords = readonly [
  ...key: readonly [desk: string, kind: string, id: string],
  ...of: readonly [interaction: string | null, customer: string | null],
  ...rest: readonly [at: number, marks: string, words: string],
];

/** The index takes many at once only where their numbers rise. */
const WAITING = `SELECT desk_id, kind, row_id, interaction_id, customer_id, at, marks, words FROM search_next ORDER BY at, row_id`;

function prepareAll(connection: Connection) {
  const numbered = "number >= CAST(? AS INTEGER) AND number < CAST(? AS INTEGER)";
  return {
    any: connection.prepare("SELECT 1 FROM search_waiting LIMIT 1").pluck(),
    next: connection.prepare<[], WaitingWords>(WAITING).raw(),
    highest: connection
      .prepare<[number, number], number | null>(`SELECT max(number) FROM search_document WHERE ${numbered}`)
      .pluck(),
    document:
      connection.prepare(`INSERT INTO search_document (number, desk_id, kind, row_id, interaction_id, customer_id)
      VALUES (CAST(? AS INTEGER), ?, ?, ?, ?, ?)`),
    words: connection.prepare(
      "INSERT INTO search_words (rowid, said, name, marks) VALUES (CAST(? AS INTEGER), ?, ?, ?)",
    ),
    done: connection.prepare(`DELETE FROM search_waiting
      WHERE (desk_id, kind, row_id) IN (SELECT desk_id, kind, row_id FROM search_turn)`),
  };
}

/** The index of words over a connection. */
export function createWordIndex(connection: Connection): WordIndex {
  const { any, next, highest, document, words, done } = prepareAll(connection);
  let since = DUE;

  /** The number of the next document of that second; null where it has no more room. */
  const numberIn = (from: number, taken: Map<number, number>): number | null => {
    const before = from + PLACES_A_SECOND;
    const known = taken.get(from) ?? highest.get(from, before);
    const number = known == null ? from : known + 1;
    taken.set(from, number);
    return number < before ? number : null;
  };
  const index = (rows: readonly WaitingWords[]): void => {
    const taken = new Map<number, number>();
    for (const [desk, kind, id, interaction, customer, at, marks, text] of rows) {
      const number = numberIn(firstPlace(at), taken);
      if (number === null) continue;
      document.run(number, desk, kind, id, interaction, customer);
      words.run(number, kind === "person" ? null : text, kind === "person" ? text : null, marks);
    }
  };
  const goOn = (): void => {
    index(next.all());
    done.run();
  };
  const isBehind = (): boolean => any.get() !== undefined;
  return {
    isBehind,
    written: (count) => {
      for (since += count; since >= DUE; since -= DUE) if (isBehind()) goOn();
    },
    goOn,
  };
}
