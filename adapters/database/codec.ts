import type { Rows, Table } from "../../src/rows.ts";
import type { Codec } from "./column-codecs.ts";
import { COLUMNS, TABLES } from "./tables.ts";

/** What a column holds in an SQL engine. */
export type Value = string | number | null;

/** A row as an SQL engine holds it, by the row's own property names. */
export type Encoded = Record<string, Value>;

type Columns = readonly (readonly [name: string, codec: Codec])[];

const LISTED = new Map<Table, Columns>(TABLES.map((table) => [table, Object.entries(COLUMNS[table])]));
const TRANSLATED = new Map<Table, Columns>(
  TABLES.map((table) => [table, columnsOf(table).filter(([, codec]) => /^(?:flag|json)/.test(codec))]),
);

/** The columns of the table with their codecs, in the order of the description. */
export function columnsOf(table: Table): Columns {
  return LISTED.get(table) ?? [];
}

/** The codec of a column. Throws where the table has no such column. */
export function codecOf(table: Table, column: string): Codec {
  const columns: Readonly<Record<string, Codec>> = COLUMNS[table];
  const codec = Object.hasOwn(columns, column) ? columns[column] : undefined;
  if (codec === undefined) throw new TypeError(`The table ${table} has no column ${column}.`);
  return codec;
}

function encodePlain(value: unknown, codec: Codec): Value | undefined {
  switch (codec) {
    case "text":
    case "text?":
      return typeof value === "string" ? value : undefined;
    case "integer":
    case "integer?":
      return Number.isSafeInteger(value) ? (value as number) : undefined;
    case "flag":
    case "flag?":
      return typeof value === "boolean" ? Number(value) : undefined;
    default:
      return typeof value === "object" ? JSON.stringify(value) : undefined;
  }
}

/** The value as stored. Throws where it is not what the column holds: nothing is coerced. */
export function encodeValue(table: Table, column: string, codec: Codec, value: unknown): Value {
  if (value === null && codec.endsWith("?")) return null;
  const encoded = value === null ? undefined : encodePlain(value, codec);
  if (encoded !== undefined) return encoded;
  throw new TypeError(`${table}.${column} holds ${codec.replace("?", " or null")}, not ${JSON.stringify(value)}.`);
}

/** The row as stored. Throws where a column is missing, unknown or of the wrong type. */
export function encode<T extends Table>(table: T, row: Rows[T]): Encoded {
  const columns = columnsOf(table);
  const values = row as unknown as Readonly<Record<string, unknown>>;
  const encoded: Encoded = { ...(values as Encoded) };
  for (const [column, codec] of columns) {
    const value = values[column];
    const stored = encodeValue(table, column, codec, value);
    if (stored !== value) encoded[column] = stored;
  }
  const given = Object.keys(row);
  if (given.length === columns.length) return encoded;
  const unknown = given.filter((column) => !columns.some(([name]) => name === column));
  throw new TypeError(`The table ${table} has no column ${unknown.join(", ")}.`);
}

/** The row of the product out of a stored one; the stored one is left alone. */
export function decode<T extends Table>(table: T, stored: Encoded): Rows[T] {
  const row: Record<string, unknown> = { ...stored };
  for (const [column, codec] of TRANSLATED.get(table) ?? []) {
    const value = stored[column];
    if (value === null || value === undefined) continue;
    row[column] = codec.startsWith("flag") ? value === 1 : JSON.parse(String(value));
  }
  return row as unknown as Rows[T];
}
