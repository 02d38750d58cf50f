import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from "kysely";
import type { Filter } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { createCache } from "./cache.ts";
import { columnsOf, type Encoded, type Value } from "./codec.ts";
import type { Condition } from "./conditions.ts";

/** One SQL statement with what is bound to it, in order. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly Value[];
}

type Schema = Record<string, Record<string, Value>>;
type Select = ReturnType<typeof selectRows>;

/** Makes SQL of queries; it runs none. */
export const compiler = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** The name of a column in the schema: `dueAt` is `due_at`. */
export function columnName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Under this property a row's desk is bound and selected; no row has it. */
export const DESK = "deskId";

/** The columns of a table under the row's own property names. */
export function selectedColumns(table: Table) {
  return columnsOf(table).map(([property]) => sql.ref<Value>(`${table}.${columnName(property)}`).as(property));
}

/** The rows of a table, of all desks. */
export function selectRows(table: Table) {
  return compiler.selectFrom(table).select(selectedColumns(table));
}

/** Compiled statements, by what tells them apart; compiling one takes longer than running it. */
const compiled = createCache<CompiledQuery>(256);

/** A statement compiled with names in the place of values: each name is bound to the value it stands for. */
export function statement(key: string, build: () => CompiledQuery, values: Encoded): Statement {
  const form = compiled.get(key, build);
  return { sql: form.sql, parameters: form.parameters.map((name) => values[String(name)] ?? null) };
}

/** The columns with their own names in the place of values. */
function placeholders(properties: readonly string[]): Record<string, string> {
  return Object.fromEntries(properties.map((property) => [columnName(property), property]));
}

function propertiesOf(table: Table): string[] {
  return columnsOf(table).map(([property]) => property);
}

/** Inserts a row at its version; fails where its id or another unique value is taken at its desk. */
export function insertRow(desk: string, table: Table, row: Encoded): Statement {
  const build = () =>
    compiler
      .insertInto(table)
      .values(placeholders([DESK, ...propertiesOf(table)]))
      .compile();
  return statement(`insert ${table}`, build, { ...row, [DESK]: desk });
}

/** Replaces the row where it still stands at the version; changes nothing where it does not. */
export function updateRow(desk: string, table: Table, row: Encoded, version: number): Statement {
  const build = () =>
    compiler
      .updateTable(table)
      .set(placeholders(propertiesOf(table).filter((property) => property !== "id")))
      .where("desk_id", "=", DESK)
      .where("id", "=", "id")
      .where("version", "=", "before")
      .compile();
  return statement(`update ${table}`, build, { ...row, [DESK]: desk, before: version });
}

/** Removes the row where it still stands at the version; changes nothing where it does not. */
export function deleteRow(desk: string, table: Table, id: string, version: number): Statement {
  const build = () =>
    compiler
      .deleteFrom(table)
      .where("desk_id", "=", DESK)
      .where("id", "=", "id")
      .where("version", "=", "before")
      .compile();
  return statement(`delete ${table}`, build, { [DESK]: desk, id, before: version });
}

/** The desk's row with the id. */
export function selectRow(desk: string, table: Table, id: string): Statement {
  const build = () => selectRows(table).where("desk_id", "=", DESK).where("id", "=", "id").compile();
  return statement(`select ${table}`, build, { [DESK]: desk, id });
}

/** Remembers an event of the desk; fails where it is known. */
export function insertEvent(desk: string, id: string, at: number): Statement {
  const build = () =>
    compiler
      .insertInto("inbox")
      .values(placeholders([DESK, "id", "at"]))
      .compile();
  return statement("insert inbox", build, { [DESK]: desk, id, at });
}

function restricted(query: Select, condition: Condition): Select {
  const column = columnName(condition.column);
  if (condition.kind === "atMost") return query.where(column, "<=", condition.value);
  if (condition.kind === "atLeast") return query.where(column, ">=", condition.value);
  if (condition.kind === "after") return query.where(column, ">", condition.value);
  if (condition.kind === "startsWith")
    return query.where(column, ">=", condition.value).where(column, "<", condition.below);
  const [first] = condition.values;
  if (condition.orNull) {
    return query.where(({ or, eb }) =>
      or([eb(column, "is", null), ...(first === undefined ? [] : [eb(column, "in", condition.values)])]),
    );
  }
  return condition.values.length === 1 && first !== undefined
    ? query.where(column, "=", first)
    : query.where(column, "in", condition.values);
}

function valuesOf(condition: Condition): readonly Value[] {
  if (condition.kind === "startsWith") return [condition.value, condition.below];
  return condition.kind === "among" ? condition.values : [condition.value];
}

function compileList<T extends Table>(
  table: T,
  conditions: readonly Condition[],
  filter: Filter<Rows[T]>,
): CompiledQuery {
  const { orderBy = "id", descending = false, limit } = filter;
  let query = conditions.reduce(restricted, selectRows(table).where("desk_id", "=", DESK));
  if (orderBy !== "id") {
    query = query.orderBy(columnName(orderBy), (order) =>
      descending ? order.desc().nullsLast() : order.asc().nullsFirst(),
    );
  }
  query = query.orderBy("id", descending ? "desc" : "asc");
  return (limit === undefined ? query : query.limit(limit)).compile();
}

/** The desk's rows that meet every condition, ordered; nulls count as lowest. */
export function selectRowsWhere<T extends Table>(
  desk: string,
  table: T,
  conditions: readonly Condition[],
  filter: Filter<Rows[T]>,
): Statement {
  const { orderBy = "id", descending = false, limit } = filter;
  const shape = conditions.map((condition) => {
    const nullable = condition.kind === "among" && condition.orNull;
    return `${condition.kind} ${condition.column} ${valuesOf(condition).length} ${nullable}`;
  });
  const key = ["list", table, orderBy, descending, limit !== undefined, ...shape].join(",");
  const form = compiled.get(key, () => compileList(table, conditions, filter));
  const parameters = [desk, ...conditions.flatMap(valuesOf), ...(limit === undefined ? [] : [limit])];
  return { sql: form.sql, parameters };
}
