import { rounded } from "./rounding.ts";

/** What the score of everybody would be if those who said nothing differed from those who answered. */
export interface Sensitivity {
  /** Points by which the silent are assumed to differ. */
  readonly silentDifferBy: number;
  /** Points, two decimals. */
  readonly overall: number;
}

/** The differences shown, in points. */
export const ASSUMED_DIFFERENCES: readonly number[] = [-20];

/**
 * The score of everybody asked: r s + (1 - r) t, with response rate r, score s of those who answered and t of those who did
 * not (the identity of non-response bias, Cochran, "Sampling Techniques", 1977, chapter 13). With t = -100 and 100, Manski's bounds.
 */
export function overallScore(rate: number, answered: number, silent: number): number {
  return rate * answered + (1 - rate) * silent;
}

/** A line for each assumed difference; none without a score or a rate. Nobody's score is taken to be beyond -100 or 100. */
export function sensitivityOf(
  score: number | null,
  rate: number | null,
  differences: readonly number[] = ASSUMED_DIFFERENCES,
): Sensitivity[] {
  if (score === null || rate === null) return [];
  return differences.map((silentDifferBy) => {
    const silent = Math.max(-100, Math.min(100, score + silentDifferBy));
    return { silentDifferBy, overall: rounded(overallScore(rate, score, silent), 2) };
  });
}
