import { adjusted, adjustedWald, clipped, estimateOf, type Interval, Z95 } from "./interval.ts";
import { studentQuantile } from "./normal.ts";
import { overallScore } from "./sensitivity.ts";
import { answeredShare, type Settled } from "./settled.ts";
import { answersIn, type Counts } from "./tally.ts";

/** What is known of those who answered and, by greeting a sample of them, of those who said nothing. */
export interface TwoSamples {
  /** How many answered and how many said nothing; one of them at least. */
  readonly settled: Settled;
  readonly answered: Counts;
  readonly greeted: Counts;
}

const FULL = 100;
/** Degrees of freedom beyond the number of the greeted: three answers are added, and one mean is taken. */
const MORE_FREEDOM = 2;
/** More greetings than anybody has: a precision that these do not give counts as out of reach. */
const MOST_GREETED = 100_000;

/** A score with the ends of its interval, neither on the wrong side of it. */
interface ScoreRange {
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

function toldOf(counts: Counts, z: number): ScoreRange {
  const { score } = estimateOf(counts);
  const [low, high] = clipped(adjustedWald(counts, z), FULL);
  return { score, low: Math.min(low, score), high: Math.max(high, score) };
}

/** The greeted are few, so their interval is Student's. */
function toldOfGreeted(counts: Counts, z: number): ScoreRange {
  return toldOf(counts, studentQuantile(z, answersIn(counts) + MORE_FREEDOM));
}

/** Standard error of the share of those who answered, two of each kind added (Agresti and Coull, The American Statistician 52(2), 1998). */
function rateError({ answered, silent }: Settled): number {
  const all = answered + silent + 4;
  const share = (answered + 2) / all;
  return Math.sqrt((share * (1 - share)) / all);
}

function rateOf(settled: Settled): number {
  return answeredShare(settled) ?? 0;
}

/** The score of everybody, points: r s + (1 - r) t, with share r of those who answered, their score s and t of the greeted (double sampling for non-response: Hansen and Hurwitz, J. American Statistical Association 41(236), 1946). */
export function everybodysScore({ settled, answered, greeted }: TwoSamples): number {
  return overallScore(rateOf(settled), estimateOf(answered).score, estimateOf(greeted).score);
}

/**
 * Its interval, at 95% unless told otherwise, clipped to [-100, 100]. Each score brings the distance to the ends of its own interval
 * (adjusted Wald; Student's for the greeted), the share r its standard error times the distance of both adjusted scores, and the three
 * are added in squares, each side by itself (MOVER: Zou and Donner, Statistics in Medicine 27(10), 2008).
 */
export function overallInterval({ settled, answered, greeted }: TwoSamples, z = Z95): Interval {
  const rate = rateOf(settled);
  const [own, silent] = [toldOf(answered, z), toldOfGreeted(greeted, z)];
  const apart = estimateOf(adjusted(answered)).score - estimateOf(adjusted(greeted)).score;
  const byRate = z * rateError(settled) * apart;
  const score = overallScore(rate, own.score, silent.score);
  const below = Math.hypot(rate * (own.score - own.low), (1 - rate) * (silent.score - silent.low), byRate);
  const above = Math.hypot(rate * (own.high - own.score), (1 - rate) * (silent.high - silent.score), byRate);
  return clipped([score - below, score + above], FULL);
}

/** By how many points the greeted stand above those who answered, with its interval by the same rule. */
export function silentDifference({ answered, greeted }: Omit<TwoSamples, "settled">, z = Z95): Interval {
  const [own, silent] = [toldOf(answered, z), toldOfGreeted(greeted, z)];
  const difference = silent.score - own.score;
  const below = Math.hypot(silent.score - silent.low, own.high - own.score);
  const above = Math.hypot(silent.high - silent.score, own.score - own.low);
  return clipped([difference - below, difference + above], 2 * FULL);
}

function scaled(counts: Counts, to: number): Counts {
  const factor = to / answersIn(counts);
  return {
    promoters: counts.promoters * factor,
    passives: counts.passives * factor,
    detractors: counts.detractors * factor,
  };
}

/**
 * How many answers of greeted customers it takes for the score of everybody to be known to so many points either way, half the interval's
 * width, if the silent answer in the shares of `like`. Null where no number of them would do.
 */
export function greetedNeeded(known: Omit<TwoSamples, "greeted">, like: Counts, points: number): number | null {
  if (known.settled.silent === 0) return 0;
  const isKnown = (greeted: number) => {
    const [low, high] = overallInterval({ ...known, greeted: scaled(like, greeted) });
    return high - low <= 2 * points;
  };
  if (!isKnown(MOST_GREETED)) return null;
  let [tooFew, enough] = [0, MOST_GREETED];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isKnown(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
