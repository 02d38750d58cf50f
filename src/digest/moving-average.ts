import { adjusted, clipped, estimateOf, type Interval, varianceOf } from "./interval.ts";
import { pooled } from "./rolling.ts";
import { rounded, roundedPair } from "./rounding.ts";
import { answersIn, type Counts } from "./tally.ts";
import type { TrendVerdict } from "./trend.ts";

/** What may be said about the direction of the score. */
export interface AverageTrend {
  readonly verdict: TrendVerdict;
  readonly method: "ewma";
  /** The average after the last week, points, one decimal; null where there is not enough data. */
  readonly value: number | null;
  /** Between these, points, one decimal, the average may lie where nothing has changed. */
  readonly limits: Interval | null;
  /** Weeks with answers that it rests on. */
  readonly weeks: number;
}

/** One week's exact score in points, and of how many answers. */
export interface WeekScore {
  readonly score: number;
  readonly answers: number;
}

/** What the weeks are held against. */
export interface Baseline {
  /** Score where nothing changes, points; the average starts there. */
  readonly center: number;
  /** Standard error of the center, points; 0 where it is known and not estimated. */
  readonly error: number;
  /** Variance of one answer scored -1, 0 or 1. */
  readonly variance: number;
}

/** The average after a week, and its limits; points, not clipped. */
export interface EwmaPoint {
  readonly value: number;
  readonly limits: Interval;
}

/** How many weeks are looked at, this one included. */
export const TREND_WEEKS = 26;
/** How many of them are held against the weeks before. */
export const WATCHED_WEEKS = 8;
const LEAST_BASELINE_WEEKS = 4;
const LEAST_BASELINE_ANSWERS = 30;
/** Weight of the newest week, and the distance of the limits in standard errors. */
const WEIGHT = 0.2;
const SIGMAS = 3;

/**
 * Exponentially weighted moving average (Roberts, Technometrics 1(3), 1959) over weeks of different size:
 * z = w x + (1 - w) z', s^2 = w^2 v / n + (1 - w)^2 s'^2. A week without answers is skipped: it gives a point like the one
 * before. Where the center is an estimate, its error enters with the weight (1 - (1 - w)^k) that it has after k weeks
 * (Jones, Champ and Rigdon, Technometrics 43(2), 2001).
 */
export function ewma(weeks: readonly WeekScore[], { center, error, variance }: Baseline): EwmaPoint[] {
  const keep = 1 - WEIGHT;
  let value = center;
  let square = 0;
  let started = 1;
  return weeks.map(({ score, answers }) => {
    if (answers > 0) {
      value = WEIGHT * score + keep * value;
      square = (WEIGHT ** 2 * 100 ** 2 * variance) / answers + keep ** 2 * square;
      started *= keep;
    }
    const reach = SIGMAS * Math.sqrt(square + ((1 - started) * error) ** 2);
    return { value, limits: [center - reach, center + reach] };
  });
}

function trendVerdictOf({ value, limits: [low, high] }: EwmaPoint): TrendVerdict {
  if (value > high) return "rising";
  return value < low ? "falling" : "no-detectable-change";
}

function baselineOf(weeks: readonly Counts[]): Baseline | null {
  const counts = pooled(weeks, weeks.length);
  const answers = answersIn(counts);
  if (weeks.filter((week) => answersIn(week) > 0).length < LEAST_BASELINE_WEEKS) return null;
  if (answers < LEAST_BASELINE_ANSWERS) return null;
  const variance = varianceOf(adjusted(counts));
  return { center: estimateOf(counts).score, error: 100 * Math.sqrt(variance / answers), variance };
}

/**
 * The average after each of the last eight of the weeks given, oldest first, held against up to eighteen weeks before them;
 * none where there is not enough data.
 */
export function watchedPoints(weeks: readonly Counts[]): EwmaPoint[] {
  const recent = weeks.slice(-TREND_WEEKS);
  const baseline = baselineOf(recent.slice(0, -WATCHED_WEEKS));
  const watched = recent.slice(-WATCHED_WEEKS).map((week) => ({ ...estimateOf(week), answers: answersIn(week) }));
  return baseline && watched.some(({ answers }) => answers > 0) ? ewma(watched, baseline) : [];
}

/** The point as it is shown: one decimal, limits within what a score can be. */
export function shownPoint({ value, limits }: EwmaPoint): EwmaPoint {
  return { value: rounded(value, 1), limits: roundedPair(clipped(limits, 100), 1) };
}

/** The trend over the weeks given, oldest first. */
export function averageTrendOf(weeks: readonly Counts[]): AverageTrend {
  const withAnswers = weeks.slice(-TREND_WEEKS).filter((week) => answersIn(week) > 0).length;
  const last = watchedPoints(weeks).at(-1);
  if (!last) return { verdict: "not-enough-data", method: "ewma", value: null, limits: null, weeks: withAnswers };
  return { verdict: trendVerdictOf(last), method: "ewma", ...shownPoint(last), weeks: withAnswers };
}
