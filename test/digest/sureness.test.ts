import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerMedian } from "../../src/digest/board.ts";
import {
  bandVerdict,
  chanceOfMost,
  chancesOf,
  evidenceAgainst,
  type PlacedVerdict,
} from "../../src/digest/sureness.ts";
import { countsOf } from "../../src/digest/tally.ts";
import { histogramOf } from "./from-rows.ts";
import { answers, counts, countsUpTo, swapped } from "./samples.ts";

const VERDICTS: readonly PlacedVerdict[] = ["keep", "enhance", "discard"];

function choose(of: number, from: number): number {
  let ways = 1;
  for (let factor = 1; factor <= of; factor += 1) ways = (ways * (from - of + factor)) / factor;
  return ways;
}

/** The same probability as an integral of the posterior density over the shares above one half, by Simpson's rule. */
function integrated(hits: number, answers: number): number {
  const steps = 2_000;
  const density = (share: number) => share ** hits * (1 - share) ** (answers - hits + 1);
  const over = (from: number) => {
    const width = (1 - from) / steps;
    let sum = density(from) + density(1);
    for (let step = 1; step < steps; step += 1) sum += (step % 2 === 1 ? 4 : 2) * density(from + step * width);
    return (sum * width) / 3;
  };
  return over(0.5) / over(0);
}

/** What the weight of evidence is worth on average where so large a share is in the band, over every way the answers can fall. */
function meanWeight(share: number, answers: number): number {
  let mean = 0;
  for (let hits = 0; hits <= answers; hits += 1) {
    const chance = choose(hits, answers) * share ** hits * (1 - share) ** (answers - hits);
    mean += chance * Math.exp(evidenceAgainst("keep", counts(hits, answers - hits, 0)));
  }
  return mean;
}

describe("The chance that most are in a band", () => {
  it("is the posterior's share above one half", () => {
    for (const answers of [0, 1, 5, 20, 60])
      for (const hits of [0, Math.floor(answers / 3), Math.ceil(answers / 2), answers])
        expect(chanceOfMost(hits, answers)).toBeCloseTo(integrated(hits, answers), 7);
  });

  it("is exact where it can be counted by hand, and has a value for very many answers", () => {
    expect(chanceOfMost(0, 0)).toBe(0.25);
    expect(chanceOfMost(5, 5)).toBeCloseTo(1 - 8 / 128, 14);
    expect(chanceOfMost(1_500, 3_000)).toBeCloseTo((1 - Math.sqrt(2 / (3_002 * Math.PI))) / 2, 5);
    expect(chanceOfMost(3_000, 3_000)).toBeCloseTo(1, 9);
  });
});

describe("The chances of the three verdicts", () => {
  it("sum to 1, mirror each other, and favour the band of the median where it is clear", () => {
    fc.assert(
      fc.property(countsUpTo(60), (given) => {
        const chances = chancesOf(given);
        expect(chances.keep + chances.enhance + chances.discard).toBeCloseTo(1, 12);
        expect(chancesOf(swapped(given)).discard).toBe(chances.keep);
      }),
      { numRuns: 50 },
    );
    expect(chancesOf(counts(2, 3, 25)).discard).toBeGreaterThan(0.99);
    expect(chancesOf(counts(5, 20, 5)).enhance).toBeGreaterThan(0.99);
  });
});

describe("The band of the lower median", () => {
  it("is where the median of the scores themselves lies", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 30 }), (given) => {
        const histogram = histogramOf(answers(given));
        const median = lowerMedian(histogram) ?? 0;
        expect(bandVerdict(countsOf(histogram))).toBe(median >= 9 ? "keep" : median >= 7 ? "enhance" : "discard");
      }),
    );
    expect(bandVerdict(counts(0, 0, 0))).toBeNull();
  });
});

describe("The weight of evidence against a verdict", () => {
  it("is worth 1 on average on the edge of the band, and less within it", () => {
    for (const size of [1, 7, 30]) expect(meanWeight(0.5, size)).toBeCloseTo(1, 10);
    expect(meanWeight(0.6, 30)).toBeLessThan(1);
    expect(meanWeight(0.35, 30)).toBeGreaterThan(5);
  });

  it("is nothing without answers, and grows with each that is elsewhere", () => {
    for (const verdict of VERDICTS) expect(evidenceAgainst(verdict, counts(0, 0, 0))).toBeCloseTo(0, 12);
    expect(evidenceAgainst("keep", counts(0, 5, 5))).toBeGreaterThan(evidenceAgainst("keep", counts(0, 5, 4)));
    expect(evidenceAgainst("discard", counts(20, 5, 0))).toBeGreaterThan(Math.log(200));
    expect(evidenceAgainst("enhance", counts(20, 0, 0))).toBeCloseTo(evidenceAgainst("enhance", counts(0, 0, 20)), 9);
  });
});
