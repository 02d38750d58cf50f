import type { Change } from "../../../src/outcome.ts";
import type { Table } from "../../../src/rows.ts";
import { columnsOf, decode, type Encoded } from "../codec.ts";
import { keepWords } from "../kept-words.ts";
import type { PostgresSession } from "../postgres-connection.ts";
import { columnName } from "../queries.ts";
import type { MovedRow, MovedTable } from "./side.ts";

/** The tables whose rows are found by their words. */
const FOUND: readonly Table[] = ["entry", "response", "customer"];

/** Keeps the words of rows that were put in, or takes them out with the rows: where the program keeps them, nothing else does. */
export async function moveWords(
  session: PostgresSession,
  { name }: MovedTable,
  rows: readonly MovedRow[],
  remove?: true,
): Promise<void> {
  const table = FOUND.find((one) => one === name);
  if (table === undefined) return;
  const properties = columnsOf(table).map(([property]) => property);
  const statements = rows.flatMap((row) => {
    const stored: Encoded = Object.fromEntries(
      properties.map((property) => [property, row[columnName(property)] ?? null]),
    );
    const change = { table, row: decode(table, stored), ...(remove && { remove }) } as Change;
    return keepWords(String(row.desk_id), change);
  });
  // All are sent before the first is answered.
  const answers = await Promise.allSettled(statements.map((statement) => session.ask(statement)));
  const failed = answers.find((answer) => answer.status === "rejected");
  if (failed) throw failed.reason;
}
