import { interval95 } from "./interval.ts";
import { rounded, roundedPair, roundedRatio } from "./rounding.ts";
import { answersIn, type Counts } from "./tally.ts";

/** From how many answers on a score is shown, and from how many it is no longer called small. */
export interface SampleLimits {
  readonly minAnswers: number;
  readonly smallBelow: number;
}

export type SampleSize = "none" | "too-few" | "small" | "ok";

/** Whole percentages of promoters, passives and detractors. */
export type Shares = readonly [number, number, number];

/** The figures of one set of answers. */
export interface Nps extends Counts {
  readonly answers: number;
  /** Whole points; null where there are fewer answers than the least for a score. */
  readonly score: number | null;
  /** Points, two decimals; null where the score is. */
  readonly interval95: readonly [number, number] | null;
  readonly shares: Shares;
  readonly sample: SampleSize;
}

/** 100 (P - D) / n in whole points, halves away from zero; null without answers (Reichheld, HBR 2003; n are scores given, nothing else). */
export function scoreOf(counts: Counts): number | null {
  const answers = answersIn(counts);
  return answers === 0 ? null : roundedRatio(100 * (counts.promoters - counts.detractors), answers);
}

/** The change of the score in whole points, from the exact scores and not from the rounded ones; null where either has no answers. */
export function changeOf(before: Counts, after: Counts): number | null {
  const [m, n] = [answersIn(before), answersIn(after)];
  if (m === 0 || n === 0) return null;
  const change = (after.promoters - after.detractors) * m - (before.promoters - before.detractors) * n;
  return roundedRatio(100 * change, m * n);
}

/**
 * Whole percentages that sum to 100, by largest remainder (Hare-Niemeyer): all are cut off, and what is missing goes to those
 * cut most; between equals to the larger count, then promoters before passives before detractors. [0, 0, 0] without answers.
 */
export function sharesOf(counts: Counts): Shares {
  const answers = answersIn(counts);
  if (answers === 0) return [0, 0, 0];
  const parts = [counts.promoters, counts.passives, counts.detractors] as const;
  const whole = parts.map((part) => Math.floor((100 * part) / answers));
  const missing = 100 - whole.reduce((sum, share) => sum + share, 0);
  const cutMost = parts
    .map((part, index) => ({ part, index, cut: (100 * part) % answers }))
    .sort((a, b) => b.cut - a.cut || b.part - a.part || a.index - b.index);
  const raised = new Set(cutMost.slice(0, missing).map(({ index }) => index));
  const share = (index: number) => (whole[index] ?? 0) + (raised.has(index) ? 1 : 0);
  return [share(0), share(1), share(2)];
}

/** How far the number of answers carries. */
export function sampleOf(answers: number, { minAnswers, smallBelow }: SampleLimits): SampleSize {
  if (answers === 0) return "none";
  if (answers < minAnswers) return "too-few";
  return answers < smallBelow ? "small" : "ok";
}

/** The figures of these counts; counts and shares alone where there are too few answers for a score. */
export function npsOf(counts: Counts, limits: SampleLimits): Nps {
  const { promoters, passives, detractors } = counts;
  const answers = answersIn(counts);
  const interval = answers < limits.minAnswers ? null : interval95(counts);
  return {
    promoters,
    passives,
    detractors,
    answers,
    score: interval && scoreOf(counts),
    interval95: interval && roundedPair(interval, 2),
    shares: sharesOf(counts),
    sample: sampleOf(answers, limits),
  };
}

/** A p value at two significant digits, so that a small one is not shown as none. */
export function shownP(p: number): number {
  return p === 0 ? 0 : Number(p.toPrecision(2));
}

/** A rate at four decimals. */
export function shownRate(rate: number): number {
  return rounded(rate, 4);
}
