import { expect, test } from "vitest";
import { measureCell, type TrendCell, trendGrid } from "../../adapters/cli/bench/measure-trend.ts";
import { gridOf, measureTrend } from "../../adapters/cli/bench-trend.ts";

const CELL: TrendCell = { scale: "1-10", nps: 20, answers: 10, wobble: 0 };

test("the grid has every kind of desk once", () => {
  const names = trendGrid().map((cell) => JSON.stringify(cell));
  expect(new Set(names).size).toBe(2 * 7 * 6 * 3);
  expect(gridOf({ answers: 10, nps: 20, wobble: 0 })).toEqual([CELL, { ...CELL, scale: "0-10" }]);
  expect(gridOf({ nps: 21 })).toEqual([]);
});

test("a kind of desk is measured by the product's own threshold, in a thread of its own", async () => {
  const run = { years: 10, thresholds: 1, seed: 3 };
  const { grid, at25, falseYears } = await measureTrend({ ...run, cells: [CELL] });
  expect(grid).toMatchObject([{ ...CELL, years: 10 }]);
  expect(at25).toEqual([]);
  expect(falseYears).toMatchObject([{ wobble: 0, worst: grid[0] }]);
  const [found] = grid;

  expect(found?.falseYears).toBeLessThanOrEqual(0.3);
  expect(found?.ceiling?.few ?? 0).toBeGreaterThan(0.2);
  expect(found?.seen.large).toBeTypeOf("number");
});

test("a threshold that nothing exceeds leaves nothing false and nothing seen, the same for the same seed", () => {
  const run = { years: 10, thresholds: 1, seed: 3, findThreshold: () => Number.POSITIVE_INFINITY };
  const found = measureCell(CELL, run);
  expect(found).toMatchObject({ falseYears: 0, seen: { everybody: 0, few: 0, large: 0 } });
  expect(measureCell(CELL, { ...run, findThreshold: () => Number.NEGATIVE_INFINITY }).falseYears).toBe(1);
  expect(measureCell(CELL, run)).toEqual(found);
});
