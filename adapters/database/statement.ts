import sql, { raw, type Sql } from "sql-template-tag";
import { createCache } from "./cache.ts";
import type { Encoded } from "./codec.ts";

/** One SQL statement with what is bound to it, in order. */
export interface Statement {
  /** With a question mark for each value. */
  readonly sql: string;
  /** With $1, $2 and so on in the places of the values. */
  readonly text: string;
  readonly values: readonly unknown[];
  /** Set where it is right though it changes no row; any other statement of a save must change one. */
  readonly mayChangeNone?: true;
  /** Set where how best to find its rows depends on the values: an engine that keeps plans plans it each time. */
  readonly isPlannedAnew?: true;
}

/** The name, or the names with a dot between them, quoted. */
export function ref(name: string): Sql {
  return raw(name.replace(/[^.]+/g, '"$&"'));
}

/** The number written into the statement, where it is always the same. */
export function lit(value: number): Sql {
  return raw(String(value));
}

/** At most so many rows. A bound limit by itself would have SQLite compile the statement anew for each value. */
export function limitTo(most: unknown): Sql {
  return sql`LIMIT CAST(${most} AS BIGINT)`;
}

/** Statements as they were built, by what tells them apart; building one takes longer than running it. */
const built = createCache<Statement>(256);

/** The statement of that key, built once. */
export function builtOnce(key: string, build: () => Sql): Statement {
  return built.get(key, () => {
    const { sql: form, text, values } = build();
    return { sql: form, text, values };
  });
}

/** A statement built once with names in the place of values: each name is bound to the value it stands for, those of `own` first. */
export function statement(key: string, build: () => Sql, values: Encoded, own: Encoded = values): Statement {
  const { sql: form, text, values: names } = builtOnce(key, build);
  return { sql: form, text, values: names.map((name) => own[name as string] ?? values[name as string] ?? null) };
}
