import { describe, expect, it } from "vitest";
import { estimateOf, interval95 } from "../../src/digest/interval.ts";
import { averageTrendOf, ewma } from "../../src/digest/moving-average.ts";
import { pooled } from "../../src/digest/rolling.ts";
import { type Counts, NO_ANSWERS } from "../../src/digest/tally.ts";
import { counts } from "./samples.ts";
import { POINTS, vectors } from "./vectors.ts";

const STEADY = counts(12, 6, 7);
const WORSE = counts(5, 6, 14);

function weeks(count: number, week: Counts): Counts[] {
  return Array.from({ length: count }, () => week);
}

/** Numbers from 0 to 1 that are the same in every run (Park and Miller, CACM 31(10), 1988). */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A week of 25 answers from a population of 45% promoters, 30% passives and 25% detractors. */
function drawnWeek(lot: () => number): Counts {
  const drawn = Array.from({ length: 25 }, lot);
  const promoters = drawn.filter((value) => value < 0.45).length;
  const detractors = drawn.filter((value) => value >= 0.75).length;
  return counts(promoters, 25 - promoters - detractors, detractors);
}

describe("The rolling figure", () => {
  it("pools the counts of four weeks, an empty one among them, and never averages scores", () => {
    const all = vectors.rolling4.rows.map(({ weekCounts }) => counts(...weekCounts));
    for (const [index, row] of vectors.rolling4.rows.entries()) {
      const four = pooled(all.slice(0, index + 1));
      expect(four).toEqual(counts(...row.windowCounts));
      expect(estimateOf(four).score).toBeCloseTo(row.nps, 9);
      const [low, high] = interval95(four) ?? [];
      expect(Math.abs((low ?? Number.NaN) - row.adjWald95[0])).toBeLessThan(POINTS);
      expect(Math.abs((high ?? Number.NaN) - row.adjWald95[1])).toBeLessThan(POINTS);
    }
    expect(pooled([])).toEqual(NO_ANSWERS);
  });
});

describe("The moving average", () => {
  const { center, varianceOfOneResponse: variance, rows } = vectors.ewma;
  const known = { center, error: 0, variance };

  it("agrees with the vectors, with weeks of different size", () => {
    const points = ewma(
      rows.map(({ nps, n }) => ({ score: nps, answers: n })),
      known,
    );
    for (const [index, { ewma: value, lcl, ucl, signal }] of rows.entries()) {
      const point = points[index];
      expect(point?.value).toBeCloseTo(value, 9);
      expect(point?.limits[0]).toBeCloseTo(lcl, 6);
      expect(point?.limits[1]).toBeCloseTo(ucl, 6);
      expect(point && (point.value < point.limits[0] || point.value > point.limits[1])).toBe(signal);
    }
  });

  it("skips a week without answers", () => {
    const [first, empty, second] = ewma(
      [
        { score: 40, answers: 25 },
        { score: Number.NaN, answers: 0 },
        { score: 10, answers: 25 },
      ],
      known,
    );
    expect(empty).toEqual(first);
    expect(second).toEqual(
      ewma(
        [
          { score: 40, answers: 25 },
          { score: 10, answers: 25 },
        ],
        known,
      )[1],
    );
  });

  it("has wider limits where its center is an estimate", () => {
    const reach = (error: number) => ewma([{ score: 40, answers: 25 }], { ...known, error })[0]?.limits[1] ?? 0;
    expect(reach(5)).toBeGreaterThan(reach(0));
  });
});

describe("The trend", () => {
  it("says falling, rising or no detectable change only from the moving average", () => {
    expect(averageTrendOf(weeks(26, STEADY))).toEqual({
      verdict: "no-detectable-change",
      method: "ewma",
      value: 20,
      limits: [expect.any(Number), expect.any(Number)],
      weeks: 26,
    });
    expect(averageTrendOf([...weeks(20, STEADY), ...weeks(6, WORSE)]).verdict).toBe("falling");
    expect(averageTrendOf([...weeks(20, WORSE), ...weeks(6, STEADY)]).verdict).toBe("rising");
    expect(averageTrendOf([...weeks(25, STEADY), counts(9, 8, 8)]).verdict).toBe("no-detectable-change");
  });

  it("has not enough data before there are weeks to hold the last eight against", () => {
    const none = { verdict: "not-enough-data", method: "ewma", value: null, limits: null };
    expect(averageTrendOf([])).toEqual({ ...none, weeks: 0 });
    expect(averageTrendOf(weeks(11, STEADY))).toEqual({ ...none, weeks: 11 });
    expect(averageTrendOf(weeks(12, STEADY)).verdict).toBe("no-detectable-change");
    expect(averageTrendOf(weeks(26, counts(1, 0, 0))).verdict).toBe("not-enough-data");
    expect(averageTrendOf([...weeks(18, STEADY), ...weeks(8, NO_ANSWERS)]).verdict).toBe("not-enough-data");
  });

  it("looks at 26 weeks and no further back", () => {
    expect(averageTrendOf([...weeks(40, counts(0, 0, 90)), ...weeks(26, STEADY)])).toEqual(
      averageTrendOf(weeks(26, STEADY)),
    );
    expect(averageTrendOf([counts(0, 0, 900), ...weeks(25, STEADY)])).not.toEqual(averageTrendOf(weeks(26, STEADY)));
  });

  it("does not mind weeks without answers in between", () => {
    const thin = [...weeks(18, STEADY), NO_ANSWERS, ...weeks(6, WORSE), NO_ANSWERS];
    expect(averageTrendOf(thin)).toMatchObject({ verdict: "falling", weeks: 24 });
  });

  it("finds limits where everybody agrees", () => {
    const { value, limits, verdict } = averageTrendOf(weeks(26, counts(10, 0, 0)));
    expect([value, limits?.[1], verdict]).toEqual([100, 100, "no-detectable-change"]);
    expect(limits?.[0]).toBeLessThan(100);
  });

  it("cries wolf in fewer than one year in five", () => {
    let alarmed = 0;
    for (let year = 1; year <= 150; year += 1) {
      const lot = lots(year * 7919);
      const drawn = Array.from({ length: 26 + 52 }, () => drawnWeek(lot));
      const verdicts = Array.from({ length: 52 }, (_, week) => averageTrendOf(drawn.slice(0, 27 + week)).verdict);
      if (verdicts.some((verdict) => verdict !== "no-detectable-change")) alarmed += 1;
    }
    expect(alarmed).toBeGreaterThan(0);
    expect(alarmed).toBeLessThan(30);
  });
});
