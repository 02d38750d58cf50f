import { type EwmaPoint, shownPoint, watchedPoints } from "./moving-average.ts";
import { type Nps, npsOf, type SampleLimits } from "./nps.ts";
import { type Counts, NO_ANSWERS } from "./tally.ts";
import { weeksUpTo } from "./week.ts";

/** One of the weeks shown side by side. */
export interface RecentWeek {
  /** ISO week. */
  readonly week: string;
  readonly nps: Nps;
  /** The trend's average after it, with its limits; null before the average begins. */
  readonly average: EwmaPoint | null;
}

/** How many weeks are shown side by side, the digest's own included: a quarter. */
export const RECENT_WEEKS = 13;

/** The last weeks side by side, oldest first; `weeks` are the counts of the weeks that end with this one. */
export function recentWeeksOf(week: string, weeks: readonly Counts[], limits: SampleLimits): RecentWeek[] {
  const recent = weeks.slice(-RECENT_WEEKS);
  const points = watchedPoints(weeks);
  const before = recent.length - points.length;
  return weeksUpTo(week, recent.length).map((label, index) => {
    const point = points[index - before];
    const counts = recent[index] ?? NO_ANSWERS;
    return { week: label, nps: npsOf(counts, limits), average: point ? shownPoint(point) : null };
  });
}
