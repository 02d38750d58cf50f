import type { Rows, Table } from "../../src/rows.ts";

type Plain<V> = [V] extends [boolean]
  ? "flag"
  : [V] extends [string]
    ? "text"
    : [V] extends [number]
      ? "integer"
      : "json";
type CodecOf<V> = null extends V ? `${Plain<NonNullable<V>>}?` : Plain<V>;

/** How a column is stored: `flag` as 0 or 1, `json` as text; a question mark: may be null. */
export type Codec = CodecOf<string | null> | CodecOf<string> | `${"integer" | "flag" | "json"}${"" | "?"}`;

/** The columns of a table with how each is stored. */
export type ColumnsOf<T extends Table> = { readonly [C in keyof Rows[T]]-?: CodecOf<Rows[T][C]> };
