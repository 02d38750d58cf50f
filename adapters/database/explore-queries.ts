import sql, { join, type Sql } from "sql-template-tag";
import type { Window } from "../../src/digest/week.ts";
import { type CommentPage, MOST_VALUES, type SliceFilter } from "../../src/explore/slice.ts";
import { type Band, bandOf, scores } from "../../src/survey/score.ts";
import type { Dialect } from "./dialect.ts";
import { selectedColumns } from "./queries.ts";
import { limitTo, lit, ref, type Statement } from "./statement.ts";
import type { DeskWindow } from "./tally-queries.ts";

/** A desk's time with a filter. */
export interface DeskSlice extends DeskWindow {
  readonly filter: SliceFilter;
}

/** The place of the score in the kind of an answer. */
const SCORE_AT = 1;
/** What is counted, with the place of the product in its kind. */
const PRODUCT_AT = { answer: 2, talk: 3, question: 2, case: 1 } as const;
type TalliedThing = keyof typeof PRODUCT_AT;

function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`TRUE` : join(conditions, " AND ");
}

/** Whether the channel is the one sought, or one of the platform or space that is. */
function isAt(column: string, sought: string): Sql {
  const own = ref(column);
  const begins = `${sought}:`;
  return sql`(${own} = ${sought} OR substr(${own}, 1, length(${begins})) = ${begins})`;
}

/** What a row is chosen by, its product aside. */
function chosen({ agent, channel, language }: SliceFilter): Sql {
  return all([
    ...(agent === undefined ? [] : [sql`agent = ${agent}`]),
    ...(channel === undefined ? [] : [isAt("channel", channel)]),
    ...(language === undefined ? [] : [sql`language = ${language}`]),
  ]);
}

function ofProduct(dialect: Dialect, what: TalliedThing, { product }: SliceFilter): Sql {
  return product === undefined ? sql`TRUE` : sql`${dialect.itemAt(sql`kind`, PRODUCT_AT[what])} = ${product}`;
}

/** Every kind there is, found by stepping from one to the next along the key. */
function kinds(desk: string, what: TalliedThing): Sql {
  const next = (after: Sql) =>
    sql`(SELECT min(kind) FROM explored WHERE desk_id = ${desk} AND what = ${what} AND ${after})`;
  return sql`each_kind (kind) AS (SELECT ${next(sql`TRUE`)} UNION ALL
    SELECT ${next(sql`explored.kind > each_kind.kind`)} FROM each_kind WHERE kind IS NOT NULL)`;
}

function numberOf(desk: string, what: TalliedThing, from: Sql, to: Sql, filter: SliceFilter) {
  const isLatest = what === "answer" ? sql`until >= ${to}` : sql`TRUE`;
  return sql`(SELECT count(*) FROM explored WHERE desk_id = ${desk} AND what = ${what} AND explored.kind = each_kind.kind
    AND at >= ${from} AND at < ${to} AND ${isLatest} AND ${chosen(filter)})`;
}

/** How often each kind stands in the slice. */
export function selectKinds(dialect: Dialect, what: TalliedThing, { desk, from, to, filter }: DeskSlice): Statement {
  return sql`WITH RECURSIVE ${kinds(desk, what)}
    SELECT kind, ${numberOf(desk, what, sql`${from}`, sql`${to}`, filter)} AS count
    FROM each_kind WHERE kind IS NOT NULL AND ${ofProduct(dialect, what, filter)}`;
}

/** How often each kind of answer stands in each of the windows. */
export function selectWeeks(dialect: Dialect, desk: string, weeks: readonly Window[], filter: SliceFilter): Statement {
  const ends = JSON.stringify(weeks.map(({ from, to }) => [from, to]));
  const end = (place: number) => dialect.itemAt(sql`value`, place);
  const count = numberOf(desk, "answer", ref("week.from"), ref("week.to"), filter);
  return sql`WITH RECURSIVE ${kinds(desk, "answer")},
      week ("from", "to") AS MATERIALIZED (SELECT CAST(${end(0)} AS BIGINT), CAST(${end(1)} AS BIGINT) FROM ${dialect.itemsOf(sql`${ends}`)} AS item)
    SELECT "from", kind, ${count} AS count FROM week CROSS JOIN each_kind WHERE kind IS NOT NULL AND ${ofProduct(dialect, "answer", filter)}`;
}

function commented(dialect: Dialect, { desk, from, to, filter }: DeskSlice): Sql {
  return sql`desk_id = ${desk} AND commented = 1 AND at >= ${from} AND at < ${to} AND until >= ${to}
    AND ${ofProduct(dialect, "answer", filter)} AND ${chosen(filter)}`;
}

function ofBand(dialect: Dialect, band: Band | undefined): Sql {
  if (band === undefined) return sql`TRUE`;
  const own = scores("0-10").filter((score) => bandOf(score) === band);
  return sql`CAST(${dialect.itemAt(sql`kind`, SCORE_AT)} AS BIGINT) IN (${join(own.map((score) => lit(score)))})`;
}

/** The answers of the slice that have a comment, the latest first. */
export function selectSliceComments(
  dialect: Dialect,
  slice: DeskSlice,
  { limit, behind, band }: CommentPage,
): Statement {
  const rest = behind === undefined ? sql`TRUE` : sql`(at, id) < (${behind.at}, ${behind.id})`;
  const found = sql`SELECT id, at, language FROM explored${dialect.indexedBy("explored_by_comment")}
    WHERE ${commented(dialect, slice)} AND ${ofBand(dialect, band)} AND ${rest} ORDER BY at DESC, id DESC ${limitTo(limit)}`;
  return sql`SELECT ${join(selectedColumns("response"))}, found.language AS language
    FROM (${found}) AS found ${dialect.joinedInOrder} response ON response.desk_id = ${slice.desk} AND response.id = found.id
    ORDER BY found.at DESC, found.id DESC`;
}

/** How many they are. */
export function selectCommentCount(dialect: Dialect, slice: DeskSlice): Statement {
  return sql`SELECT count(*) AS count FROM explored${dialect.indexedBy("explored_by_comment")} WHERE ${commented(dialect, slice)}`;
}

/** What there is to choose among, the most frequent first. */
export function selectValues(desk: string, facet: string): Statement {
  return sql`SELECT value FROM explored_value WHERE desk_id = ${desk} AND facet = ${facet}
    ORDER BY count DESC, value LIMIT ${lit(MOST_VALUES)}`;
}
