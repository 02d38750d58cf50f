import { expect, test } from "vitest";
import { averageTrendOf, TREND_WEEKS, WATCHED_WEEKS } from "../../src/digest/moving-average.ts";
import { RECENT_WEEKS, recentWeeksOf } from "../../src/digest/recent-weeks.ts";
import { counts } from "./samples.ts";

const LIMITS = { minAnswers: 5, smallBelow: 30 };
const steady = Array.from({ length: TREND_WEEKS }, (_, index) => counts(5 + (index % 4), 4, 3 + (index % 3)));

test("the last thirteen weeks stand in order, this one last", () => {
  const weeks = recentWeeksOf("2026-W02", steady, LIMITS);
  expect(weeks).toHaveLength(RECENT_WEEKS);
  expect(weeks.map(({ week }) => week).slice(-3)).toEqual(["2025-W52", "2026-W01", "2026-W02"]);
  expect(weeks.at(-1)?.nps.promoters).toBe(steady.at(-1)?.promoters);
});

test("the watched weeks have the trend's average, and the last of them is the trend's own", () => {
  const weeks = recentWeeksOf("2026-W46", steady, LIMITS);
  const withAverage = weeks.filter(({ average }) => average !== null);
  expect(withAverage).toEqual(weeks.slice(-WATCHED_WEEKS));
  const { value, limits } = averageTrendOf(steady);
  expect(weeks.at(-1)?.average).toEqual({ value, limits });
});

test("a week with too few answers has no score, and without a trend no week has an average", () => {
  const weeks = recentWeeksOf("2026-W46", [counts(3, 1, 0), counts(0, 0, 0), counts(4, 1, 1)], LIMITS);
  expect(weeks.map(({ nps }) => nps.score)).toEqual([null, null, 50]);
  expect(weeks.map(({ average }) => average)).toEqual([null, null, null]);
});
