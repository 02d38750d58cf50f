import { describe, expect, it } from "vitest";
import { createRandom } from "../../adapters/demo/random.ts";
import { everybodysScore, greetedNeeded, overallInterval, silentDifference } from "../../src/digest/double-sampling.ts";
import type { Counts } from "../../src/digest/tally.ts";
import { chanceOf, outcomes, type Population } from "./enumeration.ts";

/** Of each band so many: a score of 0 whose answers vary by two thirds. */
const thirds = (each: number) => ({ promoters: each, passives: each, detractors: each });
const SETTLED = { answered: 100, silent: 300 };
const ANSWERED = { promoters: 60, passives: 20, detractors: 20 };
const GREETED = { promoters: 4, passives: 8, detractors: 8 };

describe("Double sampling", () => {
  it("weighs both scores and the ends of both intervals, as derived by hand", () => {
    const samples = { settled: SETTLED, answered: ANSWERED, greeted: GREETED };
    expect(everybodysScore(samples)).toBeCloseTo(0.25 * 40 + 0.75 * -20, 10);
    // 103: (60.75, 21.5, 20.75), 23: (4.75, 9.5, 8.75); Student's 97.5% at 22 degrees is 2.0739
    const [s, t] = [4000 / 103, -400 / 23];
    const own = 195.9963984540054 * Math.sqrt((81.5 / 103 - (40 / 103) ** 2) / 103);
    const silent = 207.39 * Math.sqrt((13.5 / 23 - (4 / 23) ** 2) / 23);
    const byRate = 1.959964 * Math.sqrt(((102 / 404) * (302 / 404)) / 404) * (s - t);
    const below = Math.hypot(0.25 * (40 - s + own), 0.75 * (-20 - t + silent), byRate);
    const above = Math.hypot(0.25 * (s + own - 40), 0.75 * (t + silent + 20), byRate);
    const [low, high] = overallInterval(samples);
    expect(low).toBeCloseTo(-5 - below, 2);
    expect(high).toBeCloseTo(-5 + above, 2);
    const [less, more] = silentDifference(samples);
    expect(less).toBeCloseTo(-60 - Math.hypot(-20 - t + silent, s + own - 40), 2);
    expect(more).toBeCloseTo(-60 + Math.hypot(t + silent + 20, 40 - s + own), 2);
  });

  it("gives an interval within what a score can be", () => {
    const all = { promoters: 5, passives: 0, detractors: 0 };
    const [low, high] = overallInterval({ settled: { answered: 5, silent: 5 }, answered: all, greeted: all });
    expect([low < 80, high]).toEqual([true, 100]);
  });

  it("says how many answers of the greeted make it ±20, and no fewer do", () => {
    const known = { settled: SETTLED, answered: ANSWERED };
    const needed = greetedNeeded(known, GREETED, 20) ?? 0;
    const width = (m: number) => {
      const greeted = { promoters: m * 0.2, passives: m * 0.4, detractors: m * 0.4 };
      const [low, high] = overallInterval({ ...known, greeted });
      return high - low;
    };
    expect(needed).toBeGreaterThan(20);
    expect(width(needed)).toBeLessThanOrEqual(40);
    expect(width(needed - 1)).toBeGreaterThan(40);
  });

  it("needs nobody where all have answered, and no number helps where the answers alone say too little", () => {
    const answered = thirds(40);
    expect(greetedNeeded({ settled: { answered: 120, silent: 0 }, answered }, answered, 20)).toBe(0);
    const few = { settled: { answered: 6, silent: 1 }, answered: thirds(2) };
    expect(greetedNeeded(few, thirds(2), 20)).toBeNull();
  });
});

const POPULATIONS = {
  mixed: { promoter: 0.4, passive: 0.3, detractor: 0.3 },
  happy: { promoter: 0.9, passive: 0.07, detractor: 0.03 },
  delighted: { promoter: 0.97, passive: 0.03, detractor: 0 },
  sad: { promoter: 0.15, passive: 0.3, detractor: 0.55 },
} as const satisfies Readonly<Record<string, Population>>;

/** Of so many conversations some are answered, by this population: drawn by the seed. */
function drawn(population: Population, conversations: number, rate: number, random: ReturnType<typeof createRandom>) {
  const answered = Array.from({ length: conversations }).filter(() => random.fraction() < rate);
  const counts = { promoters: 0, passives: 0, detractors: 0 };
  for (const _ of answered) {
    const chance = random.fraction();
    if (chance < population.promoter) counts.promoters += 1;
    else if (chance < population.promoter + population.detractor) counts.detractors += 1;
    else counts.passives += 1;
  }
  return { settled: { answered: answered.length, silent: conversations - answered.length }, answered: counts };
}

/** How often, in percent, the interval holds the true score of everybody: every outcome of the greetings by its chance, after drawn answers. */
function coverage(own: Population, silent: Population, rate: number, greeted: number): number {
  const random = createRandom("coverage");
  const ways = outcomes(greeted).map((counts) => [counts, chanceOf(counts, silent)] as const);
  const likely = ways.filter(([, chance]) => chance > 1e-4);
  const truth = 100 * (rate * (own.promoter - own.detractor) + (1 - rate) * (silent.promoter - silent.detractor));
  const holds = (known: ReturnType<typeof drawn>, counts: Counts) => {
    const [low, high] = overallInterval({ ...known, greeted: counts });
    return low - 1e-9 <= truth && truth <= high + 1e-9;
  };
  let sum = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const known = drawn(own, 60, rate, random);
    for (const [counts, chance] of likely) if (holds(known, counts)) sum += chance;
  }
  return (100 * sum) / RUNS;
}
const RUNS = 150;

describe("The interval of everybody's score", () => {
  it("holds the true score in about 95 of 100 desks, however few are greeted and whatever anybody thinks", () => {
    const found: number[] = [];
    const { mixed, happy, delighted, sad } = POPULATIONS;
    for (const [own, silent] of [
      [mixed, mixed],
      [happy, happy],
      [delighted, delighted],
      [happy, sad],
      [sad, delighted],
    ] as const)
      for (const rate of [0.25, 0.5]) for (const greeted of [5, 12]) found.push(coverage(own, silent, rate, greeted));
    expect(Math.min(...found)).toBeGreaterThan(92);
    const mean = found.reduce((sum, one) => sum + one, 0) / found.length;
    expect(mean).toBeGreaterThan(94.5);
    expect(mean).toBeLessThan(98.5);
  });
});
