import sql, { empty, join, type Sql } from "sql-template-tag";
import { MOST_OWNERS, type StandingWish } from "../../src/lists.ts";
import type { CaseList, CaseListWish, CaseLook, CasePlace, CaseSought } from "../../src/recovery/case-list.ts";
import { type Band, bandOf, scores } from "../../src/survey/score.ts";
import type { Dialect } from "./dialect.ts";
import { selectedColumns } from "./queries.ts";
import { limitTo, lit, ref, type Statement } from "./statement.ts";

function onList(list: CaseList, { reader, now }: CaseLook): Sql {
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

function behind({ urgency, urgentAt, id }: CasePlace): Sql {
  return sql`(urgency, urgent_at, id) > (${urgency}, ${urgentAt}, ${id})`;
}

function ofBand(band: Band): Sql {
  const own = scores("0-10").filter((score) => bandOf(score) === band);
  return sql`score IN (${join(own.map((score) => lit(score)))})`;
}

/** The cases of the desk that are sought. */
function sought(desk: string, { product, owner, score, band, opened }: CaseSought): Sql {
  const all = [
    sql`desk_id = ${desk}`,
    ...(owner === undefined ? [] : [sql`owner_address = ${owner}`]),
    ...(opened === undefined ? [] : [sql`opened_at >= ${opened.from} AND opened_at < ${opened.to}`]),
    ...(product === undefined ? [] : [sql`product = ${product}`]),
    ...(score === undefined ? [] : [sql`score = ${score}`]),
    ...(band === undefined ? [] : [ofBand(band)]),
  ];
  return sql`"case" WHERE ${join(all, " AND ")}`;
}

/** One page of a list of cases, in its order. */
export function selectCaseIds(desk: string, wish: CaseListWish): Statement {
  const after = wish.after === null ? empty : sql` AND ${behind(wish.after)}`;
  return sql`SELECT id FROM ${sought(desk, wish.sought)} AND ${onList(wish.list, wish)}${after}
    ORDER BY urgency, urgent_at, id ${limitTo(wish.limit)}`;
}

const LISTS = ["open", "mine", "nobody", "late", "closed", "all"] as const;

/** How many of the cases there are on each list: each is looked at once. */
function countedTogether(from: Sql, look: CaseLook): Sql {
  const counts = LISTS.map((list) => sql`count(*) FILTER (WHERE ${onList(list, look)}) AS ${ref(list)}`);
  return sql`SELECT ${join(counts)} FROM ${from}`;
}

/** How many there are on each list, every count from the stretch of an index that the list is. */
function countedApart(from: Sql, look: CaseLook): Sql {
  const counts = LISTS.map((list) => sql`(SELECT count(*) FROM ${from} AND ${onList(list, look)}) AS ${ref(list)}`);
  return sql`SELECT ${join(counts)}`;
}

/** How many cases there are on each list. */
export function selectCaseCounts(desk: string, wanted: CaseSought, look: CaseLook): Statement {
  const from = sought(desk, wanted);
  const { product, score, band, opened } = wanted;
  if (opened !== undefined) return countedTogether(from, look);
  const isPlain = product === undefined && score === undefined && band === undefined;
  // Along the index of the lists, which has what is sought for.
  return isPlain ? countedApart(from, look) : countedTogether(sql`${from} AND ${onList("all", look)}`, look);
}

/** Who has open cases: found by stepping from one owner to the next along their index. */
export function selectCaseOwners(desk: string): Statement {
  const next = (after: Sql) => sql`(SELECT min(owner_address) FROM "case" WHERE desk_id = ${desk} AND ${after})`;
  const own = sql`desk_id = ${desk} AND owner_address = address AND urgency < 2`;
  const name = sql`SELECT owner_name FROM "case" WHERE ${own} AND owner_name IS NOT NULL ORDER BY urgency, urgent_at, id LIMIT 1`;
  return sql`WITH RECURSIVE owner (address) AS (SELECT ${next(sql`owner_address IS NOT NULL`)} UNION ALL
      SELECT ${next(sql`owner_address > address`)} FROM owner WHERE address IS NOT NULL),
    holder AS (SELECT address, (SELECT count(*) FROM "case" WHERE ${own}) AS count FROM owner WHERE address IS NOT NULL)
    SELECT address, (${name}) AS name, count FROM holder WHERE count > 0 ORDER BY count DESC, address LIMIT ${lit(MOST_OWNERS)}`;
}

/** The posts of a lane in whose place no later one stands. */
export function selectStanding(desk: string, { lane, reader, before, limit }: StandingWish): Statement {
  const later = sql`SELECT 1 FROM post AS later WHERE later.desk_id = post.desk_id
    AND later.replaces = coalesce(post.replaces, post.id) AND later.id > post.id AND later.state = 'posted'`;
  const older = before === null ? empty : sql` AND id < ${before}`;
  return sql`SELECT id FROM post WHERE desk_id = ${desk} AND lane = ${lane} AND state = 'posted'${older}
    AND (private_to IS NULL OR private_to = ${reader}) AND NOT EXISTS (${later}) ORDER BY id DESC ${limitTo(limit)}`;
}

/** The last messages of each of the conversations. */
export function selectLatestEntries(
  dialect: Dialect,
  desk: string,
  interactionIds: readonly string[],
  each: number,
): Statement {
  const first = sql`SELECT latest.position FROM entry AS latest WHERE latest.desk_id = ${desk} AND latest.interaction_id = talk.value
    ORDER BY latest.position DESC LIMIT 1 OFFSET ${lit(each - 1)}`;
  return sql`SELECT ${join(selectedColumns("entry"))} FROM ${dialect.itemsOf(sql`${JSON.stringify(interactionIds)}`)} AS talk
    ${dialect.joinedInOrder} entry ON entry.desk_id = ${desk} AND entry.interaction_id = talk.value
      AND entry.position >= coalesce((${first}), 0)
    ORDER BY talk.key, entry.position DESC`;
}
