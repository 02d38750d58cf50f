import { adjusted, clipped, type Estimate, estimateOf, type Interval, varianceOf, Z95 } from "./interval.ts";
import { overallScore } from "./sensitivity.ts";
import { answersIn, type Counts } from "./tally.ts";

/** What is known of those who answered and, by greeting a sample of them, of those who said nothing. */
export interface TwoSamples {
  /** Share of those who answered among all who answered or said nothing, from 0 to 1. */
  readonly rate: number;
  readonly answered: Counts;
  readonly greeted: Counts;
}

const FULL = 100;
/** Answers that the adjustment of an interval adds. */
const ADDED = answersIn(adjusted({ promoters: 0, passives: 0, detractors: 0 }));

/**
 * The score of everybody with its standard error, points: r s + (1 - r) t, variance r^2 v/n + (1 - r)^2 w/m, with share r of those who
 * answered, their score s, variance v and number n, and t, w and m of the greeted (double sampling for non-response: Hansen and
 * Hurwitz, J. American Statistical Association 41(236), 1946). That r is itself a sample's is left out.
 */
export function doubleSampled(rate: number, answered: Estimate, greeted: Estimate): Estimate {
  return {
    score: overallScore(rate, answered.score, greeted.score),
    error: Math.hypot(rate * answered.error, (1 - rate) * greeted.error),
  };
}

/**
 * Its interval at 95%, each sample adjusted by itself as the desk's own intervals are (Rocks 2016), clipped to [-100, 100]. Where the
 * answers are nearly all alike it is stretched to hold the score itself.
 */
export function overallInterval({ rate, answered, greeted }: TwoSamples): Interval {
  const { score, error } = doubleSampled(rate, estimateOf(adjusted(answered)), estimateOf(adjusted(greeted)));
  const told = overallScore(rate, estimateOf(answered).score, estimateOf(greeted).score);
  return clipped([Math.min(score - Z95 * error, told), Math.max(score + Z95 * error, told)], FULL);
}

/**
 * How many answers of greeted customers it takes for the score of everybody to be known to so many points either way: the variance
 * above solved for m, `like` being what the silent are taken to vary like. Null where no number of them would do.
 */
export function greetedNeeded(
  { rate, answered }: Omit<TwoSamples, "greeted">,
  like: Counts,
  points: number,
): number | null {
  const allowed = (points / Z95 / FULL) ** 2;
  const known = rate ** 2 * (varianceOf(adjusted(answered)) / answersIn(adjusted(answered)));
  if (allowed <= known) return null;
  const needed = ((1 - rate) ** 2 * varianceOf(adjusted(like))) / (allowed - known);
  return Math.max(0, Math.ceil(needed - ADDED));
}
