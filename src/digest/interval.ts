import { twoSidedP } from "./normal.ts";
import { answersIn, type Counts } from "./tally.ts";

/** Lower and upper end, in points. */
export type Interval = readonly [number, number];

/** Estimate in points with its standard error, in points. */
export interface Estimate {
  readonly score: number;
  readonly error: number;
}

/** Two samples compared, the second less the first; points. */
export interface Difference {
  readonly interval95: Interval;
  readonly p: number;
}

/** The normal quantiles at 97.5% and 95%. */
export const Z95 = 1.959963984540054;
export const Z90 = 1.6448536269514722;

const FULL = 100;

/** Variance of one answer scored -1, 0 or 1: p + d - (p - d)^2 (Rocks, The American Statistician 70(4), 2016). */
export function varianceOf(counts: Counts): number {
  const total = answersIn(counts);
  const net = (counts.promoters - counts.detractors) / total;
  return (counts.promoters + counts.detractors) / total - net * net;
}

/** The counts with three quarters of a promoter, one and a half passives and three quarters of a detractor added (Rocks 2016, "(3, T)"). */
export function adjusted({ promoters, passives, detractors }: Counts): Counts {
  return { promoters: promoters + 0.75, passives: passives + 1.5, detractors: detractors + 0.75 };
}

/** Score and standard error: 100 (p - d) and 100 sqrt(variance / n), without rounding; NaN where there are no answers. */
export function estimateOf(counts: Counts): Estimate {
  const total = answersIn(counts);
  const score = (FULL * (counts.promoters - counts.detractors)) / total;
  return { score, error: FULL * Math.sqrt(varianceOf(counts) / total) };
}

/** Adjusted Wald interval, not clipped: score plus or minus z standard errors of the adjusted counts (Rocks 2016). */
export function adjustedWald(counts: Counts, z = Z95): Interval {
  const { score, error } = estimateOf(adjusted(counts));
  return [score - z * error, score + z * error];
}

/** The part of the interval between -bound and bound. */
export function clipped([low, high]: Interval, bound: number): Interval {
  return [Math.max(low, -bound), Math.min(high, bound)];
}

/** Adjusted Wald interval at 95%, clipped to [-100, 100]; null where there are no answers. For more than one it contains the score. */
export function interval95(counts: Counts): Interval | null {
  return answersIn(counts) === 0 ? null : clipped(adjustedWald(counts), FULL);
}

/** Difference of the adjusted scores with its standard error, sqrt(error^2 + error^2), each sample adjusted by itself (Rocks 2016). */
export function differenceOf(before: Counts, after: Counts): Estimate {
  const [a, b] = [estimateOf(adjusted(before)), estimateOf(adjusted(after))];
  return { score: b.score - a.score, error: Math.hypot(a.error, b.error) };
}

/** The change from one sample to another: adjusted Wald interval at 95%, clipped to what is possible, and the two-sided p value. */
export function compared(before: Counts, after: Counts): Difference | null {
  if (answersIn(before) === 0 || answersIn(after) === 0) return null;
  const { score, error } = differenceOf(before, after);
  const interval = clipped([score - Z95 * error, score + Z95 * error], 2 * FULL);
  return { interval95: interval, p: twoSidedP(score / error) };
}
