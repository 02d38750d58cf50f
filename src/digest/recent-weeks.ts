import type { DigestTrend } from "./declared-change.ts";
import type { Interval } from "./interval.ts";
import { type Nps, npsOf, type SampleLimits } from "./nps.ts";
import { type Counts, NO_ANSWERS } from "./tally.ts";
import { weeksUpTo } from "./week.ts";

/** The level of the weeks since the last declared change, points. */
export interface Level {
  readonly value: number;
  /** Between these it lies plausibly, at 95 %; in digests of before, the limits of the average. */
  readonly limits: Interval;
}

/** One of the weeks shown side by side. */
export interface RecentWeek {
  /** ISO week. */
  readonly week: string;
  readonly nps: Nps;
  /** The level that it is part of, the same for all of its weeks; null before that began. In digests of before, the trend's average. */
  readonly average: Level | null;
}

/** How many weeks are shown side by side, the digest's own included: a quarter. */
export const RECENT_WEEKS = 13;

/** What the weeks are shown by. */
export interface RecentFrame extends SampleLimits {
  readonly trend: Pick<DigestTrend, "from" | "value" | "limits">;
}

/** The last weeks side by side, oldest first; `weeks` are the counts of the weeks that end with this one. */
export function recentWeeksOf(week: string, weeks: readonly Counts[], frame: RecentFrame): RecentWeek[] {
  const recent = weeks.slice(-RECENT_WEEKS);
  const { from, value, limits } = frame.trend;
  const level = value === null || limits === null ? null : { value, limits };
  return weeksUpTo(week, recent.length).map((label, index) => ({
    week: label,
    nps: npsOf(recent[index] ?? NO_ANSWERS, frame),
    average: from !== undefined && label >= from ? level : null,
  }));
}
