import sql, { type Sql } from "sql-template-tag";
import type { Dialect } from "./dialect.ts";
import { lit, type Statement } from "./statement.ts";

/** How many unsettled posts each desk has on each platform, and when the first of them came: lane by lane along the index of what waits, and a row each. */
export function selectWaiting({ beforeColon }: Dialect): Statement {
  const lanes = sql`SELECT desk_id, lane, count(*) AS posts, min(id) AS first_id
    FROM post WHERE state IN ('pending', 'sending') GROUP BY desk_id, lane`;
  const waiting = sql`SELECT ${beforeColon(sql`lane`)} AS platform, desk_id, sum(posts) AS posts, min(first_id) AS first_id
    FROM (${lanes}) AS lanes GROUP BY 1, desk_id`;
  return sql`SELECT desk_id AS desk, platform, CAST(posts AS BIGINT) AS posts,
      (SELECT created_at FROM post WHERE post.desk_id = waiting.desk_id AND post.id = waiting.first_id) AS since
    FROM (${waiting}) AS waiting`;
}

/** So many open cases of a desk are counted, and no more. */
const MOST_CASES = lit(10_000);

/** Of each of the desks how many cases are open, how many of them late, and when its last digest was posted. */
export function selectDeskFigures({ itemsOf }: Dialect, desks: readonly string[], now: number): Statement {
  const countOf = (
    urgent: Sql,
  ) => sql`(SELECT count(*) FROM (SELECT id FROM "case" WHERE desk_id = desk.value AND ${urgent}
      ORDER BY urgency, urgent_at, id LIMIT ${MOST_CASES}) AS counted)`;
  const last = sql`SELECT max(id) FROM digest WHERE desk_id = desk.value AND id > ''`;
  return sql`SELECT value AS desk, ${countOf(sql`urgency < 2`)} AS open,
      ${countOf(sql`urgency = 0 AND urgent_at < ${now}`)} AS overdue,
      (SELECT posted_at FROM digest WHERE desk_id = desk.value AND id = (${last})) AS "digestAt"
    FROM ${itemsOf(sql`${JSON.stringify(desks)}`)} AS desk`;
}
