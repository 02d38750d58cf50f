import type { Value } from "../codec.ts";
import { Database } from "../driver.ts";
import { refuseForeign } from "../look-at-file.ts";
import { schemaState } from "../migrate.ts";
import { readMigrations } from "../migration-files.ts";
import type { Connection } from "../sqlite-connection.ts";
import { explained } from "../sqlite-errors.ts";
import { ref } from "../statement.ts";
import { isMoved, type MovedRow, type MovedTable, type MoveSide } from "./side.ts";

/** How much is held in memory at a time: so many rows, or so many characters of text. */
const MOST_ROWS = 1_000;
const MOST_TEXT = 2_000_000;

interface ColumnInfo {
  readonly name: string;
  /** Its place in the primary key, from 1; 0 where it is not in it. */
  readonly pk: number;
  /** 0 where it holds something of its own. */
  readonly hidden: number;
}

/** The columns' names, quoted. */
export function listed(columns: readonly string[]): string {
  return columns.map((column) => ref(column).sql).join(", ");
}

function marks(columns: readonly string[]): string {
  return columns.map(() => "?").join(", ");
}

/** The tables of an open file whose rows are moved. */
export function tablesOf(connection: Connection): MovedTable[] {
  const found = connection.pragma("table_list") as { readonly name: string; readonly type: string }[];
  const names = found.filter(({ name, type }) => type === "table" && !name.startsWith("sqlite_") && isMoved(name));
  return names
    .map(({ name }) => {
      const columns = connection.pragma(`table_xinfo(${ref(name).sql})`) as ColumnInfo[];
      const inKey = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
      const own = columns.filter(({ hidden }) => hidden === 0).map((column) => column.name);
      return { name, columns: own.sort(), key: inKey.map((column) => column.name) };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function textIn(row: MovedRow): number {
  return Object.values(row).reduce<number>((sum, value) => sum + (typeof value === "string" ? value.length : 0), 0);
}

/** Reads so many rows as memory bears. */
function portion(rows: IterableIterator<MovedRow>): MovedRow[] {
  const taken: MovedRow[] = [];
  let text = 0;
  for (const row of rows) {
    taken.push(row);
    text += textIn(row);
    if (taken.length >= MOST_ROWS || text >= MOST_TEXT) break;
  }
  return taken;
}

function keysOf({ key }: MovedTable, row: MovedRow): Value[] {
  return key.map((column) => row[column] ?? null);
}

/** An open file as one end of a move. */
export function fileSide(connection: Connection): MoveSide {
  return {
    tables: tablesOf(connection),
    count: async ({ name }) =>
      Number(
        connection
          .prepare(`SELECT count(*) FROM ${ref(name).sql}`)
          .pluck()
          .get(),
      ),
    after: async (table, row) => {
      const { name, columns, key } = table;
      const from = row === null ? "" : `WHERE (${listed(key)}) > (${marks(key)})`;
      const text = `SELECT ${listed(columns)} FROM ${ref(name).sql} ${from} ORDER BY ${listed(key)}`;
      const values = row === null ? [] : keysOf(table, row);
      return portion(connection.prepare<Value[], MovedRow>(text).iterate(...values));
    },
    having: async (table, rows) => {
      const { name, columns, key } = table;
      const text = `SELECT ${listed(columns)} FROM ${ref(name).sql} WHERE (${listed(key)}) = (${marks(key)})`;
      const one = connection.prepare<Value[], MovedRow>(text);
      return rows.map((row) => one.get(...keysOf(table, row))).filter((row) => row !== undefined);
    },
    close: async () => void connection.close(),
  };
}

/** Opens the file to be read alone. Throws a sentence where it is none of ours, or has another schema than this program. */
export function openFileSource(path: string, migrations: string): MoveSide {
  refuseForeign(path);
  const connection = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const { version, pending } = schemaState(path, connection, readMigrations(migrations));
    if (pending.length > 0)
      throw new Error(`${path} has an older schema (${version}); bring it up to date with emptychair migrate first.`);
    return fileSide(connection);
  } catch (error) {
    connection.close();
    throw explained(path, error);
  }
}
