import { rounded } from "./rounding.ts";
import { answersIn, type Counts } from "./tally.ts";

/** What the score of everybody would be if those who said nothing differed from those who answered. */
export interface Sensitivity {
  /** Points by which the silent are assumed to differ. */
  readonly silentDifferBy: number;
  /** Points, two decimals. */
  readonly overall: number;
}

/** The differences shown, in points. */
const ASSUMED_DIFFERENCES: readonly number[] = [-20];

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

/** What would have to be true of those who said nothing for everybody's score to lie on the other side of zero. */
export interface Turning {
  /** Whether the score of those who answered is above zero; below it otherwise. */
  readonly isAbove: boolean;
  /** The score of the silent nearest to it, whole points, at which everybody's is zero or beyond; null where no score could be. */
  readonly silentAt: number | null;
}

/**
 * It for the score of these counts, where so many of the questions that arrived were answered: r s + (1 - r) t = 0 solved for t, rounded
 * away from the score. Null where that is zero, or there is no score or no question.
 */
export function turningOf(
  score: Counts | null,
  { answered, delivered }: { readonly answered: number; readonly delivered: number },
): Turning | null {
  if (score === null || delivered === 0) return null;
  const net = score.promoters - score.detractors;
  if (net === 0) return null;
  const isAbove = net > 0;
  const exact = (-100 * net * answered) / (answersIn(score) * (delivered - answered));
  const silentAt = isAbove ? Math.floor(exact) : Math.ceil(exact);
  return { isAbove, silentAt: Math.abs(silentAt) <= 100 ? silentAt + 0 : null };
}
