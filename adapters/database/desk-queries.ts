import { type CompiledQuery, type RawBuilder, sql } from "kysely";
import type { PassedOver } from "../../src/outbox/passed-over.ts";
import type { Among, DueTable } from "../../src/ports.ts";
import type { Table } from "../../src/rows.ts";
import { columnName, compiler, DESK, type Statement, selectRows, statement } from "./queries.ts";

const LISTS: readonly (keyof PassedOver)[] = ["platforms", "spaces", "channels", "lanes", "paced"];

/** Heads of one kind. */
export interface OfKind extends Pick<Among, "after" | "except"> {
  readonly kind: Among["kinds"][number];
}

/** What each list passes over, by what a post shows in an index. The lists are bound as JSON: whatever is on them, it is one statement. */
const CONDITIONS: Readonly<Record<keyof PassedOver, RawBuilder<boolean>>> = {
  platforms: sql`substr(post.lane, 1, instr(post.lane, ':') - 1) NOT IN (SELECT value FROM json_each(${"platforms"}))`,
  spaces: sql`post.space NOT IN (SELECT value FROM json_each(${"spaces"}))`,
  channels: sql`post.channel NOT IN (SELECT value FROM json_each(${"channels"}))`,
  lanes: sql`post.lane NOT IN (SELECT value FROM json_each(${"lanes"}))`,
  paced: sql`(post.is_aside OR post.channel NOT IN (SELECT value FROM json_each(${"paced"})))`,
};

function conditionsAmong({ except }: OfKind): RawBuilder<boolean>[] {
  const lists = LISTS.filter((list) => except[list].length > 0).map((list) => CONDITIONS[list]);
  return [sql<boolean>`post.kind = ${"kind"}`, sql<boolean>`post.id > ${"after"}`, ...lists];
}

/** The states are spelt out so that the partial indexes serve. */
function compileHeads(among: OfKind | undefined): CompiledQuery {
  const isUnsettled = sql<boolean>`post.state IN ('pending', 'sending')`;
  const isFirst = sql<boolean>`NOT EXISTS (
    SELECT 1 FROM post AS earlier WHERE earlier.desk_id = post.desk_id AND earlier.lane = post.lane
      AND earlier.id < post.id AND earlier.state IN ('pending', 'sending'))`;
  const conditions = [isUnsettled, ...(among ? conditionsAmong(among) : []), isFirst];
  return selectRows("post")
    .select(sql.ref("post.desk_id").as(DESK))
    .where(({ and }) => and(conditions))
    .where("due_at", "<=", sql.val("now"))
    .where(({ or, eb }) => or([eb("lease_until", "is", null), eb("lease_until", "<=", sql.val("now"))]))
    .orderBy("id")
    .orderBy("desk_id")
    .limit(sql<number>`${"limit"}`)
    .compile();
}

/** The first unsettled post of each lane of each desk, where that one is due and leased to nobody any more, oldest first. */
export function selectHeads(now: number, limit: number, among?: OfKind): Statement {
  if (!among) return statement("heads", () => compileHeads(among), { now, limit });
  const { kind, after, except } = among;
  const lists = LISTS.filter((list) => except[list].length > 0);
  const values = Object.fromEntries(lists.map((list) => [list, JSON.stringify(except[list])]));
  return statement(`heads of ${lists}`, () => compileHeads(among), { now, limit, kind, after, ...values });
}

/** Desk and id of the rows whose due time has come, the longest due first. */
export function selectDue(table: DueTable, now: number, limit: number): Statement {
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
