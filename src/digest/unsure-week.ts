import type { Digest } from "./document.ts";
import { compared } from "./interval.ts";
import { scoreOf } from "./nps.ts";
import { added, answersIn, type Counts, NO_ANSWERS } from "./tally.ts";

/** A week that stands apart from those before it, though not so far that a change may be declared. Whole points. */
export interface UnsureWeek {
  readonly level: "lower" | "higher";
  readonly now: number;
  /** Score of the weeks of the same level before it together. */
  readonly before: number;
}

/** The weeks of the level before the digest's own together, of those that the picture shows. */
function weeksBefore({ id, weeks, trend }: Digest): Counts {
  return weeks
    .filter(({ week }) => week < id.week && (trend.from === undefined || week >= trend.from))
    .reduce<Counts>((sum, { nps }) => added(sum, nps), NO_ANSWERS);
}

/**
 * The week, where the interval of its difference to the weeks before (adjusted Wald at 95 %) does not hold zero: in one week of twenty chance
 * alone does as much. Null where it does, or where the week or those before have too few answers for a score.
 */
export function unsureWeek(document: Digest, minAnswers: number): UnsureWeek | null {
  const { nps } = document;
  const together = weeksBefore(document);
  if (nps.score === null || answersIn(together) < minAnswers) return null;
  const before = scoreOf(together);
  const difference = compared(together, nps);
  if (before === null || difference === null) return null;
  const [low, high] = difference.interval95;
  if (low <= 0 && high >= 0) return null;
  return { level: high < 0 ? "lower" : "higher", now: nps.score, before };
}
