import { type DigestFrame, type DigestTallies, documentOf } from "../../src/digest/digest.ts";
import type { Digest } from "../../src/digest/document.ts";
import { byProduct, type WeekTally } from "../../src/digest/history.ts";
import { type OutcomeRows, outcomesOf } from "../../src/digest/outcomes.ts";
import { countScores } from "../../src/digest/score-counts.ts";
import { type DigestAnswer, EMPTY_HISTOGRAM, type Histogram, sortAnswers } from "../../src/digest/tally.ts";
import { windowOf } from "../../src/digest/week.ts";
import type { Scale } from "../../src/survey/score.ts";

/** The rows of a digest. Rows outside the week may be among them; in what order they come makes no difference. */
export type DigestRows = OutcomeRows & Omit<DigestTallies, "scores" | "commented" | "outcomes">;

/** The digest of a week, counted from rows alone. */
export function digestOf(rows: DigestRows, frame: DigestFrame): Digest {
  const window = windowOf(frame.id.week, frame.id.zone);
  const { counted } = sortAnswers(rows.answers, window);
  const tallies = {
    scores: countScores(rows.answers, window),
    commented: counted.filter(({ comment }) => comment !== null),
    outcomes: outcomesOf(rows, window, frame.now),
  };
  return documentOf({ ...rows, ...tallies }, frame);
}

/** How often each score was given. */
export function histogramOf(answers: Iterable<Pick<DigestAnswer, "score">>): Histogram {
  const counts = [...EMPTY_HISTOGRAM];
  for (const { score } of answers) counts[score] = (counts[score] ?? 0) + 1;
  return counts;
}

/** The tallies of these weeks, from the answers themselves: each week is counted as its own digest counts it. */
export function tallyWeeks(
  answers: readonly DigestAnswer[],
  weeks: readonly string[],
  { zone, scale }: { readonly zone: string; readonly scale: Scale },
): WeekTally[] {
  return weeks.map((week) => ({ week, products: byProduct(countScores(answers, windowOf(week, zone)), scale) }));
}
