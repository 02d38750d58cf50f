import { type ByProduct, type WeekTally, wholeOf } from "./history.ts";
import type { Interval } from "./interval.ts";
import { rounded, roundedPair } from "./rounding.ts";
import { answersIn, countsOf, EMPTY_HISTOGRAM, type Histogram } from "./tally.ts";
import { MOST_PRODUCTS } from "./threshold.ts";
import type { FoundThreshold, JudgedWeeks } from "./thresholds.ts";
import { isEnough, type KnownLevel, type LevelChange, type Trend, trendOf, type WeekVerdict } from "./trend.ts";
import { weeksUpTo } from "./week.ts";

/** A change of level that was declared, its weeks by their labels; figures as of the week that declared it. */
export interface DeclaredChange {
  readonly direction: "rising" | "falling";
  /** First week at the new level. */
  readonly since: string;
  /** The week whose digest said so first. */
  readonly declared: string;
  /** First of the weeks that it is held against: those up to the one before `since`. */
  readonly against: string;
  /** Scores of those weeks together, and of the weeks from `since` to `declared`; points, one decimal. */
  readonly before: number;
  readonly after: number;
  /** How far it moved and by how much that may be off, points, one decimal. */
  readonly size: number;
  readonly interval95: Interval;
  /** Mean answers of the same weeks, two decimals. */
  readonly means: readonly [before: number, after: number];
}

/** The last declared change of one product. */
export interface ProductChange extends DeclaredChange {
  readonly product: string;
}

/** A change, or none. */
type MaybeDeclared = { readonly [K in keyof DeclaredChange]?: DeclaredChange[K] | undefined };

/** What a digest says of change. */
export interface DigestTrend extends Pick<Trend, "verdict" | "value" | "limits" | "weeks">, MaybeDeclared {
  /** A moving average in digests of before. */
  readonly method: Trend["method"] | "ewma";
  /** What had to be exceeded; null where it was not known in time, absent in digests of before there was one. */
  readonly threshold?: number | null | undefined;
  /** First week of the level that the week is held against: `value` is the score of the weeks since. Absent where there is none. */
  readonly from?: string | undefined;
  /** Whether this week alone was unusual. */
  readonly unusual?: WeekVerdict | undefined;
  /** Points by which the score must fall to be seen within eight weeks four times in five; null where no fall is. */
  readonly blindSpot?: number | null | undefined;
  /** The last declared change of each product that has one. */
  readonly products?: readonly ProductChange[] | undefined;
}

/** What earlier digests have said of change: it is not said again, and the baseline begins with it. */
export interface ToldBefore {
  /** First week of the baseline. */
  readonly from: string;
  readonly change: DeclaredChange | null;
  readonly products: readonly ProductChange[];
}

/** What the changes of a week are found from. */
export interface ChangeFacts {
  /** The week judged. */
  readonly week: string;
  /** It and the weeks before, in any order; one that is missing had no answers. */
  readonly tallies: readonly WeekTally[];
  /** By the newest digest posted of an earlier week that knew; null where none did, and the weeks themselves tell. */
  readonly before: ToldBefore | null;
  readonly minAnswers: number;
}

/** How many weeks are looked at where no change was ever declared, the judged one included: two years. */
export const BASELINE_WEEKS = 104;

/** The change that the trend carries; null where none was declared. */
export function declaredIn(trend: DigestTrend): DeclaredChange | null {
  const { direction, since, declared, against, before, after, size, interval95, means } = trend;
  if (direction === undefined || since === undefined || declared === undefined || against === undefined) return null;
  if (before === undefined || after === undefined || size === undefined) return null;
  if (interval95 === undefined || means === undefined) return null;
  return { direction, since, declared, against, before, after, size, interval95, means };
}

/** What the trend of a posted digest tells those after it; null where it was counted before changes were, or knew no threshold. */
export function toldBefore(trend: DigestTrend): ToldBefore | null {
  if (trend.from === undefined || trend.products === undefined) return null;
  return { from: trend.from, change: declaredIn(trend), products: trend.products };
}

/** Weeks in a row from the first with answers, by label and with what was counted in them; and what earlier digests said of them. */
interface Series {
  readonly labels: readonly string[];
  readonly weeks: readonly Histogram[];
  readonly said: DeclaredChange | null;
  /** First week of the level; null where the weeks themselves tell. */
  readonly from: string | null;
}

interface AllSeries {
  readonly whole: Series;
  readonly products: ReadonlyMap<string, Series>;
}

function sizeOf(weeks: readonly Histogram[]): number {
  return weeks.reduce((sum, week) => sum + answersIn(countsOf(week)), 0);
}

function trimmed({ labels, weeks, ...said }: Series): Series {
  const first = weeks.findIndex((week) => sizeOf([week]) > 0);
  return { ...said, labels: labels.slice(first), weeks: weeks.slice(first) };
}

function allSeries({ week, tallies, before }: ChangeFacts): AllSeries {
  const labels = weeksUpTo(week, BASELINE_WEEKS);
  const byWeek = new Map(tallies.map((tally) => [tally.week, tally.products]));
  const series = (count: (products: ByProduct) => Histogram, said: DeclaredChange | null): Series => {
    const weeks = labels.map((label) => count(byWeek.get(label) ?? new Map()));
    return trimmed({ labels, weeks, said, from: before && (said?.since ?? "") });
  };
  const ids = [...new Set(tallies.flatMap(({ products }) => [...products.keys()]))].filter((id) => id !== null).sort();
  const own = ids.map((id) => {
    const { product: _, ...said } = before?.products.find(({ product }) => product === id) ?? { product: null };
    const count = (products: ByProduct) => products.get(id) ?? EMPTY_HISTOGRAM;
    return [id, series(count, "since" in said ? said : null)] as const;
  });
  const largest = own.toSorted(([, a], [, b]) => sizeOf(b.weeks) - sizeOf(a.weeks)).slice(0, MOST_PRODUCTS);
  return { whole: series(wholeOf, before?.change ?? null), products: new Map(largest) };
}

/** Index of the first week of the level. */
function beginning({ labels, from }: Series): number {
  return Math.max(
    0,
    labels.findIndex((label) => label >= (from ?? "")),
  );
}

function sinceBeginning(series: Series): readonly Histogram[] {
  return series.weeks.slice(beginning(series));
}

/**
 * The weeks of the desk and of its products that the threshold is found for: those of the level that stands. Null where there are too few
 * for any change to be told.
 */
export function judgedWeeks(facts: ChangeFacts): JudgedWeeks | null {
  const { whole, products } = allSeries(facts);
  if (!isEnough(whole.weeks)) return null;
  return { weeks: sinceBeginning(whole), products: [...products.values()].map(sinceBeginning) };
}

/** What `trendOf` is told of what was said before. */
function knownIn(series: Series): KnownLevel | undefined {
  if (series.from === null) return undefined;
  const from = beginning(series);
  const { said } = series;
  return { from, change: said && { ...said, since: from, declared: from } };
}

function labelled(change: LevelChange, { labels }: Series, against: number): DeclaredChange {
  const label = (index: number) => labels[index] ?? labels[0] ?? "";
  return {
    direction: change.direction,
    ...{ since: label(change.since), declared: label(change.declared), against: label(against) },
    ...{ before: rounded(change.before, 1), after: rounded(change.after, 1), size: rounded(change.size, 1) },
    interval95: roundedPair(change.interval95, 1),
    means: roundedPair(change.means, 2),
  };
}

/** Whether the weeks up to a change, or those since, have too few answers for their score to be shown. */
function isOfFew(weeks: readonly Histogram[], [from, since]: readonly [number, number], minAnswers: number): boolean {
  return [weeks.slice(from, since), weeks.slice(since)].some((level) => sizeOf(level) < minAnswers);
}

/** The trend of a series and the last change in it; a change of which too few answers tell, before it or since, is none yet. */
function judged(series: Series, threshold: number, minAnswers: number) {
  const { labels, weeks, said } = series;
  const before = knownIn(series) ?? trendOf(weeks.slice(0, -1), threshold);
  const known = { from: before.from, change: before.change };
  const found = trendOf(weeks, threshold, known);
  const isNew = found.change !== known.change && found.change !== null;
  const isUntold = isNew && isOfFew(weeks, [known.from, found.from], minAnswers);
  const trend = isUntold ? trendOf(weeks, Number.POSITIVE_INFINITY, known) : found;
  const from = labels[trend.from];
  if (series.from !== null && trend.change === known.change) return { trend, from, change: said };
  if (trend.change === null) return { trend, from, change: null };
  const { since, declared } = trend.change;
  const against =
    trend.change === found.change && isNew ? known.from : trendOf(weeks.slice(0, declared), threshold).from;
  if (isOfFew(weeks.slice(0, declared + 1), [against, since], minAnswers)) return { trend, from, change: null };
  return { trend, from, change: labelled(trend.change, series, against) };
}

function productChanges({ products }: AllSeries, threshold: number, minAnswers: number): ProductChange[] {
  return [...products].flatMap(([product, series]) => {
    const { change } = judged(series, threshold, minAnswers);
    return change ? [{ product, ...change }] : [];
  });
}

/** What is said of change in a week; without a threshold nothing but what was said before. */
export function digestTrend(facts: ChangeFacts, found: FoundThreshold | null): DigestTrend {
  const all = allSeries(facts);
  const { minAnswers } = facts;
  const { trend, from, change } = judged(all.whole, found?.threshold ?? Number.POSITIVE_INFINITY, minAnswers);
  const { verdict, method, value, limits, weeks, week } = trend;
  const told = facts.before?.products.filter(({ product }) => !found || !all.products.has(product));
  const products = found ? [...productChanges(all, found.threshold, minAnswers), ...(told ?? [])] : told;
  const isShown = value !== null && limits !== null && sizeOf(all.whole.weeks.slice(trend.from)) >= minAnswers;
  return {
    ...{ verdict, method, weeks },
    value: isShown ? rounded(value, 1) : null,
    limits: isShown ? roundedPair(limits, 1) : null,
    threshold: found && rounded(found.threshold, 4),
    ...(from !== undefined && { from }),
    ...(found && { unusual: week, blindSpot: found.blindSpot }),
    ...change,
    ...(products && { products }),
  };
}
