import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { Filter } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { codecOf, columnsOf, type Encoded, type Value } from "./codec.ts";
import type { Condition } from "./conditions.ts";
import { builtOnce, limitTo, ref, type Statement, statement } from "./statement.ts";

/** The name of a column in the schema: `dueAt` is `due_at`. */
export function columnName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Under this property a row's desk is bound and selected; no row has it. */
export const DESK = "deskId";

/** The columns of a table under the row's own property names. */
export function selectedColumns(table: Table): Sql[] {
  return columnsOf(table).map(([property]) => sql`${ref(`${table}.${columnName(property)}`)} AS ${ref(property)}`);
}

/** The desk's row in the place of the names. */
const ONE_ROW = sql`desk_id = ${DESK} AND id = ${"id"}`;
/** The same where it still stands at the version it was read at. */
const UNMOVED = sql`${ONE_ROW} AND version = ${"before"}`;

function propertiesOf(table: Table): string[] {
  return columnsOf(table).map(([property]) => property);
}

function insertInto(table: string, properties: readonly string[]): Sql {
  const columns = properties.map((property) => ref(columnName(property)));
  return sql`INSERT INTO ${ref(table)} (${join(columns)}) VALUES (${join(properties)})`;
}

/** Inserts a row at its version; fails where its id or another unique value is taken at its desk. */
export function insertRow(desk: string, table: Table, row: Encoded): Statement {
  const build = () => insertInto(table, [DESK, ...propertiesOf(table)]);
  return statement(`insert ${table}`, build, row, { [DESK]: desk });
}

/** Replaces the row where it still stands at the version; changes nothing where it does not. */
export function updateRow(desk: string, table: Table, row: Encoded, version: number): Statement {
  const build = () => {
    const own = propertiesOf(table).filter((property) => property !== "id");
    const columns = own.map((property) => sql`${ref(columnName(property))} = ${property}`);
    return sql`UPDATE ${ref(table)} SET ${join(columns)} WHERE ${UNMOVED}`;
  };
  return statement(`update ${table}`, build, row, { [DESK]: desk, before: version });
}

/** Removes the row where it still stands at the version; changes nothing where it does not. */
export function deleteRow(desk: string, table: Table, id: string, version: number): Statement {
  const build = () => sql`DELETE FROM ${ref(table)} WHERE ${UNMOVED}`;
  return statement(`delete ${table}`, build, { [DESK]: desk, id, before: version });
}

/** The desk's row with the id. */
export function selectRow(desk: string, table: Table, id: string): Statement {
  const build = () => sql`SELECT ${join(selectedColumns(table))} FROM ${ref(table)} WHERE ${ONE_ROW}`;
  return statement(`select ${table}`, build, { [DESK]: desk, id });
}

/** Remembers an event of the desk; fails where it is known. */
export function insertEvent(desk: string, id: string, at: number): Statement {
  return statement("insert inbox", () => insertInto("inbox", [DESK, "id", "at"]), { [DESK]: desk, id, at });
}

function restriction(condition: Condition): Sql {
  const column = ref(columnName(condition.column));
  if (condition.kind === "atMost") return sql`${column} <= ${condition.value}`;
  if (condition.kind === "atLeast") return sql`${column} >= ${condition.value}`;
  if (condition.kind === "after") return sql`${column} > ${condition.value}`;
  if (condition.kind === "startsWith") return sql`${column} >= ${condition.value} AND ${column} < ${condition.below}`;
  const { values, orNull } = condition;
  if (values.length === 0) return sql`${column} IS NULL`;
  const among = values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} IN (${join(values)})`;
  return orNull ? sql`(${column} IS NULL OR ${among})` : among;
}

function valuesOf(condition: Condition): readonly Value[] {
  if (condition.kind === "startsWith") return [condition.value, condition.below];
  return condition.kind === "among" ? condition.values : [condition.value];
}

/** Whether a row that is listed may have null there: where none has, an engine that keeps nulls elsewhere in its indexes need not sort. */
function mayBeNull(table: Table, column: string, conditions: readonly Condition[]): boolean {
  const isBound = (one: Condition) => one.column === column && !(one.kind === "among" && one.orNull);
  return codecOf(table, column).endsWith("?") && !conditions.some(isBound);
}

function orderOf(orderBy: string, descending: boolean, withNulls: boolean): Sql {
  const direction = raw(descending ? "DESC" : "ASC");
  const nulls = raw(descending ? " NULLS LAST" : " NULLS FIRST");
  const first = orderBy === "id" ? empty : sql`${ref(columnName(orderBy))} ${direction}${withNulls ? nulls : empty}, `;
  return sql`${first}"id" ${direction}`;
}

function listOf<T extends Table>(table: T, conditions: readonly Condition[], filter: Filter<Rows[T]>): Sql {
  const { orderBy = "id", descending = false, limit } = filter;
  const all = [sql`desk_id = ${DESK}`, ...conditions.map(restriction)];
  return sql`SELECT ${join(selectedColumns(table))} FROM ${ref(table)} WHERE ${join(all, " AND ")}
    ORDER BY ${orderOf(orderBy, descending, mayBeNull(table, orderBy, conditions))} ${limit === undefined ? empty : limitTo(limit)}`;
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
  const form = builtOnce(key, () => listOf(table, conditions, filter));
  const values = [desk, ...conditions.flatMap(valuesOf), ...(limit === undefined ? [] : [limit])];
  return { ...form, values };
}
