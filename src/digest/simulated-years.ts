import type { Lot } from "../draw.ts";
import { netOf } from "../survey/score.ts";
import { addedHistograms, answersIn, countsOf, EMPTY_HISTOGRAM, type Histogram } from "./tally.ts";

/** Where answers come from: the share of each score, index 0 to 10, and how many come in a week. */
export interface Population {
  readonly shares: readonly number[];
  /** Of each week so far; the weeks to come are drawn from them. */
  readonly sizes: readonly number[];
}

/** Most answers drawn for a week: with more of them it is no longer chance that decides. */
const MOST_ANSWERS = 200;
const SCORES = EMPTY_HISTOGRAM.length;
/** Share of an answer that every score of the scale is given beforehand. */
const LEAST = 0.05;

/** Standard normal (Box and Muller, Annals of Mathematical Statistics 29, 1958). */
function normal(lot: Lot): number {
  return Math.sqrt(-2 * Math.log(1 - lot())) * Math.cos(2 * Math.PI * lot());
}

/** The population that the weeks are taken to be drawn from; every score between the lowest and the highest given is possible. */
export function populationOf(weeks: readonly Histogram[]): Population {
  const together = weeks.reduce(addedHistograms, EMPTY_HISTOGRAM);
  const lowest = (together[0] ?? 0) > 0 ? 0 : 1;
  const counts = together.map((count, score) => (score < lowest ? 0 : count + LEAST));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const sizes = weeks.map((week) => Math.min(MOST_ANSWERS, answersIn(countsOf(week))));
  return { shares: counts.map((count) => count / total), sizes };
}

/** The shares after everybody's inclination has moved: p e^(t s), the mean of the scores moving with t (exponential tilting). */
export function tilted(shares: readonly number[], inclination: number): number[] {
  const moved = shares.map((share, score) => share * Math.exp(inclination * (score - SCORES + 1)));
  const total = moved.reduce((sum, share) => sum + share, 0);
  return moved.map((share) => share / total);
}

const VALUES = Array.from({ length: SCORES }, (_, score) => netOf(score));

function meanOf(shares: readonly number[], values: readonly number[]): number {
  return shares.reduce((sum, share, score) => sum + share * (values[score] ?? 0), 0);
}

/** The score of a population, points. */
export function scoreOf(shares: readonly number[]): number {
  return 100 * meanOf(shares, VALUES);
}

const STEEPEST = 8;
const HALVINGS = 40;

/** The shares with everybody's inclination moved so that the score is that one, points. */
export function movedTo(shares: readonly number[], score: number): number[] {
  let [low, high] = [-STEEPEST, STEEPEST];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (scoreOf(tilted(shares, middle)) < score) low = middle;
    else high = middle;
  }
  return tilted(shares, high);
}

const SCORE_VALUES = VALUES.map((_, score) => score);

/** Standard deviation of one answer's score. */
function deviationOf(shares: readonly number[]): number {
  const squares = SCORE_VALUES.map((score) => score ** 2);
  return Math.sqrt(Math.max(0, meanOf(shares, squares) - meanOf(shares, SCORE_VALUES) ** 2));
}

/** By how many points the score moves where the mean answer moves by one standard deviation of an answer. */
export function pointsPerDeviation(shares: readonly number[]): number {
  const deviation = deviationOf(shares);
  const together = VALUES.map((value, score) => value * score);
  const covariance = meanOf(shares, together) - meanOf(shares, VALUES) * meanOf(shares, SCORE_VALUES);
  return deviation === 0 ? 0 : (100 * covariance) / deviation;
}

/** So many answers by their shares. */
export function drawnWeek(shares: readonly number[], answers: number, lot: Lot): Histogram {
  const week = new Array<number>(SCORES).fill(0);
  for (let index = 0; index < answers; index += 1) {
    let left = lot();
    let score = SCORES - 1;
    while (score > 0) {
      left -= shares[score] ?? 0;
      if (left < 0) break;
      score -= 1;
    }
    week[score] = (week[score] ?? 0) + 1;
  }
  return week;
}

/**
 * Weeks drawn anew: as many as there were, and so many more. From week to week the true mean answer differs by so many standard
 * deviations of one answer.
 */
export function drawnWeeks({ shares, sizes }: Population, more: number, wobble: number, lot: Lot): Histogram[] {
  const deviation = deviationOf(shares);
  const spread = deviation === 0 ? 0 : wobble / deviation;
  const sizeOf = (week: number) => sizes[week] ?? sizes[Math.floor(lot() * sizes.length)] ?? 0;
  return Array.from({ length: sizes.length + more }, (_, week) => {
    const now = spread === 0 ? shares : tilted(shares, spread * normal(lot));
    return drawnWeek(now, sizeOf(week), lot);
  });
}
