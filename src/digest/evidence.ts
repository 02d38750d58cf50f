import { netOf } from "../survey/score.ts";
import { type Beforehand, createGathering, type Gathering, LONGEST_SCAN, type Moments } from "./gathering.ts";
import type { Histogram } from "./tally.ts";

/** What the answers are measured by, its share in the evidence, and the sum of squares that doubt about its variance adds. */
interface Measure {
  readonly of: (score: number) => number;
  readonly share: number;
  readonly doubt: number;
}

/** Where a change most likely began. */
export interface ChangeBeginning {
  /** How many weeks ago, the last week being 1. */
  readonly weeksAgo: number;
  readonly isFall: boolean;
}

/** Evidence for a change, gathered week by week, oldest first. */
export interface Evidence {
  add(week: readonly Moments[]): void;
  /** Natural logarithm of the Bayes factor for "changed within the last 13 weeks" against "unchanged"; minus infinity with nothing to compare. */
  weight(): number;
  /** The part of it that the last week alone makes. */
  weightOfLast(): number;
  beginning(): ChangeBeginning;
  /** How much the level may have wobbled from week to week, by the mean answer; see `Gathering`. */
  wobbles(): ReturnType<Gathering["wobbles"]>;
}

/** The mean answer, which a few badly hurt customers move first, and the score itself. */
const MEASURES: readonly Measure[] = [
  { of: (score) => score, share: 0.94, doubt: 12 },
  { of: netOf, share: 0.06, doubt: 1.5 },
];
const VALUES = MEASURES.map(({ of }) => Array.from({ length: 11 }, (_, score) => of(score)));
/** For how many weeks it may have been so: what 0, 1, 2, ... 13 weeks are each given beforehand. */
const LENGTHS = Float64Array.of(0, 0.12, 0.03, 0.07, 0, 0.25, 0, 0, 0.45, 0, 0, 0, 0, 0.08);
const THE_LAST = LENGTHS.map((prior, length) => (length === 1 ? prior : 0));

function only(length: number): Float64Array {
  return LENGTHS.map((_, index) => (index === length ? 1 : 0));
}

/** One week's counts by score, by each measure. */
export function momentsOf(week: Histogram): Moments[] {
  return VALUES.map((values) => {
    let [answers, sum, squares] = [0, 0, 0];
    for (let score = 0; score < values.length; score += 1) {
      const count = week[score] ?? 0;
      const value = values[score] ?? 0;
      answers += count;
      sum += count * value;
      squares += count * value * value;
    }
    return { answers, sum, squares };
  });
}

/**
 * Of the changes that are looked for, the share that are falls: an unhappy customer is urgent, so falls are seen sooner and rises later.
 * After a fall it is the other way round, since then it is the recovery that is awaited.
 */
export const FALLS = 0.75;

interface WeighedMeasure {
  readonly share: number;
  readonly gathering: Gathering;
}

function factorIn(measures: readonly WeighedMeasure[], beforehand: Beforehand): number {
  let sum = 0;
  for (const { share, gathering } of measures) sum += share * gathering.factor(beforehand);
  return sum;
}

/** The likeliest beginning, and the direction by the measure that says most about it. */
function beginningIn(measures: readonly WeighedMeasure[], falls: number): ChangeBeginning {
  const lengths = Array.from({ length: LONGEST_SCAN }, (_, index) => index + 1);
  const factors = lengths.map((length) => factorIn(measures, { priors: only(length), falls }));
  const weeksAgo = factors.indexOf(Math.max(...factors)) + 1;
  const parts = measures.map((measure) => factorIn([measure], { priors: only(weeksAgo), falls }));
  const strongest = measures[parts.indexOf(Math.max(...parts))];
  return { weeksAgo, isFall: (strongest?.gathering.difference(weeksAgo) ?? 0) < 0 };
}

/** No weeks yet; `falls` is the share of the possible changes that are falls. */
export function createEvidence(falls = FALLS): Evidence {
  const measures = MEASURES.map(({ share, doubt }) => ({ share, gathering: createGathering(doubt) }));
  return {
    add(week) {
      for (const [index, { gathering }] of measures.entries()) gathering.add(week[index] as Moments);
    },
    weight: () => Math.log(factorIn(measures, { priors: LENGTHS, falls })),
    weightOfLast: () => Math.log(factorIn(measures, { priors: THE_LAST, falls })),
    beginning: () => beginningIn(measures, falls),
    wobbles: () => measures[0]?.gathering.wobbles() ?? [],
  };
}
