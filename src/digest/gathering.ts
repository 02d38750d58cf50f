/** One week's answers by one measure: how many, their sum and the sum of their squares. */
export interface Moments {
  readonly answers: number;
  readonly sum: number;
  readonly squares: number;
}

/** What is held likely before the weeks are looked at. */
export interface Beforehand {
  /** Of each length of the change in weeks, by its index. */
  readonly priors: ArrayLike<number>;
  /** That a change is a fall. */
  readonly falls: number;
}

/** The weeks so far by one measure, and what they say of a change. */
export interface Gathering {
  add(week: Moments): void;
  /** Bayes factor for "changed" against "unchanged"; 0 where there is nothing to compare. */
  factor(beforehand: Beforehand): number;
  /** By how much the mean of so many last weeks lies above that of the weeks before. */
  difference(length: number): number;
  /** The wobbles looked at, in standard deviations of one answer, and how likely each makes the weeks if nothing changed, the likeliest 1. */
  wobbles(): readonly { readonly wobble: number; readonly likely: number }[];
}

/** How many of the last weeks are looked at as the possible beginning of a change. */
export const LONGEST_SCAN = 13;
/** Typical size of a change, in standard deviations of one answer. */
const SIZE = 0.3;
/** How far the true level may differ from week to week by more than chance, in standard deviations of one answer. */
const WOBBLES = [0, 0.03, 0.06, 0.09, 0.12, 0.16, 0.22, 0.3];
/** What each is given beforehand where nothing has changed, and where something has: doubt falls on the side of "unchanged". */
const UNCHANGED = [0.05, 0.05, 0.1, 0.21, 0.37, 0.14, 0.05, 0.03];
const CHANGED = [0.8, 0.1, 0.03, 0.02, 0.02, 0.01, 0.01, 0.01];
/** So many answers' worth of doubt about their variance. */
const DOUBT = 3;
/** Of no more than this is e raised to the power, so that sums of it are numbers. */
const LARGEST_EXPONENT = 690;

/** The weeks so far at one wobble w: sums of the weights y = n / (1 + n w^2) of their means x, of y x, y x^2 and log y. */
interface Sums {
  readonly square: number;
  weight: number;
  first: number;
  second: number;
  log: number;
  /** Logarithm of how likely that is if nothing changed, with a flat level, against the likeliest wobble. */
  likely: number;
}

/** The last weeks' answers and means, the newest first; `length` of them are filled. */
interface Recent {
  readonly answers: Float64Array;
  readonly means: Float64Array;
  length: number;
}

function weightOf(answers: number, square: number): number {
  return answers / (1 + answers * square);
}

function take(sums: Sums, answers: number, mean: number): void {
  const weight = weightOf(answers, sums.square);
  sums.weight += weight;
  sums.first += weight * mean;
  sums.second += weight * mean * mean;
  sums.log += Math.log(weight);
}

function push(recent: Recent, week: number, mean: number): void {
  recent.answers.copyWithin(1, 0);
  recent.means.copyWithin(1, 0);
  recent.answers[0] = week;
  recent.means[0] = mean;
  recent.length = Math.min(recent.length + 1, LONGEST_SCAN);
}

function weighLikelihoods(wobbling: readonly Sums[], variance: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const sums of wobbling) {
    const { weight, first, second, log } = sums;
    sums.likely = (log - (second - (first * first) / weight) / variance - Math.log(weight)) / 2;
    most = Math.max(most, sums.likely);
  }
  for (const sums of wobbling) sums.likely -= most;
}

interface WobblyDifference {
  readonly size: number;
  readonly spread: number;
  readonly variance: number;
}

/** The Bayes factor times how likely the wobble is: either alone may be beyond what a number holds where there are thousands of answers. */
function bayesFactor({ size, spread, variance }: WobblyDifference, likely: number): number {
  const reach = spread + SIZE ** 2;
  const exponent = ((size * size) / (spread * variance)) * (SIZE ** 2 / reach);
  return Math.sqrt(spread / reach) * Math.exp(Math.min(LARGEST_EXPONENT, exponent / 2 + likely));
}

/** The Bayes factor at one wobble, each possible length given its prior, times how likely that wobble is. */
function factorAt(
  sums: Sums,
  { answers, means, length }: Recent,
  variance: number,
  { priors, falls }: Beforehand,
): number {
  let weight = 0;
  let first = 0;
  let factor = 0;
  for (let index = 0; index < length; index += 1) {
    const given = weightOf(answers[index] ?? 0, sums.square);
    weight += given;
    first += given * (means[index] ?? 0);
    const prior = priors[index + 1] ?? 0;
    const before = sums.weight - weight;
    if (prior === 0 || weight === 0 || before < 1e-9) continue;
    const size = first / weight - (sums.first - first) / before;
    const difference = { size, spread: 1 / weight + 1 / before, variance };
    factor += 2 * (size < 0 ? falls : 1 - falls) * prior * bayesFactor(difference, sums.likely);
  }
  return factor;
}

/** The Bayes factor, the wobbles averaged by what the weeks leave of them. */
function factorOver(wobbling: readonly Sums[], recent: Recent, variance: number, beforehand: Beforehand): number {
  let changed = 0;
  let unchanged = 0;
  for (let index = 0; index < wobbling.length; index += 1) {
    const sums = wobbling[index] as Sums;
    unchanged += (UNCHANGED[index] ?? 0) * Math.exp(sums.likely);
    changed += (CHANGED[index] ?? 0) * factorAt(sums, recent, variance, beforehand);
  }
  return changed / unchanged;
}

/** The mean of so many last weeks less that of the weeks before; `all` are the sums without a wobble. */
function differenceOfMeans(all: Sums, { answers, means }: Recent, length: number): number {
  let [weight, first] = [0, 0];
  for (let index = 0; index < length; index += 1) {
    weight += answers[index] ?? 0;
    first += (answers[index] ?? 0) * (means[index] ?? 0);
  }
  return first / weight - (all.first - first) / (all.weight - weight);
}

/**
 * One measure. A week's mean of n answers is taken as normal about the level, with variance v (1/n + w^2): v that of one answer, w the
 * wobble (random effects: Hardy and Thompson, Statistics in Medicine 15, 1996). With D the difference of the means of the last k weeks
 * and of those before, s v its variance, and a change being normal with variance g v, the Bayes factor at one wobble is
 * sqrt(s/(s+g)) exp(D^2/(2 s v) g/(s+g)), twice the share of falls or of rises times that; the wobbles are averaged by what the weeks
 * leave of them. `doubt` is the sum of squares that three answers' worth of doubt adds to the variance.
 */
export function createGathering(doubt: number): Gathering {
  const wobbling = WOBBLES.map(
    (wobble): Sums => ({ square: wobble ** 2, weight: 0, first: 0, second: 0, log: 0, likely: 0 }),
  );
  const recent: Recent = { answers: new Float64Array(LONGEST_SCAN), means: new Float64Array(LONGEST_SCAN), length: 0 };
  let [answers, total, squares, center, variance] = [0, 0, 0, 0, 0];
  return {
    add(week) {
      if (answers === 0 && week.answers > 0) center = week.sum / week.answers;
      const mean = week.answers === 0 ? 0 : week.sum / week.answers - center;
      push(recent, week.answers, mean);
      if (week.answers === 0) return;
      for (const sums of wobbling) take(sums, week.answers, mean);
      answers += week.answers;
      total += week.sum;
      squares += week.squares;
      variance = (squares - (total * total) / answers + doubt) / (answers + DOUBT);
      weighLikelihoods(wobbling, variance);
    },
    factor: (beforehand) => (answers === 0 ? 0 : factorOver(wobbling, recent, variance, beforehand)),
    difference: (length) => differenceOfMeans(wobbling[0] as Sums, recent, length),
    wobbles: () => wobbling.map(({ square, likely }) => ({ wobble: Math.sqrt(square), likely: Math.exp(likely) })),
  };
}
