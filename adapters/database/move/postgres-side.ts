import { MOVE } from "../half-moved.ts";
import type { Connections, PostgresSession } from "../postgres-connection.ts";
import { holdable } from "../postgres-text.ts";
import { ref } from "../statement.ts";
import { isMoved, type MovedRow, type MovedTable, type MoveSide } from "./side.ts";

/** How many rows are read at a time. */
const ROWS = 500;
/** Tables that tell how a database stands, and hold nothing of a desk. */
const OWN = [MOVE, "schema_version"];

const COLUMNS = {
  text: `SELECT c.relname::text AS table, a.attname::text AS column, format_type(a.atttypid, NULL)::text AS type,
      coalesce(array_position(i.indkey::int2[], a.attnum), -1)::bigint AS place
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      JOIN pg_index AS i ON i.indrelid = c.oid AND i.indisprimary
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
    ORDER BY c.relname COLLATE "C", a.attname COLLATE "C"`,
  values: [],
};

/** The types of the columns, by table and column. */
export type ColumnTypes = ReadonlyMap<string, string>;

/** A database on a server as one end of a move. */
export interface PostgresSide extends MoveSide {
  readonly connections: Connections;
  /** An array of so many values of these columns, bound as that many parameters. */
  typeOf(table: MovedTable, column: string): string;
}

/** The columns' names, quoted. */
export function listed(columns: readonly string[], of = ""): string {
  return columns.map((column) => of + ref(column).sql).join(", ");
}

/** The rows' values of each column, as Postgres takes a list of them. */
export function columnsOfRows(columns: readonly string[], rows: readonly MovedRow[]): unknown[] {
  const bound = (value: unknown) => (typeof value === "string" ? holdable(value) : value);
  return columns.map((column) => rows.map((row) => bound(row[column])));
}

async function readTables(connections: Connections) {
  const { rows } = await connections.ask(COLUMNS);
  const own = rows.filter(({ table }) => isMoved(String(table)) && !OWN.includes(String(table)));
  const names = [...new Set(own.map(({ table }) => String(table)))];
  const types = new Map(own.map(({ table, column, type }) => [`${table}.${column}`, String(type)]));
  const tables = names.map((name): MovedTable => {
    const columns = own.filter(({ table }) => table === name);
    const inKey = columns
      .filter(({ place }) => Number(place) >= 0)
      .sort((one, other) => Number(one.place) - Number(other.place));
    return {
      name,
      columns: columns.map(({ column }) => String(column)),
      key: inKey.map(({ column }) => String(column)),
    };
  });
  return { tables, types };
}

/** Runs it in one transaction without limits of time. */
export async function inTransaction<T>(
  connections: Connections,
  work: (session: PostgresSession) => Promise<T>,
): Promise<T> {
  const session = await connections.session();
  let isBroken = true;
  try {
    await session.run("BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0");
    const result = await work(session);
    await session.run("COMMIT");
    isBroken = false;
    return result;
  } finally {
    // A connection in the middle of a transaction is not given to anybody: the server undoes what was begun.
    session.release(isBroken);
  }
}

/** The database that is connected to, at the newest schema, as one end of a move. */
export async function postgresSide(connections: Connections): Promise<PostgresSide> {
  const { tables, types } = await readTables(connections);
  const typeOf = ({ name }: MovedTable, column: string) => types.get(`${name}.${column}`) ?? "text";
  const arrays = (table: MovedTable, columns: readonly string[]) =>
    columns.map((column, index) => `$${index + 1}::${typeOf(table, column)}[]`).join(", ");
  return {
    ...{ tables, connections, typeOf },
    count: async ({ name }) => {
      const { rows } = await connections.ask({ text: `SELECT count(*) AS count FROM ${ref(name).sql}`, values: [] });
      return Number(rows[0]?.count);
    },
    after: async ({ name, columns, key }, row) => {
      const places = key.map((_, index) => `$${index + 1}`).join(", ");
      const from = row === null ? "" : `WHERE (${listed(key)}) > (${places})`;
      const text = `SELECT ${listed(columns)} FROM ${ref(name).sql} ${from} ORDER BY ${listed(key)} LIMIT ${ROWS}`;
      return (await connections.ask({ text, values: row === null ? [] : key.map((column) => row[column]) })).rows;
    },
    having: async (table, rows) => {
      const { name, columns, key } = table;
      const same = key.map((column) => `found.${ref(column).sql} = wanted.${ref(column).sql}`).join(" AND ");
      const text = `SELECT ${listed(columns, "found.")} FROM unnest(${arrays(table, key)}) AS wanted (${listed(key)})
        JOIN ${ref(name).sql} AS found ON ${same}`;
      return (await connections.ask({ text, values: columnsOfRows(key, rows) })).rows;
    },
    close: () => connections.close(),
  };
}
