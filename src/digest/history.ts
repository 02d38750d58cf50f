import type { Scale } from "../survey/score.ts";
import { grouped } from "./grouping.ts";
import {
  type Answer,
  addedHistograms,
  type Counts,
  countsOf,
  EMPTY_HISTOGRAM,
  type Histogram,
  histogramOf,
  sortAnswers,
} from "./tally.ts";
import { windowOf } from "./week.ts";

/** How often each score was given, by product; the answers about no product stand under null. */
export type ByProduct = ReadonlyMap<string | null, Histogram>;

/** What was counted in one earlier week, on the digest's scale. */
export interface WeekTally {
  readonly week: string;
  readonly products: ByProduct;
}

/** Weeks before the digest's own that it looks at: enough for the whole of the last calendar quarter, and for the trend. */
export const PAST_WEEKS = 26;

/** The scores by product. */
export function byProduct(answers: Iterable<Answer>): ByProduct {
  const groups = grouped(answers, ({ product }) => product);
  return new Map([...groups].map(([product, group]) => [product, histogramOf(group)]));
}

/** All products together. */
export function wholeOf(products: ByProduct): Histogram {
  return [...products.values()].reduce(addedHistograms, EMPTY_HISTOGRAM);
}

/** The counts of one week out of the tallies; none where the week is missing. */
export function countsIn(past: readonly WeekTally[], week: string): Counts {
  const tally = past.find((item) => item.week === week);
  return countsOf(tally ? wholeOf(tally.products) : EMPTY_HISTOGRAM);
}

/** The tallies of these weeks, from the answers themselves: each week is counted as its own digest counts it. */
export function tallyWeeks(
  answers: readonly Answer[],
  weeks: readonly string[],
  { zone, scale }: { readonly zone: string; readonly scale: Scale },
): WeekTally[] {
  return weeks.map((week) => {
    const { counted } = sortAnswers(answers, windowOf(week, zone));
    return { week, products: byProduct(counted.filter((answer) => answer.scale === scale)) };
  });
}
