import { adjustedWald, clipped, compared } from "../../src/digest/interval.ts";
import type { Counts } from "../../src/digest/tally.ts";

export interface Population {
  readonly promoter: number;
  readonly passive: number;
  readonly detractor: number;
}

/** Every way in which so many answers can fall into the bands. */
export function outcomes(n: number): Counts[] {
  const all: Counts[] = [];
  for (let promoters = 0; promoters <= n; promoters += 1)
    for (let detractors = 0; detractors <= n - promoters; detractors += 1)
      all.push({ promoters, passives: n - promoters - detractors, detractors });
  return all;
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let factor = 2; factor <= n; factor += 1) sum += Math.log(factor);
  return sum;
}

export function chanceOf({ promoters, passives, detractors }: Counts, of: Population): number {
  const ways =
    logFactorial(promoters + passives + detractors) -
    logFactorial(promoters) -
    logFactorial(passives) -
    logFactorial(detractors);
  return Math.exp(ways) * of.promoter ** promoters * of.passive ** passives * of.detractor ** detractors;
}

/** The 171 populations whose shares are multiples of 5%, none of them 0. */
function populations(): Population[] {
  const all: Population[] = [];
  for (let promoter = 1; promoter <= 18; promoter += 1)
    for (let detractor = 1; detractor <= 19 - promoter; detractor += 1)
      all.push({ promoter: promoter / 20, passive: (20 - promoter - detractor) / 20, detractor: detractor / 20 });
  return all;
}

/** How often, in percent, the 95% interval of n answers contains the true score; and its mean width in points. */
export function exactCoverage(n: number): {
  readonly mean: number;
  readonly least: number;
  readonly meanWidth: number;
} {
  const intervals = outcomes(n).map((counts) => ({ counts, interval: clipped(adjustedWald(counts), 100) }));
  const results = populations().map((of) => {
    const truth = 100 * (of.promoter - of.detractor);
    let coverage = 0;
    let width = 0;
    for (const { counts, interval } of intervals) {
      const chance = chanceOf(counts, of);
      if (interval[0] <= truth && truth <= interval[1]) coverage += 100 * chance;
      width += chance * (interval[1] - interval[0]);
    }
    return { coverage, width };
  });
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    mean: mean(results.map(({ coverage }) => coverage)),
    least: Math.min(...results.map(({ coverage }) => coverage)),
    meanWidth: mean(results.map(({ width }) => width)),
  };
}

/** How often, in percent, two samples of one population with a score of 20 are called different at 5%. */
export function exactErrorRate(nA: number, nB: number): number {
  const of: Population = { promoter: 0.45, passive: 0.3, detractor: 0.25 };
  const second = outcomes(nB).map((counts) => ({ counts, chance: chanceOf(counts, of) }));
  let rate = 0;
  for (const a of outcomes(nA)) {
    const chance = 100 * chanceOf(a, of);
    for (const b of second) if ((compared(a, b.counts)?.p ?? 1) < 0.05) rate += chance * b.chance;
  }
  return rate;
}
