import sql, { join } from "sql-template-tag";
import { earsOf, PEOPLE, type TellingKind, type TellingStage } from "../../src/survey/telling.ts";
import { lit, type Statement } from "./statement.ts";
import { type DeskWindow, within } from "./tally-queries.ts";

/** What of one kind was told at one stage. */
export interface TellingCount {
  readonly stage: TellingStage;
  readonly kind: TellingKind;
  readonly customers: number;
  /** The least number of people who heard it. */
  readonly ears: number;
  /** How many customers told anything at that stage. */
  readonly answering: number;
}

/** The least number of people who heard of a telling. */
const EARS = sql`CASE people ${join(
  PEOPLE.map((people) => sql`WHEN ${people} THEN ${lit(earsOf(people))}`),
  " ",
)} ELSE ${lit(earsOf(null))} END`;

/** How many customers told what in the window, with answers that count, and how many people heard it. */
export function selectTellings(window: DeskWindow): Statement {
  const counting = sql`SELECT telling.stage, telling.kind, telling.people, telling.customer_id FROM telling
    JOIN response ON response.desk_id = telling.desk_id AND response.id = telling.response_id
    WHERE ${within("telling.at", window)} AND response.excluded IS NULL`;
  return sql`WITH told AS (${counting})
    SELECT stage, kind, count(DISTINCT customer_id) AS customers, sum(${EARS}) AS ears,
      (SELECT count(DISTINCT customer_id) FROM told AS every WHERE every.stage = told.stage) AS answering
    FROM told GROUP BY stage, kind`;
}

/** How many promises were asked about in the window, of answers that count. */
export function selectPromised(window: DeskWindow): Statement {
  return sql`SELECT count(*) AS asked FROM promise
    JOIN response ON response.desk_id = promise.desk_id AND response.id = promise.response_id
    WHERE ${within("promise.asked_at", window)} AND response.excluded IS NULL`;
}

/** How many enhancements of each product stand where, with words and without. */
export function selectEnhancements(desk: string): Statement {
  return sql`SELECT product, state, has_words AS "hasWords", count(*) AS count
    FROM enhancement WHERE desk_id = ${desk} GROUP BY product, state, has_words`;
}
