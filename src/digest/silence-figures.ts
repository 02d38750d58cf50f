import {
  everybodysScore,
  greetedNeeded,
  overallInterval,
  silentDifference,
  type TwoSamples,
} from "./double-sampling.ts";
import type { Greeting } from "./greeting.ts";
import { estimateOf } from "./interval.ts";
import { scoreOf } from "./nps.ts";
import { rounded, roundedPair } from "./rounding.ts";
import { answeredShare, type Settled } from "./settled.ts";
import { answersIn, type Counts, countsOf, EMPTY_HISTOGRAM } from "./tally.ts";

/** How closely the score of everybody is to be known, points either way. */
export const WANTED_POINTS = 20;

/**
 * The normal quantile beyond which the silent are said to differ: 99.8%, so that of desks where they do not, looked at every week, fewer
 * than 5% a year are told so once (simulated: 5 to 200 answers and 1 to 15 greetings that led to a score a week, scores from -40 to 97).
 */
const Z_DIFFERENT = 3.090232306167813;

/** Whether the silent were found to differ from those who answered: lower and higher are said where chance alone would hardly say so. */
export const SILENT_VERDICTS = ["not-measured", "no-difference", "lower", "higher"] as const;

/** How the silent differ from those who answered, as far as they were measured. */
export interface SilentDifference {
  readonly verdict: (typeof SILENT_VERDICTS)[number];
  /** Score of the greeted less the score of those who answered in these weeks, and its interval at 95%; points, two decimals, null of too few. */
  readonly points: number | null;
  readonly interval95: readonly [number, number] | null;
}

/** A customer key to the desk who has said nothing twice in a row, and the later of the conversations. */
export interface SilentKey {
  readonly customerId: string;
  readonly interactionId: string;
}

/** What greeting some of the silent tells of all of them; people alone, without figures, under `keyCustomers`. */
export interface SilenceFigures {
  /** Customers drawn in the weeks looked back on; those of the week itself have only just been. */
  readonly drawn: number;
  /** Those for whom somebody has recorded what came of it, and those of them who named a score. */
  readonly greeted: number;
  readonly reached: number;
  /** Weeks looked back on, from the first draw on. */
  readonly weeks: number;
  /** Score of those who answered in these weeks, and of those who were greeted; whole points, null of too few. */
  readonly answered: number | null;
  readonly greetedNps: number | null;
  /** Score of everybody by double sampling, and its interval at 95%; points, two decimals, null of too few. */
  readonly overall: number | null;
  readonly interval95: readonly [number, number] | null;
  /** Greetings it takes still until everybody's score is known to 20 points either way; null where that cannot be told. */
  readonly stillNeeded: number | null;
  readonly keyCustomers: readonly SilentKey[];
  /** Absent in a digest from before it was judged. */
  readonly differs?: SilentDifference | undefined;
}

/** What the figures are made of. */
export interface SilenceTally {
  readonly weeks: number;
  /** The greetings drawn in these weeks, as they stood at the end of the digest's. */
  readonly greetings: readonly Pick<Greeting, "state" | "score" | "scale">[];
  /** The answers given in these weeks. */
  readonly answered: Counts;
  readonly settled: Settled;
  readonly keyCustomers: readonly SilentKey[];
}

const NOT_MEASURED: SilentDifference = { verdict: "not-measured", points: null, interval95: null };

/** Nothing was drawn yet. */
export const NO_SILENCE: SilenceFigures = {
  ...{ drawn: 0, greeted: 0, reached: 0, weeks: 0, answered: null, greetedNps: null, overall: null, interval95: null },
  ...{ stillNeeded: null, keyCustomers: [], differs: NOT_MEASURED },
};

function countsOfGreeted(greetings: SilenceTally["greetings"]): Counts {
  const histogram = [...EMPTY_HISTOGRAM];
  for (const { score } of greetings) if (score !== null) histogram[score] = (histogram[score] ?? 0) + 1;
  return countsOf(histogram);
}

/** Greetings for so many answers, at the rate at which they have led to one; one each as long as none has. */
function greetingsFor(answers: number, reached: number, greeted: number): number {
  return Math.ceil(reached === 0 ? answers : (answers * greeted) / reached);
}

function differenceOf(samples: Pick<TwoSamples, "answered" | "greeted">): SilentDifference {
  const [low, high] = silentDifference(samples, Z_DIFFERENT);
  const points = estimateOf(samples.greeted).score - estimateOf(samples.answered).score;
  const different = points < 0 ? "lower" : "higher";
  return {
    verdict: low > 0 || high < 0 ? different : "no-difference",
    points: rounded(points, 2),
    interval95: roundedPair(silentDifference(samples), 2),
  };
}

/** The figures; without a score of everybody where fewer than `minAnswers` answered, or were greeted and named a score. */
export function silenceFiguresOf(
  tally: SilenceTally,
  { scale, minAnswers }: { readonly scale: string; readonly minAnswers: number },
): SilenceFigures {
  const { weeks, answered, settled, keyCustomers } = tally;
  const counted = tally.greetings.filter((greeting) => greeting.state !== "assigned");
  const reached = counted.filter((greeting) => greeting.score !== null && greeting.scale === scale);
  const sizes = { drawn: tally.greetings.length, greeted: counted.length, reached: reached.length, weeks };
  if (answeredShare(settled) === null || answersIn(answered) < minAnswers)
    return { ...NO_SILENCE, ...sizes, keyCustomers };
  const greeted = countsOfGreeted(reached);
  const isEnough = reached.length >= minAnswers;
  const needed = greetedNeeded({ settled, answered }, isEnough ? greeted : answered, WANTED_POINTS);
  const missing = needed === null ? null : Math.max(0, needed - reached.length);
  const samples = { settled, answered, greeted };
  return {
    ...sizes,
    answered: scoreOf(answered),
    greetedNps: isEnough ? scoreOf(greeted) : null,
    overall: isEnough ? rounded(everybodysScore(samples), 2) : null,
    interval95: isEnough ? roundedPair(overallInterval(samples), 2) : null,
    stillNeeded: missing === null ? null : greetingsFor(missing, reached.length, counted.length),
    keyCustomers,
    differs: isEnough ? differenceOf(samples) : NOT_MEASURED,
  };
}
