import { added, type Counts, NO_ANSWERS } from "./tally.ts";

/** How many weeks the rolling figure covers, this one included. */
export const ROLLING_WEEKS = 4;

/**
 * Counts of the last weeks added up, oldest first; a week without answers adds nothing. Scores of weeks are never averaged,
 * since that gives a thin week the weight of a full one. A customer counts once in each week they answered in.
 */
export function pooled(weeks: readonly Counts[], count = ROLLING_WEEKS): Counts {
  return weeks.slice(-count).reduce(added, NO_ANSWERS);
}
