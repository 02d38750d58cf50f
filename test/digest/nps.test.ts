import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeOf, npsOf, sampleOf, scoreOf, sharesOf, shownP } from "../../src/digest/nps.ts";
import { rounded, roundedRatio } from "../../src/digest/rounding.ts";
import { answersIn } from "../../src/digest/tally.ts";
import { counts, countsUpTo, swapped } from "./samples.ts";
import { vectors } from "./vectors.ts";

const LIMITS = { minAnswers: 5, smallBelow: 30 };

describe("The score", () => {
  it("agrees with every rounding vector, halves away from zero on both sides", () => {
    for (const vector of vectors.rounding) expect(scoreOf(vector)).toBe(vector.npsRoundedHalfAwayFromZero);
  });

  it("is null where nobody answered, and a plain zero where promoters and detractors are even", () => {
    expect(scoreOf(counts(0, 0, 0))).toBeNull();
    expect(Object.is(scoreOf(counts(3, 94, 3)), 0)).toBe(true);
    expect(Object.is(scoreOf(counts(0, 999, 1)), 0)).toBe(true);
  });

  it("is a half where floating point would say a little less", () => {
    expect(scoreOf(counts(69, 91, 40))).toBe(15);
  });

  it("changes its sign and nothing else when promoters and detractors are exchanged", () => {
    fc.assert(
      fc.property(countsUpTo(500), (given) => {
        fc.pre(answersIn(given) > 0);
        expect((scoreOf(given) ?? 0) + (scoreOf(swapped(given)) ?? 0)).toBe(0);
        expect(Object.is(scoreOf(given), -0)).toBe(false);
      }),
    );
  });
});

describe("The shares", () => {
  it("agree with every rounding vector", () => {
    for (const vector of vectors.rounding) {
      const { promoters, passives, detractors } = vector.percentsLargestRemainder;
      expect(sharesOf(vector)).toEqual([promoters, passives, detractors]);
    }
  });

  it("sum to 100, to 0 where nobody answered, and none is off by a whole point", () => {
    fc.assert(
      fc.property(countsUpTo(500), (given) => {
        const total = answersIn(given);
        const shares = sharesOf(given);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total === 0 ? 0 : 100);
        for (const [index, part] of [given.promoters, given.passives, given.detractors].entries())
          expect(Math.abs((shares[index] ?? 0) * total - 100 * part)).toBeLessThan(total || 1);
      }),
    );
  });
});

describe("The figures of a set of answers", () => {
  it("are those of the contract for 12 promoters, 6 passives and 7 detractors", () => {
    expect(npsOf(counts(12, 6, 7), LIMITS)).toEqual({
      ...counts(12, 6, 7),
      answers: 25,
      score: 20,
      interval95: [-13.14, 48.85],
      shares: [48, 24, 28],
      sample: "small",
    });
  });

  it("hold no score below the least number of answers, but the counts", () => {
    const figures = npsOf(counts(3, 1, 0), LIMITS);
    expect(figures).toMatchObject({ promoters: 3, answers: 4, score: null, interval95: null, sample: "too-few" });
    expect(npsOf(counts(3, 1, 1), LIMITS)).toMatchObject({ score: 40, sample: "small" });
  });

  it("hold nulls and no shares where nobody answered", () => {
    expect(npsOf(counts(0, 0, 0), { minAnswers: 1, smallBelow: 1 })).toMatchObject({
      answers: 0,
      score: null,
      interval95: null,
      shares: [0, 0, 0],
      sample: "none",
    });
  });

  it.each([
    [0, "none"],
    [1, "too-few"],
    [4, "too-few"],
    [5, "small"],
    [29, "small"],
    [30, "ok"],
  ])("call %i answers %s", (answers, word) => {
    expect(sampleOf(answers, LIMITS)).toBe(word);
  });
});

describe("The change of the score", () => {
  it("comes from the exact scores, not from the rounded ones", () => {
    const [before, after] = [counts(124, 876, 0), counts(126, 874, 0)];
    expect([scoreOf(before), scoreOf(after), changeOf(before, after)]).toEqual([12, 13, 0]);
    expect(changeOf(counts(4, 4, 2), counts(1, 1, 2))).toBe(-45);
    expect(changeOf(counts(0, 1, 0), counts(0, 0, 0))).toBeNull();
  });
});

describe("Rounding", () => {
  it("takes halves away from zero and makes no negative zero", () => {
    expect([roundedRatio(25, 2), roundedRatio(-25, 2), rounded(-0.25, 1), rounded(0.25, 1)]).toEqual([
      13, -13, -0.3, 0.3,
    ]);
    expect([roundedRatio(-1, 3), rounded(-0.04, 1)].some((zero) => Object.is(zero, -0))).toBe(false);
  });

  it("keeps a small p value from looking like none", () => {
    expect([shownP(0.7649), shownP(0.00107), shownP(0)]).toEqual([0.76, 0.0011, 0]);
  });
});
