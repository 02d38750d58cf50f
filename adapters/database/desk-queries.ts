import { type CompiledQuery, sql } from "kysely";
import type { Table } from "../../src/rows.ts";
import { columnName, compiler, DESK, type Statement, selectRows, statement } from "./queries.ts";

/** The states are spelt out so that the partial index serves. */
function compileHeads(): CompiledQuery {
  const heads = sql`(desk_id, id) IN (
    SELECT desk_id, min(id) FROM post WHERE state IN ('pending', 'sending') GROUP BY desk_id, lane)`;
  return selectRows("post")
    .select(sql.ref("post.desk_id").as(DESK))
    .where(sql<boolean>`${heads}`)
    .where("due_at", "<=", sql.val("now"))
    .where(({ or, eb }) => or([eb("lease_until", "is", null), eb("lease_until", "<=", sql.val("now"))]))
    .orderBy("id")
    .orderBy("desk_id")
    .limit(sql<number>`${"limit"}`)
    .compile();
}

/** The first unsettled post of each lane of each desk, where that one is due and leased to nobody any more, oldest first. */
export function selectHeads(now: number, limit: number): Statement {
  return statement("heads", compileHeads, { now, limit });
}

/** Desk and id of the rows whose due time has come, the longest due first. */
export function selectDue(table: "survey" | "case" | "digest", now: number, limit: number): Statement {
  const build = () =>
    compiler
      .selectFrom(table)
      .select(["desk_id as desk", "id"])
      .where("due_at", "<=", sql.val("now"))
      .orderBy("due_at")
      .orderBy("id")
      .orderBy("desk_id")
      .limit(sql<number>`${"limit"}`)
      .compile();
  return statement(`due ${table}`, build, { now, limit });
}

/** Those of the desks that have a row of the table with the value: asked for by desk, which leads every key. */
export function selectDesks(desks: readonly string[], table: Table, column: string, value: string): Statement {
  const names = desks.map((_, index) => `desk${index}`);
  const build = () =>
    compiler
      .selectFrom(table)
      .distinct()
      .select("desk_id as desk")
      .where("desk_id", "in", names)
      .where(columnName(column), "=", "value")
      .orderBy("desk_id")
      .compile();
  const values = Object.fromEntries(desks.map((desk, index) => [`desk${index}`, desk]));
  return statement(`desks ${desks.length} ${table} ${column}`, build, { ...values, value });
}
