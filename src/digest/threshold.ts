import { createEvidence, momentsOf } from "./evidence.ts";
import { drawnWeeks, type Lot, lotsOf, type Population, populationOf } from "./simulated-years.ts";
import type { Histogram } from "./tally.ts";
import { histogramOf, type WeekCounts } from "./trend.ts";

const YEAR = 52;
/** Share of the years without change that may hold a false word, whatever the wobble. */
export const FALSE_YEARS = 0.05;
/** True differences of the weeks for which it is kept, standard deviations in points. */
const WOBBLES = [0, 3, 5, 7, 10];
/** Years simulated for each of them. */
const YEARS = 1_000;
/** Products looked at, those with the most answers; and years for each wobble where there are any. */
const MOST_PRODUCTS = 12;
const YEARS_WITH_PRODUCTS = 400;

/** The most that the evidence came to in the year after the weeks so far. */
function mostIn(year: readonly Histogram[], weeksSoFar: number): number {
  const evidence = createEvidence();
  let most = Number.NEGATIVE_INFINITY;
  for (const [index, week] of year.entries()) {
    evidence.add(momentsOf(week));
    if (index >= weeksSoFar) most = Math.max(most, evidence.weight());
  }
  return most;
}

/** The value that only so large a share of the others exceed. */
function exceededBy(share: number, values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(values.length * (1 - share)) - 1] ?? Number.POSITIVE_INFINITY;
}

function highestOf(populations: readonly Population[], wobble: number, lot: Lot): number {
  return Math.max(
    ...populations.map((population) => mostIn(drawnWeeks(population, YEAR, wobble, lot), population.sizes.length)),
  );
}

/**
 * The evidence that is exceeded in no more than one year in twenty in which nothing changes, by the whole desk or any of the products
 * given with it: found by drawing years from the desk's own weeks, oldest first, with wobbles of 0 to 10 points, of which the worst
 * counts. The same weeks give the same threshold; it takes about a second. Infinite without answers.
 */
export function thresholdFor(weeks: readonly WeekCounts[], products: readonly (readonly WeekCounts[])[] = []): number {
  const whole = populationOf(weeks.map(histogramOf));
  const answersOf = ({ sizes }: Population) => sizes.reduce((sum, size) => sum + size, 0);
  if (answersOf(whole) === 0) return Number.POSITIVE_INFINITY;
  const parts = products
    .map((product) => populationOf(product.map(histogramOf)))
    .toSorted((a, b) => answersOf(b) - answersOf(a))
    .slice(0, MOST_PRODUCTS);
  const years = parts.length === 0 ? YEARS : YEARS_WITH_PRODUCTS;
  const thresholds = WOBBLES.map((wobble) => {
    const lot = lotsOf(`threshold ${wobble}`);
    const highest = Array.from({ length: years }, () => highestOf([whole, ...parts], wobble, lot));
    return exceededBy(FALSE_YEARS, highest);
  });
  return Math.max(...thresholds);
}
