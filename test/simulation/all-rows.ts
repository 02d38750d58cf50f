import { Database } from "../../adapters/database/driver.ts";

/** Everything that a file says: each row of each table in words, and how often it stands there. */
export type AllRows = ReadonlyMap<string, number>;

/** The numbers of the index of words are others each time it is made; what is counted once may be counted again. */
const ELSEWHERE = /^(?:sqlite_|search_(?!agent$)|sealed$)/;
/** What is found by its words, or will be as soon as what waits is indexed. */
const FOUND = `WITH wanted AS (
    SELECT desk_id, 'entry' AS kind, id FROM entry WHERE author IN ('customer', 'agent') AND deleted_at IS NULL
    UNION ALL SELECT desk_id, 'comment', id FROM response WHERE comment IS NOT NULL
    UNION ALL SELECT desk_id, 'person', id FROM customer WHERE name IS NOT NULL)
  SELECT desk_id, kind, row_id FROM search_document
  UNION SELECT desk_id, kind, row_id FROM search_waiting WHERE (desk_id, kind, row_id) IN wanted`;

/** Where an earlier schema did not say when a score was given the last time, its revisions tell when first: so it stands in no comparison. */
const TOLD_ELSEWHERE = "scored_at";

const inWords = (row: object): string => {
  const columns = Object.entries(row).filter(([name]) => name !== TOLD_ELSEWHERE);
  return JSON.stringify(columns.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Reads all of it, the figures that triggers keep and what is to be found included. */
export function allRows(path: string): AllRows {
  const database = new Database(path);
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const asked = tables.filter((table) => !ELSEWHERE.test(table)).map((table) => [table, `SELECT * FROM "${table}"`]);
  const rows = new Map<string, number>();
  for (const [table, text = ""] of [...asked, ["found", FOUND]])
    for (const row of database.prepare(text).all() as object[]) {
      const words = `${table} ${inWords(row)}`;
      rows.set(words, (rows.get(words) ?? 0) + 1);
    }
  database.close();
  return rows;
}

/** What stands in one of them and not in the other, a sentence each. */
export function differences(before: AllRows, after: AllRows): string[] {
  const words = [...new Set([...before.keys(), ...after.keys()])];
  return words.flatMap((row) => {
    const [was, is] = [before.get(row) ?? 0, after.get(row) ?? 0];
    return was === is ? [] : [`${row} stood there ${was} times, and stands there ${is} times`];
  });
}
