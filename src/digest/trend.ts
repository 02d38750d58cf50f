import { createEvidence, type Evidence, FALLS, momentsOf } from "./evidence.ts";
import { compared, estimateOf, type Interval, interval95 } from "./interval.ts";
import { pooled } from "./rolling.ts";
import { addedHistograms, answersIn, type Counts, countsOf, EMPTY_HISTOGRAM, type Histogram } from "./tally.ts";

/** Of the level: rising and falling only in the week that declares it. */
export type TrendVerdict = "rising" | "falling" | "no-detectable-change" | "not-enough-data";
/** Of one week alone, whatever the level. */
export type WeekVerdict = "higher" | "lower" | "as-usual" | "not-enough-data";

/** A change of the level. Weeks are indices in the weeks given. */
export interface LevelChange {
  readonly direction: "rising" | "falling";
  /** First week at the new level. */
  readonly since: number;
  /** Week that declared it. */
  readonly declared: number;
  /** Scores of the weeks between the change before and this one, and since; points, not rounded; and the difference, with its interval at 95 %. */
  readonly before: number;
  readonly after: number;
  readonly size: number;
  readonly interval95: Interval;
  /** Mean answers before and since. */
  readonly means: readonly [before: number, after: number];
}

/** What may be said about change. */
export interface Trend {
  readonly verdict: TrendVerdict;
  readonly method: "bayes-factor";
  /** Score of the weeks since the last change together, points, not rounded; null where there is not enough data. */
  readonly value: number | null;
  /** Its interval at 95 %. */
  readonly limits: Interval | null;
  /** Weeks with answers that it rests on. */
  readonly weeks: number;
  readonly week: WeekVerdict;
  /** The last change that was declared, in this week or before; null where none has been. */
  readonly change: LevelChange | null;
  /** Index of the first week of the level that is held against the weeks to come. */
  readonly from: number;
}

/** A week's answers by score, index 0 to 10, or by band. */
export type WeekCounts = Histogram | Counts;

/** Fewest weeks with answers, and fewest answers, of which anything is said. */
const LEAST_WEEKS = 2;
const LEAST_ANSWERS = 10;
/** What stands for the answers of a band where the scores are not known. */
const TYPICAL = { promoters: 10, passives: 8, detractors: 4 } as const;

/** The counts by score; those by band at a score that is typical for it. */
export function histogramOf(week: WeekCounts): Histogram {
  if (!("promoters" in week)) return week;
  const histogram = [...EMPTY_HISTOGRAM];
  for (const band of ["promoters", "passives", "detractors"] as const) histogram[TYPICAL[band]] = week[band];
  return histogram;
}

function meanOf(weeks: readonly Histogram[]): number {
  const together = weeks.reduce(addedHistograms, EMPTY_HISTOGRAM);
  return together.reduce((sum, count, score) => sum + score * count, 0) / answersIn(countsOf(together));
}

function togetherIn(weeks: readonly Histogram[]): Counts {
  return pooled(weeks.map(countsOf), weeks.length);
}

/** Where there is nothing to compare. */
const ANY_DIFFERENCE: Interval = [-200, 200];

function changeBetween(before: readonly Histogram[], after: readonly Histogram[]) {
  const [first, then] = [togetherIn(before), togetherIn(after)];
  const [from, to] = [estimateOf(first).score, estimateOf(then).score];
  return {
    before: from,
    after: to,
    size: to - from,
    interval95: compared(first, then)?.interval95 ?? ANY_DIFFERENCE,
    means: [meanOf(before), meanOf(after)] as const,
  };
}

/** What was declared before: of the weeks since `from` the last alone is looked at. */
export type KnownLevel = Pick<Trend, "from" | "change">;

function gathered(weeks: readonly Histogram[], change: LevelChange | null): Evidence {
  const evidence = createEvidence(change?.direction === "falling" ? 1 - FALLS : FALLS);
  for (const week of weeks) evidence.add(momentsOf(week));
  return evidence;
}

/** The change that the last of the weeks declares, after those since `from`. */
function declaredBy(weeks: readonly Histogram[], from: number, evidence: Evidence): LevelChange {
  const { weeksAgo, isFall } = evidence.beginning();
  const since = weeks.length - weeksAgo;
  return {
    direction: isFall ? "falling" : "rising",
    ...{ since, declared: weeks.length - 1 },
    ...changeBetween(weeks.slice(from, since), weeks.slice(since)),
  };
}

/** What the weeks declare, one after the other: after each change a new baseline begins. */
function replayed(weeks: readonly Histogram[], threshold: number): KnownLevel {
  let known: KnownLevel = { from: 0, change: null };
  let evidence = createEvidence();
  for (const [index, week] of weeks.slice(0, -1).entries()) {
    evidence.add(momentsOf(week));
    if (!(evidence.weight() > threshold)) continue;
    const upToNow = weeks.slice(0, index + 1);
    const change = declaredBy(upToNow, known.from, evidence);
    known = { from: change.since, change };
    evidence = gathered(upToNow.slice(change.since), change);
  }
  return known;
}

/** Whether so many weeks have answers, and so many answers, that anything may be said of change. */
export function isEnough(weeks: readonly Histogram[]): boolean {
  const sizes = weeks.map((week) => answersIn(countsOf(week))).filter((answers) => answers > 0);
  return sizes.length >= LEAST_WEEKS && sizes.reduce((sum, size) => sum + size, 0) >= LEAST_ANSWERS;
}

function weekVerdictOf(evidence: Evidence, threshold: number, isFall: boolean): WeekVerdict {
  if (!(evidence.weightOfLast() > threshold)) return "as-usual";
  return isFall ? "lower" : "higher";
}

/**
 * Whether the level has changed by the last of the weeks given, oldest first, and whether that week alone was unusual. What was declared
 * before is found by going through the weeks, or is what `known` says. The evidence is a Bayes factor, averaged over the possible
 * beginnings (Shiryaev, Theory of Probability and its Applications 8, 1963) and over what the level may wobble from week to week;
 * a change is declared where its logarithm is above the threshold, which `thresholdFor` finds.
 */
export function trendOf(given: readonly WeekCounts[], threshold: number, known?: KnownLevel): Trend {
  const weeks = given.map(histogramOf);
  const before = known ?? replayed(weeks, threshold);
  const recent = weeks.slice(before.from);
  const withAnswers = recent.filter((week) => answersIn(countsOf(week)) > 0).length;
  const nothing = { method: "bayes-factor", value: null, limits: null, weeks: withAnswers } as const;
  if (!isEnough(weeks)) return { verdict: "not-enough-data", ...nothing, week: "not-enough-data", ...before };
  const evidence = gathered(recent, before.change);
  const hasChanged = evidence.weight() > threshold && answersIn(countsOf(recent.at(-1) ?? [])) > 0;
  const change = hasChanged ? declaredBy(weeks, before.from, evidence) : before.change;
  const from = hasChanged && change ? change.since : before.from;
  const level = togetherIn(weeks.slice(from));
  return {
    verdict: hasChanged && change ? change.direction : "no-detectable-change",
    ...{ method: "bayes-factor", value: estimateOf(level).score, limits: interval95(level), weeks: withAnswers },
    week: weekVerdictOf(evidence, threshold, evidence.beginning().isFall),
    ...{ change, from },
  };
}
