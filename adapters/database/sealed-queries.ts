import type { Window } from "../../src/digest/week.ts";
import type { Value } from "./codec.ts";
import type { Statement } from "./statement.ts";

/** What of a sealed week is kept, each as JSON in a column of its own. */
export const SEALED_PARTS = ["scores", "aside", "outcomes", "mouth"] as const;
export type SealedPart = (typeof SEALED_PARTS)[number];

/** A week of a desk with the word for one counting of it. */
export interface MarkedWeek extends Window {
  readonly desk: string;
  readonly mark: string;
}

function bound(sql: string, ...values: readonly Value[]): Statement {
  return { sql, values };
}

/** Says that the week is being counted: what was counted before is gone. */
export function beginSeal({ desk, from, to, mark }: MarkedWeek, now: number): Statement {
  return bound(
    `INSERT INTO sealed_week (desk_id, from_at, to_at, mark, counted_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (desk_id, from_at, to_at) DO UPDATE SET mark = excluded.mark, counted_at = excluded.counted_at,
        scores = NULL, aside = NULL, outcomes = NULL, mouth = NULL`,
    ...[desk, from, to, mark, now],
  );
}

/** Keeps what was counted; changes nothing where the week has been touched since the counting began. */
export function keepSeal({ desk, from, to, mark }: MarkedWeek, parts: Readonly<Record<SealedPart, string>>): Statement {
  return bound(
    `UPDATE sealed_week SET scores = ?, aside = ?, outcomes = ?, mouth = ?
      WHERE desk_id = ? AND from_at = ? AND to_at = ? AND mark = ?`,
    ...[...SEALED_PARTS.map((part) => parts[part]), desk, from, to, mark],
  );
}

/** Says when it was last found right; changes nothing where it has been touched or sealed anew since. */
export function confirmSeal({ desk, from, to, mark }: MarkedWeek, now: number): Statement {
  return bound(
    "UPDATE sealed_week SET counted_at = ? WHERE desk_id = ? AND from_at = ? AND to_at = ? AND mark = ?",
    ...[now, desk, from, to, mark],
  );
}

/** Unseals that counting of the week. */
export function dropSeal({ desk, from, to, mark }: MarkedWeek): Statement {
  return bound(
    "DELETE FROM sealed_week WHERE desk_id = ? AND from_at = ? AND to_at = ? AND mark = ?",
    ...[desk, from, to, mark],
  );
}

/** One part of the desk's sealed weeks between two times. */
export function selectSeals(desk: string, part: SealedPart, { from, to }: Window): Statement {
  return bound(
    `SELECT from_at AS "from", to_at AS "to", ${part} AS tally FROM sealed_week
      WHERE desk_id = ? AND from_at >= ? AND from_at < ? AND to_at <= ? AND ${part} IS NOT NULL`,
    ...[desk, from, to, to],
  );
}

/** The sealed week that was counted longest ago, whosever it is. */
export function selectOldestSeal(before: number): Statement {
  return bound(
    `SELECT desk_id AS desk, from_at AS "from", to_at AS "to", mark, scores, aside, outcomes, mouth FROM sealed_week
      WHERE counted_at <= ? AND mouth IS NOT NULL ORDER BY counted_at LIMIT 1`,
    before,
  );
}
