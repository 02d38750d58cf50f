import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adjusted,
  adjustedWald,
  clipped,
  compared,
  differenceOf,
  estimateOf,
  type Interval,
  interval95,
  varianceOf,
  Z90,
  Z95,
} from "../../src/digest/interval.ts";
import { twoSidedP } from "../../src/digest/normal.ts";
import { answersIn } from "../../src/digest/tally.ts";
import { exactCoverage, exactErrorRate } from "./enumeration.ts";
import { counts, countsUpTo, swapped } from "./samples.ts";
import { POINTS, PROBABILITY, vectors } from "./vectors.ts";

function expectNear(actual: number | undefined, expected: number | undefined, distance: number): void {
  expect(Math.abs((actual ?? Number.NaN) - (expected ?? Number.NaN))).toBeLessThanOrEqual(distance);
}

function expectInterval(actual: Interval | null, expected: Interval): void {
  expectNear(actual?.[0], expected[0], POINTS);
  expectNear(actual?.[1], expected[1], POINTS);
}

describe("The interval of a score", () => {
  it.each(vectors.single.map((vector) => [vector.id, vector] as const))("agrees with %s", (_, vector) => {
    expectNear(estimateOf(vector).score, vector.npsExact, POINTS);
    expectNear(varianceOf(vector), vector.variance, PROBABILITY);
    expectNear(estimateOf(vector).error, vector.se, POINTS);
    expectNear(estimateOf(adjusted(vector)).score, vector.npsAdjusted, POINTS);
    expectInterval(adjustedWald(vector), vector.ci95.adjustedWald);
    expectInterval(adjustedWald(vector, Z90), vector.ci90.adjustedWald);
    expectInterval(interval95(vector), vector.ci95.adjustedWaldClipped);
  });

  it("agrees with the figures as published", () => {
    for (const vector of vectors.single) {
      const { nps, var: variance, se, seTol = 0 } = vector.published ?? {};
      if (nps !== undefined) expectNear(estimateOf(vector).score, nps, POINTS);
      if (variance !== undefined) expectNear(varianceOf(vector), variance, PROBABILITY);
      if (se !== undefined) expectNear(estimateOf(vector).error / 100, se, seTol);
    }
  });

  it("agrees with the thousand answers that the R package NPS is tested with", () => {
    const data = vectors.packageTestData;
    expectNear(estimateOf(data).score, data.nps, POINTS);
    expectInterval(interval95(data), data.adjustedWald95);
  });

  it("covers the truth as often as full enumeration says", () => {
    for (const { n, all } of vectors.coverage95_exact.filter((row) => row.n <= 20)) {
      const { mean, min, meanWidthPts } = all["adjWald(3,T)"];
      const exact = exactCoverage(n);
      expectNear(exact.mean, mean, 0.006);
      expectNear(exact.least, min, 0.006);
      expectNear(exact.meanWidth, meanWidthPts, 0.006);
    }
  });

  it("is null where nobody answered", () => {
    expect(interval95(counts(0, 0, 0))).toBeNull();
  });

  it("contains the score wherever there is more than one answer", () => {
    fc.assert(
      fc.property(countsUpTo(400), (given) => {
        fc.pre(answersIn(given) > 1);
        const { score } = estimateOf(given);
        const [low, high] = interval95(given) ?? [Number.NaN, Number.NaN];
        expect(low).toBeLessThanOrEqual(score);
        expect(high).toBeGreaterThanOrEqual(score);
      }),
    );
  });

  it("is mirrored when promoters and detractors are exchanged", () => {
    fc.assert(
      fc.property(countsUpTo(400), (given) => {
        fc.pre(answersIn(given) > 0);
        const [low, high] = interval95(given) ?? [0, 0];
        expectInterval(interval95(swapped(given)), [-high, -low]);
      }),
    );
  });
});

describe("The comparison of two samples", () => {
  it.each(vectors.pairs.map((vector) => [vector.id, vector] as const))(
    "agrees with %s",
    (_, { a, b, adjustedWald }) => {
      const { score, error } = differenceOf(a, b);
      expectNear(score, adjustedWald.diff, POINTS);
      expectNear(error, adjustedWald.se, POINTS);
      expectInterval([score - Z90 * error, score + Z90 * error], adjustedWald.ci90);
      expectInterval([score - Z95 * error, score + Z95 * error], adjustedWald.ci95);
      expectInterval(compared(a, b)?.interval95 ?? null, clipped(adjustedWald.ci95, 200));
      expectNear(compared(a, b)?.p, adjustedWald.p, PROBABILITY);
    },
  );

  it("errs as seldom as full enumeration says", () => {
    const rows = vectors.typeI_5pct_exact.filter(({ pop, nA, nB }) => pop === "NPS+20" && nA * nB <= 400);
    expect(rows.length).toBeGreaterThan(0);
    for (const { nA, nB, adjWald } of rows) expectNear(exactErrorRate(nA, nB), adjWald, 0.006);
  });

  it("is null where either has no answers", () => {
    expect([compared(counts(0, 0, 0), counts(1, 0, 0)), compared(counts(1, 0, 0), counts(0, 0, 0))]).toEqual([
      null,
      null,
    ]);
  });
});

describe("A p value", () => {
  it.each([
    [0, 1],
    [1.959963984540054, 0.05],
    [3, 0.002699796063260189],
    [5.999, 1.9854e-9],
    [6.001, 1.9611e-9],
    [10, 1.523970604832e-23],
  ])("of z = %d is %d", (z, p) => {
    expect(Math.abs(twoSidedP(z) / p - 1)).toBeLessThan(1e-4);
    expect(twoSidedP(-z)).toBe(twoSidedP(z));
  });

  it("falls as z grows, and is none where it is too small to be a number", () => {
    for (let z = 0; z < 12; z += 0.125) expect(twoSidedP(z + 0.125)).toBeLessThan(twoSidedP(z));
    expect(twoSidedP(2000)).toBe(0);
  });
});
