import { expect, test } from "vitest";
import { estimateOf, interval95 } from "../../src/digest/interval.ts";
import { pooled } from "../../src/digest/rolling.ts";
import { NO_ANSWERS } from "../../src/digest/tally.ts";
import { counts } from "./samples.ts";
import { POINTS, vectors } from "./vectors.ts";

test("the rolling figure pools the counts of four weeks, an empty one among them, and never averages scores", () => {
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
