import { expect, test } from "vitest";
import { RECENT_WEEKS, recentWeeksOf } from "../../src/digest/recent-weeks.ts";
import { counts } from "./samples.ts";

const trend = { from: "2026-W44", value: 20, limits: [8, 32] } as const;
const FRAME = { minAnswers: 5, smallBelow: 30, trend };
const steady = Array.from({ length: 26 }, (_, index) => counts(5 + (index % 4), 4, 3 + (index % 3)));

test("the last thirteen weeks stand side by side, oldest first, with scores that can be read", () => {
  const weeks = recentWeeksOf("2026-W46", steady, FRAME);
  expect(weeks).toHaveLength(RECENT_WEEKS);
  expect(weeks.map(({ week }) => week)).toEqual(weeks.map(({ week }) => week).toSorted());
  expect(weeks.at(-1)).toMatchObject({ week: "2026-W46", nps: { answers: 14 } });
});

test("the weeks since the level began have it, and no others", () => {
  const levels = recentWeeksOf("2026-W46", steady, FRAME).map(({ average }) => average);
  expect(levels.slice(-3)).toEqual(Array(3).fill({ value: 20, limits: [8, 32] }));
  expect(levels.slice(0, -3)).toEqual(Array(10).fill(null));
});

test("a week with too few answers has no score, and where no level is known none is drawn", () => {
  const nothing = { value: null, limits: null };
  const few = recentWeeksOf("2026-W46", [counts(1, 0, 1)], { ...FRAME, trend: nothing });
  expect(few).toMatchObject([{ week: "2026-W46", nps: { score: null, answers: 2 }, average: null }]);
});
