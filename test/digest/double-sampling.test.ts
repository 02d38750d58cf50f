import { describe, expect, it } from "vitest";
import { doubleSampled, greetedNeeded, overallInterval } from "../../src/digest/double-sampling.ts";
import { estimateOf, Z95 } from "../../src/digest/interval.ts";

/** Of each band so many: a score of 0 whose answers vary by two thirds. */
const thirds = (each: number) => ({ promoters: each, passives: each, detractors: each });

describe("Double sampling", () => {
  it("weighs both scores and both variances, as derived by hand", () => {
    const answered = { promoters: 60, passives: 20, detractors: 20 };
    const greeted = { promoters: 4, passives: 8, detractors: 8 };
    const { score, error } = doubleSampled(0.25, estimateOf(answered), estimateOf(greeted));
    // s = 40, v = 0.8 - 0.16 = 0.64, n = 100; t = -20, w = 0.6 - 0.04 = 0.56, m = 20
    expect(score).toBeCloseTo(0.25 * 40 + 0.75 * -20, 10);
    expect(error).toBeCloseTo(100 * Math.sqrt((0.0625 * 0.64) / 100 + (0.5625 * 0.56) / 20), 10);
  });

  it.each([
    { weeks: 4, silent: 46, whole: 35 },
    { weeks: 13, silent: 26, whole: 19 },
    { weeks: 26, silent: 18, whole: 14 },
  ])("knows the silent to ±$silent and the whole to ±$whole points after $weeks weeks of five greetings", (known) => {
    const greeted = estimateOf(thirds((known.weeks * 5 * 0.6) / 3));
    const answered = estimateOf(thirds(known.weeks * 9));
    expect(Math.round(Z95 * greeted.error)).toBe(known.silent);
    expect(Math.round(Z95 * doubleSampled(0.25, answered, greeted).error)).toBe(known.whole);
  });

  it("gives an interval of adjusted samples, within what a score can be", () => {
    const answered = { promoters: 60, passives: 20, detractors: 20 };
    const greeted = { promoters: 4, passives: 8, detractors: 8 };
    const [low, high] = overallInterval({ rate: 0.25, answered, greeted });
    // 103: (60.75, 21.5, 20.75), 23: (4.75, 9.5, 8.75)
    const [s, t] = [4000 / 103, -400 / 23];
    const v = 81.5 / 103 - (40 / 103) ** 2;
    const w = 13.5 / 23 - (4 / 23) ** 2;
    const error = 100 * Math.sqrt((0.0625 * v) / 103 + (0.5625 * w) / 23);
    expect((low + high) / 2).toBeCloseTo(0.25 * s + 0.75 * t, 9);
    expect((high - low) / 2).toBeCloseTo(1.959963984540054 * error, 9);
    const all = { promoters: 5, passives: 0, detractors: 0 };
    expect(overallInterval({ rate: 0.5, answered: all, greeted: all })[1]).toBe(100);
  });

  it("says how many answers of the greeted make it ±20, and no fewer do", () => {
    const answered = { promoters: 60, passives: 20, detractors: 20 };
    const like = { promoters: 4, passives: 8, detractors: 8 };
    const needed = greetedNeeded({ rate: 0.25, answered }, like, 20) ?? 0;
    const half = (m: number) => {
      const v = 81.5 / 103 - (40 / 103) ** 2;
      const w = 13.5 / 23 - (4 / 23) ** 2;
      return 195.9963984540054 * Math.sqrt((0.0625 * v) / 103 + (0.5625 * w) / (m + 3));
    };
    expect(half(needed)).toBeLessThanOrEqual(20);
    expect(half(needed - 1)).toBeGreaterThan(20);
  });

  it("needs nobody where all have answered, and no number helps where the answers alone say too little", () => {
    const answered = thirds(40);
    expect(greetedNeeded({ rate: 1, answered }, answered, 20)).toBe(0);
    expect(greetedNeeded({ rate: 0.9, answered: thirds(2) }, answered, 20)).toBeNull();
  });
});
