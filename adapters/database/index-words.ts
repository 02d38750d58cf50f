import { firstPlace, PLACES_A_SECOND } from "../../src/search/finding.ts";
import type { Encoded, Value } from "./codec.ts";
import type { Connection } from "./sqlite-connection.ts";

/** After so many statements the words of what they wrote are indexed: by then each takes a third of what it takes by itself. */
const DUE = 1_000;
/** Most rows whose words are indexed in one go, some milliseconds of work. */
const MOST = 1_000;

/** The index of the words in SQLite, which is written many rows at a time; all but `isBehind` is called within a transaction. */
export interface WordIndex {
  /** Whether any row waits to be indexed. */
  isBehind(): boolean;
  /** So many statements were run: where those have become many, it goes on. */
  written(statements: number): void;
  /** Indexes what waits, or the first of it. */
  goOn(): void;
}

/** A row that waits, with its words as they are indexed. */
interface Waiting extends Encoded {
  readonly at: number;
  readonly kind: string;
}

const KEY = "(desk_id, kind, row_id)";
const IN_TURN = "SELECT desk_id, kind, row_id FROM search_waiting ORDER BY desk_id";

function prepareAll(connection: Connection) {
  const numbered = "number >= CAST(? AS INTEGER) AND number < CAST(? AS INTEGER)";
  return {
    any: connection.prepare("SELECT 1 FROM search_waiting LIMIT 1").pluck(),
    last: connection.prepare<[number], Value[]>(`${IN_TURN}, kind, row_id LIMIT 1 OFFSET ?`).raw(),
    next: connection.prepare<Value[], Waiting>(
      `SELECT * FROM search_next WHERE ${KEY} <= (?, ?, ?) ORDER BY at, row_id`,
    ),
    all: connection.prepare<[], Waiting>("SELECT * FROM search_next ORDER BY at, row_id"),
    highest: connection.prepare<[number, number], number | null>(
      `SELECT max(number) FROM search_document WHERE ${numbered}`,
    ),
    document:
      connection.prepare(`INSERT INTO search_document (number, desk_id, kind, row_id, interaction_id, customer_id)
      VALUES (CAST(? AS INTEGER), ?, ?, ?, ?, ?)`),
    words: connection.prepare(
      "INSERT INTO search_words (rowid, said, name, marks) VALUES (CAST(? AS INTEGER), ?, ?, ?)",
    ),
    done: connection.prepare(`DELETE FROM search_waiting WHERE ${KEY} <= (?, ?, ?)`),
    allDone: connection.prepare("DELETE FROM search_waiting"),
  };
}

/** The index of words over a connection. */
export function createWordIndex(connection: Connection): WordIndex {
  const statements = prepareAll(connection);
  const { any, last, next, all, highest, document, words, done, allDone } = statements;
  highest.pluck();
  let since = DUE;

  /** The number of the next document of that second; null where it has no more room. */
  const numberIn = (from: number, taken: Map<number, number>): number | null => {
    const before = from + PLACES_A_SECOND;
    const known = taken.get(from) ?? highest.get(from, before);
    const number = known == null ? from : known + 1;
    taken.set(from, number);
    return number < before ? number : null;
  };
  const index = (rows: readonly Waiting[]): void => {
    const taken = new Map<number, number>();
    for (const { at, desk_id, kind, row_id, interaction_id, customer_id, marks, words: text } of rows) {
      const number = numberIn(firstPlace(at), taken);
      if (number === null) continue;
      document.run(number, desk_id, kind, row_id, interaction_id, customer_id);
      words.run(number, kind === "person" ? null : text, kind === "person" ? text : null, marks);
    }
  };
  const goOn = (): void => {
    since = 0;
    const key = last.get(MOST);
    index(key ? next.all(...key) : all.all());
    if (key) done.run(...key);
    else allDone.run();
  };
  return {
    isBehind: () => any.get() !== undefined,
    written: (count) => {
      since += count;
      if (since >= DUE && any.get() !== undefined) goOn();
    },
    goOn,
  };
}
