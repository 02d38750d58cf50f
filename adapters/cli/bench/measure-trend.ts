import { SEEN_WITHIN } from "../../../src/digest/blind-spot.ts";
import { createEvidence, momentsOf } from "../../../src/digest/evidence.ts";
import {
  drawnWeek,
  drawnWeeks,
  movedTo,
  type Population,
  pointsPerDeviation,
  scoreOf,
} from "../../../src/digest/simulated-years.ts";
import type { Histogram } from "../../../src/digest/tally.ts";
import { FALSE_YEARS, thresholdFor } from "../../../src/digest/threshold.ts";
import { type Lot, lotsOf } from "../../../src/draw.ts";
import type { Scale } from "../../../src/survey/score.ts";

/** One kind of desk: its scale, score, answers a week, and by how many points (standard deviation) its true score differs from week to week. */
export interface TrendCell {
  readonly scale: Scale;
  readonly nps: number;
  readonly answers: number;
  readonly wobble: number;
}

/** How often falls were seen, from 0 to 1; null where the score cannot fall so far. */
export interface FallsSeen {
  /** A fall of 20 points within 8 weeks, everybody being a bit worse off. */
  readonly everybody: number | null;
  /** The same where a few are hurt badly: they give 1 to 3. */
  readonly few: number | null;
  /** A fall of 60 points in its first week. */
  readonly large: number | null;
}

/** What was measured of one kind of desk. */
export interface CellFigures extends TrendCell {
  readonly years: number;
  /** Share of the years without change that held a false word. */
  readonly falseYears: number;
  readonly seen: FallsSeen;
  /** The same by a rule that knows both distributions; null where weeks differ by more than chance. */
  readonly ceiling: FallsSeen | null;
}

/** How a cell is measured. */
export interface TrendRun {
  /** Years without change, and falls of each kind. */
  readonly years: number;
  /** Thresholds of each kind, each found for 26 weeks of its own: the years are shared out among them. */
  readonly thresholds: number;
  readonly seed: number;
  /** The product's own where none is named. */
  readonly findThreshold?: (history: readonly Histogram[]) => number;
}

const HISTORY_WEEKS = 26;
const YEAR_WEEKS = 52;
/** Years without change by which the ceiling's threshold is found. */
const CEILING_YEARS = 1_000;
/** Where the scores of all cells come from, before everybody's inclination is moved; the index is the score. */
const SHAPES: Readonly<Record<Scale, readonly number[]>> = {
  "1-10": [0, 6, 3, 3, 3, 6, 6, 12, 18, 16, 27],
  "0-10": [4, 3, 2, 3, 3, 6, 6, 12, 18, 16, 27],
};

/** The cells of the whole grid. */
export function trendGrid(): TrendCell[] {
  const scales: Scale[] = ["1-10", "0-10"];
  return scales.flatMap((scale) =>
    [-40, -20, 0, 20, 40, 60, 80].flatMap((nps) =>
      [5, 10, 25, 50, 100, 200].flatMap((answers) => [0, 4, 10].map((wobble) => ({ scale, nps, answers, wobble }))),
    ),
  );
}

/** The shares where so many are hurt badly that the score has fallen by so many points. */
function fewHurt(shares: readonly number[], points: number): readonly number[] {
  const hurt = points / (scoreOf(shares) + 100);
  return shares.map((share, score) => share * (1 - hurt) + (score >= 1 && score <= 3 ? hurt / 3 : 0));
}

/** What each kind of fall leaves of the shares; null where the score cannot fall so far. */
function fallsOf(shares: readonly number[], nps: number) {
  const isPossible = (points: number) => nps - points > -95;
  return {
    everybody: isPossible(20) ? movedTo(shares, nps - 20) : null,
    few: isPossible(20) ? fewHurt(shares, 20) : null,
    large: isPossible(60) ? movedTo(shares, nps - 60) : null,
  };
}

type AlarmRule = (weeks: readonly Histogram[]) => boolean[];

/** Whether the product's evidence says "lower" or anything at all after each of the weeks that follow a history. */
function productRule(history: readonly Histogram[], threshold: number, onlyFalls: boolean): AlarmRule {
  return (weeks) => {
    const evidence = createEvidence();
    for (const week of history) evidence.add(momentsOf(week));
    return weeks.map((week) => {
      evidence.add(momentsOf(week));
      return evidence.weight() > threshold && (!onlyFalls || evidence.beginning().isFall);
    });
  };
}

/** The sums of log likelihood ratios, never below zero (Page, Biometrika 41, 1954), after each of the weeks. */
function likelihoodSums(weeks: readonly Histogram[], before: readonly number[], after: readonly number[]): number[] {
  let sum = 0;
  return weeks.map((week) => {
    const ratio = week.reduce((total, count, score) => {
      const [was, is] = [before[score] ?? 0, after[score] ?? 0];
      return count === 0 ? total : total + count * Math.log(is / was);
    }, 0);
    sum = Math.max(0, sum + ratio);
    return sum;
  });
}

function weeksOf(shares: readonly number[], answers: number, count: number, lot: Lot): Histogram[] {
  return Array.from({ length: count }, () => drawnWeek(shares, answers, lot));
}

function ceilingShare(cell: TrendCell, before: readonly number[], fall: Fall, { years, seed }: TrendRun): number {
  const lot = lotsOf(`ceiling ${seed} ${JSON.stringify(cell)} ${fall.within}`);
  const most = Array.from({ length: CEILING_YEARS }, () =>
    Math.max(...likelihoodSums(weeksOf(before, cell.answers, YEAR_WEEKS, lot), before, fall.after)),
  );
  const threshold = most.toSorted((a, b) => a - b)[Math.ceil(CEILING_YEARS * (1 - FALSE_YEARS)) - 1] ?? 0;
  const seen = Array.from({ length: years }, () => {
    const weeks = [
      ...weeksOf(before, cell.answers, HISTORY_WEEKS, lot),
      ...weeksOf(fall.after, cell.answers, fall.within, lot),
    ];
    return likelihoodSums(weeks, before, fall.after)
      .slice(-fall.within)
      .some((sum) => sum > threshold);
  });
  return share(seen);
}

/** What is left after a fall, and within how many weeks it is to be seen. */
interface Fall {
  readonly after: readonly number[];
  readonly within: number;
}

function share(seen: readonly boolean[]): number {
  return Number((seen.filter(Boolean).length / seen.length).toFixed(3));
}

/** Each kind of fall measured in the same way. */
function eachFall(shares: readonly number[], nps: number, measure: (fall: Fall) => number): FallsSeen {
  const { everybody, few, large } = fallsOf(shares, nps);
  const seen = (after: readonly number[] | null, within: number) => after && measure({ after, within });
  return { everybody: seen(everybody, SEEN_WITHIN), few: seen(few, SEEN_WITHIN), large: seen(large, 1) };
}

type YearsDrawn = (shares: readonly number[], count: number) => Histogram[];

/** So many weeks of this kind of desk, by the shares given. */
function drawingOf({ answers, wobble }: TrendCell, shares: readonly number[], lot: Lot): YearsDrawn {
  const deviations = wobble / pointsPerDeviation(shares);
  return (of, count) => {
    const population: Population = { shares: of, sizes: Array.from({ length: count }, () => answers) };
    return drawnWeeks(population, 0, deviations, lot);
  };
}

/**
 * Measures one kind of desk over 52 reports after 26 weeks, drawn anew for each year, by thresholds that the product found for other desks of
 * the kind.
 */
export function measureCell(cell: TrendCell, run: TrendRun): CellFigures {
  const { nps, wobble } = cell;
  const { findThreshold = thresholdFor } = run;
  const shares = movedTo(SHAPES[cell.scale], nps);
  const drawn = drawingOf(cell, shares, lotsOf(`trend ${run.seed} ${JSON.stringify(cell)}`));
  const thresholds = Array.from({ length: run.thresholds }, () => findThreshold(drawn(shares, HISTORY_WEEKS)));
  const years = Array.from({ length: run.years }, (_, index) => thresholds[index % thresholds.length] ?? 0);
  const holds = (after: readonly number[], within: number, onlyFalls: boolean) =>
    share(
      years.map((threshold) =>
        productRule(drawn(shares, HISTORY_WEEKS), threshold, onlyFalls)(drawn(after, within)).some(Boolean),
      ),
    );
  return {
    ...cell,
    years: run.years,
    falseYears: holds(shares, YEAR_WEEKS, false),
    seen: eachFall(shares, nps, ({ after, within }) => holds(after, within, true)),
    ceiling: wobble === 0 ? eachFall(shares, nps, (fall) => ceilingShare(cell, shares, fall, run)) : null,
  };
}
