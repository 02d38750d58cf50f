import sql, { empty, raw, type Sql } from "sql-template-tag";
import { lit } from "./statement.ts";

/** What SQL engines say in different words; everything else is one SQL for all. */
export interface Dialect {
  readonly name: "sqlite" | "postgres";
  /** Whether the program keeps the words that are searched for: where the engine has no index that reads texts by the program's rules. */
  readonly keepsWords: boolean;
  /** Behind a table's name: the index to read it by, where the engine takes such advice. */
  indexedBy(index: string): Sql;
  /** Between two tables with their condition behind it: a join, where it can be said so, in the order in which they are written. */
  readonly joinedInOrder: Sql;
  /** What stands in the text before its first colon. */
  beforeColon(text: Sql): Sql;
  /** The item at the place, from 0, of a JSON list. Postgres has it as text: numbers are to be cast. */
  itemAt(json: Sql, place: number): Sql;
  /** The items of a list given as JSON, to be read from: columns `key`, from 0, and `value`. */
  itemsOf(json: Sql): Sql;
}

/** In the words of SQLite. */
export const SQLITE: Dialect = {
  name: "sqlite",
  keepsWords: false,
  indexedBy: (index) => raw(` INDEXED BY ${index}`),
  joinedInOrder: raw("CROSS JOIN"),
  beforeColon: (text) => sql`substr(${text}, 1, instr(${text}, ':') - 1)`,
  itemAt: (json, place) => sql`${json} ->> ${lit(place)}`,
  itemsOf: (json) => sql`json_each(${json})`,
};

/** In the words of Postgres, which orders joins and chooses indexes by itself. */
export const POSTGRES: Dialect = {
  name: "postgres",
  keepsWords: true,
  indexedBy: () => empty,
  joinedInOrder: raw("JOIN"),
  beforeColon: (text) => sql`split_part(${text}, ':', 1)`,
  itemAt: (json, place) => sql`CAST(${json} AS json) ->> ${lit(place)}`,
  itemsOf: (json) =>
    sql`(SELECT place - 1 AS key, value COLLATE "C" AS value FROM jsonb_array_elements_text(CAST(${json} AS jsonb)) WITH ORDINALITY AS item (value, place))`,
};
