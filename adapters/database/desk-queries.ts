import sql, { join, type Sql } from "sql-template-tag";
import type { DueTable } from "../../src/due.ts";
import type { PassedOver } from "../../src/outbox/passed-over.ts";
import type { Among } from "../../src/ports.ts";
import type { Table } from "../../src/rows.ts";
import type { Dialect } from "./dialect.ts";
import { columnName, DESK, selectedColumns } from "./queries.ts";
import { limitTo, ref, type Statement, statement } from "./statement.ts";

const LISTS: readonly (keyof PassedOver)[] = ["platforms", "spaces", "channels", "lanes", "paced"];

/** Heads of one kind. */
export interface OfKind extends Pick<Among, "after" | "except"> {
  readonly kind: Among["kinds"][number];
}

/** What a post shows in an index of what each list passes over. */
const SHOWN: Readonly<Record<keyof PassedOver, (dialect: Dialect) => Sql>> = {
  platforms: ({ beforeColon }) => beforeColon(sql`post.lane`),
  spaces: () => sql`post.space`,
  channels: () => sql`post.channel`,
  lanes: () => sql`post.lane`,
  paced: () => sql`post.channel`,
};

/** Whether the list does not pass the post over. It is bound as JSON: whatever is on it, it is one statement. */
function isNotOn(list: keyof PassedOver, dialect: Dialect): Sql {
  const isFree = sql`${SHOWN[list](dialect)} NOT IN (SELECT value FROM ${dialect.itemsOf(sql`${list}`)} AS item)`;
  return list === "paced" ? sql`(post.is_aside = 1 OR ${isFree})` : isFree;
}

function conditionsAmong({ except }: OfKind, dialect: Dialect): Sql[] {
  const lists = LISTS.filter((list) => except[list].length > 0).map((list) => isNotOn(list, dialect));
  return [sql`post.kind = ${"kind"}`, sql`post.id > ${"after"}`, ...lists];
}

/** The states are spelt out so that the partial indexes serve. */
function headsOf(dialect: Dialect, among: OfKind | undefined): Sql {
  const isUnsettled = sql`post.state IN ('pending', 'sending')`;
  const isFirst = sql`NOT EXISTS (
    SELECT 1 FROM post AS earlier WHERE earlier.desk_id = post.desk_id AND earlier.lane = post.lane
      AND earlier.id < post.id AND earlier.state IN ('pending', 'sending'))`;
  const isReady = sql`due_at <= ${"now"} AND (lease_until IS NULL OR lease_until <= ${"now"})`;
  const conditions = [isUnsettled, ...(among ? conditionsAmong(among, dialect) : []), isFirst, isReady];
  return sql`SELECT ${join(selectedColumns("post"))}, post.desk_id AS ${ref(DESK)} FROM post
    WHERE ${join(conditions, " AND ")} ORDER BY id, desk_id ${limitTo("limit")}`;
}

/** The first unsettled post of each lane of each desk, where that one is due and leased to nobody any more, oldest first. */
export function selectHeads(dialect: Dialect, now: number, limit: number, among?: OfKind): Statement {
  if (!among) return statement(`${dialect.name} heads`, () => headsOf(dialect, among), { now, limit });
  const { kind, after, except } = among;
  const lists = LISTS.filter((list) => except[list].length > 0);
  const values = Object.fromEntries(lists.map((list) => [list, JSON.stringify(except[list])]));
  return statement(`${dialect.name} heads of ${lists}`, () => headsOf(dialect, among), {
    now,
    limit,
    kind,
    after,
    ...values,
  });
}

/** Desk and id of the rows whose due time has come, the longest due first. */
export function selectDue(table: DueTable, now: number, limit: number): Statement {
  const build = () => sql`SELECT desk_id AS desk, id FROM ${ref(table)} WHERE due_at <= ${"now"}
    ORDER BY due_at, id, desk_id ${limitTo("limit")}`;
  return statement(`due ${table}`, build, { now, limit });
}

/** Those of the desks that have a row of the table with the value: asked for by desk, which leads every key. */
export function selectDesks(desks: readonly string[], table: Table, column: string, value: string): Statement {
  const names = desks.map((_, index) => `desk${index}`);
  const build = () => sql`SELECT DISTINCT desk_id AS desk FROM ${ref(table)}
    WHERE desk_id IN (${join(names)}) AND ${ref(columnName(column))} = ${"value"} ORDER BY desk_id`;
  const values = Object.fromEntries(desks.map((desk, index) => [`desk${index}`, desk]));
  return statement(`desks ${desks.length} ${table} ${column}`, build, { ...values, value });
}
