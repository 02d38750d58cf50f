import { raw, type Sql } from "sql-template-tag";
import { createCache } from "./cache.ts";
import type { Encoded } from "./codec.ts";

/** One SQL statement with what is bound to it, in order. */
export interface Statement {
  /** With a question mark for each value. */
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** The name, or the names with a dot between them, quoted. */
export function ref(name: string): Sql {
  return raw(name.replace(/[^.]+/g, '"$&"'));
}

/** The number written into the statement, where it is always the same. */
export function lit(value: number): Sql {
  return raw(String(value));
}

/** Statements as they were built, by what tells them apart; building one takes longer than running it. */
const built = createCache<Statement>(256);

/** The statement of that key, built once. */
export function builtOnce(key: string, build: () => Sql): Statement {
  return built.get(key, () => {
    const { sql, values } = build();
    return { sql, values };
  });
}

/** A statement built once with names in the place of values: each name is bound to the value it stands for. */
export function statement(key: string, build: () => Sql, values: Encoded): Statement {
  const { sql, values: names } = builtOnce(key, build);
  return { sql, values: names.map((name) => values[String(name)] ?? null) };
}
