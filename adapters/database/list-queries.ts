import { type RawBuilder, sql } from "kysely";
import { MOST_OWNERS, type StandingWish } from "../../src/lists.ts";
import type { CaseList, CaseListWish, CaseLook, CasePlace, CaseSought } from "../../src/recovery/case-list.ts";
import { type Statement, selectedColumns } from "./queries.ts";
import { statement } from "./tally-queries.ts";

function onList(list: CaseList, { reader, now }: CaseLook): RawBuilder<unknown> {
  switch (list) {
    case "open":
      return sql`urgency < 2`;
    case "mine":
      return sql`owner_address = ${reader} AND urgency < 2`;
    case "nobody":
      return sql`owner_address IS NULL AND urgency < 2`;
    case "late":
      return sql`urgency = 0 AND urgent_at < ${now}`;
    case "closed":
      return sql`urgency = 2`;
    case "all":
      return sql`urgency <= 2`;
  }
}

function behind({ urgency, urgentAt, id }: CasePlace): RawBuilder<unknown> {
  return sql`(urgency, urgent_at, "case".id) > (${urgency}, ${urgentAt}, ${id})`;
}

/** The cases of the desk that are sought, with their answers where these are asked about. */
function sought(desk: string, { product, owner, score, band, opened }: CaseSought, by = sql``): RawBuilder<unknown> {
  const answer = [
    ...(product === undefined ? [] : [sql`product = ${product}`]),
    ...(score === undefined ? [] : [sql`score = ${score}`]),
    ...(band === undefined ? [] : [sql`band = ${band}`]),
  ];
  const own = [
    sql`"case".desk_id = ${desk}`,
    ...(owner === undefined ? [] : [sql`owner_address = ${owner}`]),
    ...(opened === undefined ? [] : [sql`opened_at >= ${opened.from} AND opened_at < ${opened.to}`]),
  ];
  const joined = sql` CROSS JOIN response ON response.desk_id = "case".desk_id AND response.id = response_id`;
  return sql`"case"${by}${answer.length === 0 ? sql`` : joined} WHERE ${sql.join([...own, ...answer], sql` AND `)}`;
}

/** One page of a list of cases, in its order. */
export function selectCaseIds(desk: string, wish: CaseListWish): Statement {
  const after = wish.after === null ? sql`` : sql` AND ${behind(wish.after)}`;
  return statement(sql`SELECT "case".id AS id FROM ${sought(desk, wish.sought)} AND ${onList(wish.list, wish)}${after}
    ORDER BY urgency, urgent_at, "case".id LIMIT ${wish.limit}`);
}

/** How many cases there are on each list, from the index alone where only owners are asked about. */
export function selectCaseCounts(desk: string, wanted: CaseSought, look: CaseLook): Statement {
  const count = (list: CaseList) => sql`count(*) FILTER (WHERE ${onList(list, look)}) AS ${sql.ref(list)}`;
  const counts = (["open", "mine", "nobody", "late", "closed", "all"] as const).map(count);
  const by = wanted.opened === undefined ? sql` INDEXED BY case_by_owner` : sql``;
  return statement(sql`SELECT ${sql.join(counts)} FROM ${sought(desk, wanted, by)}`);
}

/** Who has open cases. */
export function selectCaseOwners(desk: string): Statement {
  return statement(sql`SELECT owner_address AS address, max(owner_name) AS name, count(*) AS count FROM "case"
    WHERE desk_id = ${desk} AND owner_address IS NOT NULL AND urgency < 2
    GROUP BY owner_address ORDER BY count(*) DESC, owner_address LIMIT ${MOST_OWNERS}`);
}

/** The posts of a lane in whose place no later one stands. */
export function selectStanding(desk: string, { lane, reader, before, limit }: StandingWish): Statement {
  const later = sql`SELECT 1 FROM post AS later WHERE later.desk_id = post.desk_id
    AND later.replaces = coalesce(post.replaces, post.id) AND later.id > post.id AND later.state = 'posted'`;
  const older = before === null ? sql`` : sql` AND id < ${before}`;
  return statement(sql`SELECT id FROM post WHERE desk_id = ${desk} AND lane = ${lane} AND state = 'posted'${older}
    AND (private_to IS NULL OR private_to = ${reader}) AND NOT EXISTS (${later}) ORDER BY id DESC LIMIT ${limit}`);
}

/** The last messages of each of the conversations. */
export function selectLatestEntries(desk: string, interactionIds: readonly string[], each: number): Statement {
  const latest = sql`SELECT id FROM entry AS latest WHERE latest.desk_id = ${desk} AND latest.interaction_id = talk.value
    ORDER BY latest.position DESC LIMIT ${each}`;
  return statement(sql`SELECT ${sql.join(selectedColumns("entry"))} FROM json_each(${JSON.stringify(interactionIds)}) AS talk
    CROSS JOIN entry ON entry.desk_id = ${desk} AND entry.interaction_id = talk.value AND entry.id IN (${latest})
    ORDER BY talk.key, entry.position DESC`);
}
