import type { Scale } from "../survey/score.ts";
import type { ScoreCount } from "./score-counts.ts";
import { addedHistograms, type Counts, countsOf, EMPTY_HISTOGRAM, type Histogram } from "./tally.ts";

/** How often each score was given, by product; the answers about no product stand under null. */
export type ByProduct = ReadonlyMap<string | null, Histogram>;

/** What was counted in one earlier week, on the digest's scale. */
export interface WeekTally {
  readonly week: string;
  readonly products: ByProduct;
}

/** Weeks before the digest's own that it looks at, those for the baseline of change aside: enough for the whole of the last calendar quarter. */
export const PAST_WEEKS = 26;

/** The scores on one scale by product. */
export function byProduct(counts: Iterable<ScoreCount>, scale: Scale): ByProduct {
  const products = new Map<string | null, number[]>();
  for (const { score, product, count, ...given } of counts) {
    if (given.scale !== scale) continue;
    const histogram = products.get(product) ?? [...EMPTY_HISTOGRAM];
    histogram[score] = (histogram[score] ?? 0) + count;
    products.set(product, histogram);
  }
  return products;
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
