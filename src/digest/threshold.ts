import { type Lot, lotsOf } from "../draw.ts";
import { createEvidence, momentsOf } from "./evidence.ts";
import { drawnWeeks, type Population, pointsPerDeviation, populationOf } from "./simulated-years.ts";
import type { Histogram } from "./tally.ts";
import { histogramOf, type WeekCounts } from "./trend.ts";

const YEAR = 52;
/** Share of the years without change that may hold a false word, whatever the wobble. */
export const FALSE_YEARS = 0.05;
/** Up to such true differences of the weeks it is kept, standard deviation in points. */
const LARGEST_WOBBLE = 11;
/** A wobble that makes the weeks so far so much less likely than the likeliest is left out: it is none of this desk's. */
const LEAST_LIKELY = 0.02;
/** Years simulated for each of them. */
const YEARS = 1_000;
/** Fewest years in all. */
const LEAST_YEARS = 2_000;
/** Products looked at, those with the most answers; and years for each wobble where there are any. */
export const MOST_PRODUCTS = 12;
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

/** The wobbles that the weeks so far leave possible, in standard deviations of one answer. */
function wobblesOf(weeks: readonly Histogram[], { shares }: Population): number[] {
  const evidence = createEvidence();
  for (const week of weeks) evidence.add(momentsOf(week));
  const points = pointsPerDeviation(shares);
  const possible = evidence
    .wobbles()
    .filter(({ likely, wobble }) => likely >= LEAST_LIKELY && wobble * points <= LARGEST_WOBBLE);
  return possible.length === 0 ? [0] : possible.map(({ wobble }) => wobble);
}

/**
 * The evidence that is exceeded in no more than one year in twenty in which nothing changes, by the whole desk or any of the products
 * given with it: found by drawing years from the desk's own weeks, oldest first, at every wobble that they leave possible, of which the
 * worst counts. The same weeks give the same threshold; it takes about a second. Infinite without answers.
 */
export function thresholdFor(given: readonly WeekCounts[], products: readonly (readonly WeekCounts[])[] = []): number {
  const weeks = given.map(histogramOf);
  const whole = populationOf(weeks);
  const answersOf = ({ sizes }: Population) => sizes.reduce((sum, size) => sum + size, 0);
  if (answersOf(whole) === 0) return Number.POSITIVE_INFINITY;
  const parts = products
    .map((product) => populationOf(product.map(histogramOf)))
    .toSorted((a, b) => answersOf(b) - answersOf(a))
    .slice(0, MOST_PRODUCTS);
  const wobbles = wobblesOf(weeks, whole);
  const years = Math.max(parts.length === 0 ? YEARS : YEARS_WITH_PRODUCTS, Math.ceil(LEAST_YEARS / wobbles.length));
  const thresholds = wobbles.map((wobble) => {
    const lot = lotsOf(`threshold ${wobble}`);
    const highest = Array.from({ length: years }, () => highestOf([whole, ...parts], wobble, lot));
    return exceededBy(FALSE_YEARS, highest);
  });
  return Math.max(...thresholds);
}
