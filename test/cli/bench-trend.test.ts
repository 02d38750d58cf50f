import { expect, test } from "vitest";
import { measureCell, type TrendCell, trendGrid } from "../../adapters/cli/bench/measure-trend.ts";
import { measureTrend } from "../../adapters/cli/bench-trend.ts";

const CELL: TrendCell = { scale: "1-10", nps: 20, answers: 10, wobble: 0 };

test("the grid has every kind of desk once", () => {
  const names = trendGrid().map((cell) => JSON.stringify(cell));
  expect(new Set(names).size).toBe(2 * 7 * 6 * 3);
});

test("a kind of desk is measured by the product's own threshold, the same for the same seed, in threads of their own", async () => {
  const run = { years: 10, seed: 3 };
  const { grid, at25, worstFalseYears } = await measureTrend({ ...run, cells: [CELL] });
  expect(grid).toEqual([measureCell(CELL, run)]);
  expect(at25).toEqual([]);
  expect(worstFalseYears).toEqual(grid[0]);
  const [found] = grid;
  expect(found?.falseYears).toBeLessThanOrEqual(0.3);
  expect(found?.ceiling?.few ?? 0).toBeGreaterThan(0.2);
  expect(found?.seen.large).toBeTypeOf("number");
});
