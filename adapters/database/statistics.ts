import type { Connection } from "./sqlite-connection.ts";

/** Rows that a table is taken to have, as SQLite does where it knows nothing. */
const ROWS = 2 ** 20;
/** Rows that share one more column of an index each, as SQLite assumes where it knows nothing; the last goes on. */
const ALIKE = [10, 9, 8, 7, 6, 5];

interface IndexRow {
  readonly table: string;
  readonly name: string;
  readonly isUnique: 0 | 1;
  readonly isPartial: 0 | 1;
  readonly isTable: 0 | 1;
  /** Its columns in order, with a comma between them. */
  readonly columns: string;
}

/** For WITHOUT ROWID the table is its primary key, and SQLite keeps the statistics of that under the table's name. */
const INDEXES = `SELECT schema.name AS "table", list.name, list."unique" AS isUnique, list.partial AS isPartial,
    list.origin = 'pk' AND kind.wr AS isTable,
    (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(list.name) ORDER BY seqno)) AS columns
  FROM sqlite_schema AS schema JOIN pragma_index_list(schema.name) AS list
    JOIN pragma_table_list(schema.name) AS kind
  WHERE schema.type = 'table' AND schema.name NOT LIKE 'sqlite_%'`;

/** Rows in the index, then how many share its first column, its first two, and so on. */
function estimate({ columns, isUnique, isPartial }: IndexRow): string {
  const names = columns.split(",");
  const rows = isPartial ? ROWS / 2 : ROWS;
  const led = names[0] === "desk_id" ? 1 : 0;
  const alike = names.map((_, index) => {
    if (index < led) return rows;
    return isUnique && index === names.length - 1 ? 1 : (ALIKE[index - led] ?? ALIKE.at(-1));
  });
  return [rows, ...alike].join(" ");
}

/**
 * Tells SQLite's planner that one desk may have all the rows. It would otherwise take a desk for a handful of them, and rather read
 * through a whole desk in the wanted order than use the index of what is looked for.
 */
export function plantStatistics(connection: Connection): void {
  // Only ANALYZE can make the table of statistics.
  connection.exec("CREATE TABLE unknown (id); ANALYZE unknown; DROP TABLE unknown; DELETE FROM sqlite_stat1");
  const plant = connection.prepare("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)");
  for (const index of connection.prepare<[], IndexRow>(INDEXES).all()) {
    plant.run(index.table, index.isTable ? index.table : index.name, estimate(index));
  }
  connection.exec("ANALYZE sqlite_schema");
}
