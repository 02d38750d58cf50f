import sql from "sql-template-tag";
import type { Window } from "../../src/digest/week.ts";
import { limitTo, type Statement } from "./statement.ts";

/** What is kept of a time that is over, each tally a row of its own, as JSON. */
export const SEALED_TALLIES = ["scores", "aside", "outcomes", "mouth", "recovered", "heard"] as const;
export type SealedTally = (typeof SEALED_TALLIES)[number];

/** By which rules tallies are counted: one higher wherever one of them would come out otherwise of the same rows, or in another form. */
export const COUNTING = 1;

/** One tally of a time of a desk. */
export interface TallyWindow extends Window {
  readonly desk: string;
  readonly what: SealedTally;
}

/** The same with the word for one counting of it. */
export interface MarkedTally extends TallyWindow {
  readonly mark: string;
}

/** What stands sealed. */
export interface Seal extends MarkedTally {
  readonly tally: string;
  readonly countedAt: number;
}

function counted({ desk, what, from, to, mark }: MarkedTally) {
  return sql`desk_id = ${desk} AND what = ${what} AND to_at = ${to} AND from_at = ${from} AND mark = ${mark}`;
}

/** Says that it is being counted; changes nothing where it stands sealed, or another has begun to count it since that moment. */
export function beginSeal({ desk, what, from, to, mark }: MarkedTally, now: number, since: number): Statement {
  return sql`INSERT INTO sealed (desk_id, what, to_at, from_at, mark, counting, counted_at)
    VALUES (${desk}, ${what}, ${to}, ${from}, ${mark}, ${COUNTING}, ${now})
    ON CONFLICT (desk_id, what, to_at, from_at) DO UPDATE
      SET mark = excluded.mark, counting = excluded.counting, counted_at = excluded.counted_at, tally = NULL
      WHERE sealed.counting <> excluded.counting OR (sealed.tally IS NULL AND sealed.counted_at < ${since})`;
}

/** Keeps what was counted; changes nothing where its time has been touched since the counting began. */
export function keepSeal(marked: MarkedTally, tally: string): Statement {
  return sql`UPDATE sealed SET tally = ${tally} WHERE ${counted(marked)}`;
}

/** Takes it up to be counted anew: it is among the oldest again once that moment is; changes nothing where it has been touched, or another has taken it up. */
export function takeSeal(seal: Seal, until: number): Statement {
  return sql`UPDATE sealed SET counted_at = ${until} WHERE ${counted(seal)} AND counted_at = ${seal.countedAt}`;
}

/** Says when it was last found right; changes nothing where it has been touched or sealed anew since. */
export function confirmSeal(marked: MarkedTally, now: number): Statement {
  return sql`UPDATE sealed SET counted_at = ${now} WHERE ${counted(marked)}`;
}

/** Takes that counting away. */
export function dropSeal(marked: MarkedTally): Statement {
  return sql`DELETE FROM sealed WHERE ${counted(marked)}`;
}

/** A tally of the desk as it stands sealed for times that end between these two, both included. */
export function selectSeals(desk: string, what: SealedTally, { from, to }: Window): Statement {
  return sql`SELECT from_at AS "from", to_at AS "to", tally FROM sealed
    WHERE desk_id = ${desk} AND what = ${what} AND to_at >= ${from} AND to_at <= ${to} AND counting = ${COUNTING} AND tally IS NOT NULL`;
}

/** The seals that were counted longest ago, whosever they are, and not after that moment. */
export function selectOldestSeals(before: number, limit: number): Statement {
  return sql`SELECT desk_id AS desk, what, from_at AS "from", to_at AS "to", mark, tally, counted_at AS "countedAt" FROM sealed
    WHERE counted_at <= ${before} AND counting = ${COUNTING} AND tally IS NOT NULL ORDER BY counted_at ${limitTo(limit)}`;
}

/** Takes away what was counted by other rules, and what began to be counted before that moment and never was. */
export function dropStaleSeals(before: number): Statement {
  return sql`DELETE FROM sealed WHERE counted_at <= ${before} AND (counting <> ${COUNTING} OR tally IS NULL)`;
}
