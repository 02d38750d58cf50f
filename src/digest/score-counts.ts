import { type ByReason, byReason } from "./fates.ts";
import { type DigestAnswer, sortAnswers } from "./tally.ts";
import type { Window } from "./week.ts";

/** How often a score was given on a scale about a product. */
export interface ScoreCount extends Pick<DigestAnswer, "scale" | "product" | "score"> {
  readonly count: number;
}

/** Answers that are in no score: left out with a reason, given after a case, or replaced by a later one of the same customer. */
export interface SetAside {
  readonly excluded: ByReason;
  readonly recovery: number;
  readonly superseded: number;
}

/** How often a score was given by answers that are in no score, and why they are not. */
export interface AsideCount extends ScoreCount {
  readonly stands: "superseded" | "excluded" | "recovery";
  /** Why it was left out; null where it was not. */
  readonly reason: string | null;
}

/** The answers of the window that count, as `sortAnswers` has them, by scale, product and score; in no particular order. */
export function countScores(answers: Iterable<DigestAnswer>, window: Window): ScoreCount[] {
  const counts = new Map<string, ScoreCount>();
  for (const { scale, product, score } of sortAnswers(answers, window).counted) {
    const key = JSON.stringify([scale, product, score]);
    counts.set(key, { scale, product, score, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** The answers of the window that do not count, by why and by scale, product and score; in no particular order. */
export function countAside(answers: Iterable<DigestAnswer>, window: Window): AsideCount[] {
  const { superseded, excluded, recovery } = sortAnswers(answers, window);
  const counts = new Map<string, AsideCount>();
  for (const [stands, list] of Object.entries({ superseded, excluded, recovery }))
    for (const { scale, product, score, excluded: reason } of list) {
      const key = JSON.stringify([stands, reason, scale, product, score]);
      const one = { stands: stands as AsideCount["stands"], reason, scale, product, score };
      counts.set(key, { ...one, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  return [...counts.values()];
}

/** How many answers of the window do not count, and why. */
export function setAsideOf(answers: Iterable<DigestAnswer>, window: Window): SetAside {
  const { superseded, excluded, recovery } = sortAnswers(answers, window);
  return {
    excluded: byReason(excluded.map((answer) => [answer.excluded, 1])),
    recovery: recovery.length,
    superseded: superseded.length,
  };
}
