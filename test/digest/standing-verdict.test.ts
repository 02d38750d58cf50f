import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standingVerdict } from "../../src/digest/standing-verdict.ts";
import type { PlacedVerdict } from "../../src/digest/sureness.ts";
import type { Counts } from "../../src/digest/tally.ts";
import { lotsFrom } from "../../src/draw.ts";
import { counts, countsUpTo } from "./samples.ts";

const LEAST = 5;

interface Shares {
  readonly promoters: number;
  readonly detractors: number;
}

function weekOf(draw: () => number, { promoters, detractors }: Shares, answers: number): Counts {
  const given = Array.from({ length: answers }, draw);
  const nines = given.filter((at) => at < promoters).length;
  const low = given.filter((at) => at >= 1 - detractors).length;
  return counts(nines, answers - nines - low, low);
}

function weeksOf(draw: () => number, shares: Shares, { weeks, answers }: { weeks: number; answers: number }): Counts[] {
  return Array.from({ length: weeks }, () => weekOf(draw, shares, answers));
}

/** In how many of so many years without a change a verdict that is right is left. */
function leftIn(
  years: number,
  shares: Shares,
  { verdict, answers }: { verdict: PlacedVerdict; answers: number },
): number {
  const draw = lotsFrom(20_261_128 + answers);
  const lefts = Array.from({ length: years }, () => {
    const weeks = weeksOf(draw, shares, { weeks: 56, answers });
    return standingVerdict(weeks, LEAST, { at: 3, since: 3, verdict })?.since !== 3;
  });
  return lefts.filter(Boolean).length;
}

describe("The verdict that stands", () => {
  it("is by chance left in at most 5 of 100 years, where the median is on the very edge", () => {
    const keepEdge = { promoters: 0.5, detractors: 0.15 };
    for (const answers of [5, 25, 80]) {
      expect(leftIn(150, keepEdge, { verdict: "keep", answers })).toBeLessThanOrEqual(7);
      expect(leftIn(150, keepEdge, { verdict: "enhance", answers })).toBeLessThanOrEqual(7);
    }
  });

  it("is by chance hardly ever left where five points of share are between", () => {
    const near = { promoters: 0.45, detractors: 0.2 };
    for (const answers of [5, 25, 80])
      expect(leftIn(150, near, { verdict: "enhance", answers })).toBeLessThanOrEqual(1);
  });

  it("follows a true change: from keep to enhance within eight weeks in most, where 25 answer in each", () => {
    const draw = lotsFrom(7);
    const followed = Array.from({ length: 60 }, () => {
      const before = weeksOf(draw, { promoters: 0.65, detractors: 0.1 }, { weeks: 14, answers: 25 });
      const after = weeksOf(draw, { promoters: 0.35, detractors: 0.25 }, { weeks: 8, answers: 25 });
      return standingVerdict([...before, ...after], LEAST, { at: 3, since: 3, verdict: "keep" })?.verdict;
    });
    expect(followed.filter((verdict) => verdict === "enhance").length).toBeGreaterThan(40);
  });

  it("begins with what enough answers say, and is nothing before", () => {
    expect(standingVerdict([], LEAST)).toBeNull();
    expect(standingVerdict([counts(4, 0, 0)], LEAST)).toBeNull();
    expect(standingVerdict([counts(4, 0, 0), counts(0, 0, 1)], LEAST)).toEqual({ verdict: "keep", since: 1 });
  });

  it("keeps standing over weeks without answers, and over a bad week that few tell of", () => {
    const good = [counts(10, 0, 0), counts(0, 0, 0), counts(0, 0, 0), counts(0, 0, 0), counts(0, 0, 0)];
    expect(standingVerdict(good, LEAST)).toEqual({ verdict: "keep", since: 0 });
    expect(standingVerdict([...good, counts(0, 0, 6)], LEAST)).toEqual({ verdict: "keep", since: 0 });
    expect(standingVerdict([...good, counts(0, 0, 40)], LEAST)).toEqual({ verdict: "discard", since: 5 });
  });

  it("is the same wherever its own past is taken up, and does not change what it was by one week more", () => {
    fc.assert(
      fc.property(fc.array(countsUpTo(9), { minLength: 2, maxLength: 20 }), fc.nat({ max: 18 }), (weeks, cut) => {
        const at = Math.min(cut, weeks.length - 2);
        const earlier = standingVerdict(weeks.slice(0, at + 1), LEAST);
        fc.pre(earlier !== null);
        const taken = earlier && standingVerdict(weeks, LEAST, { ...earlier, at });
        expect(taken).toEqual(standingVerdict(weeks, LEAST));
      }),
    );
  });
});
