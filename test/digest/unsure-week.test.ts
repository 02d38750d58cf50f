import { describe, expect, it } from "vitest";
import type { Digest } from "../../src/digest/document.ts";
import { npsOf } from "../../src/digest/nps.ts";
import { recentWeeksOf } from "../../src/digest/recent-weeks.ts";
import type { Counts } from "../../src/digest/tally.ts";
import { unsureWeek } from "../../src/digest/unsure-week.ts";

const LIMITS = { minAnswers: 5, smallBelow: 30 };
const USUAL = { promoters: 6, passives: 2, detractors: 3 };

/** A digest of week 46 after weeks of these counts; the level begins with `from`. */
function digestAfter(before: readonly Counts[], own: Counts, from?: string): Digest {
  const trend = { from, value: null, limits: null };
  const weeks = recentWeeksOf("2026-W46", [...before, own], { ...LIMITS, trend });
  return { id: { week: "2026-W46" }, nps: npsOf(own, LIMITS), weeks, trend } as unknown as Digest;
}

describe("A week that stands apart", () => {
  it("is lower or higher than those before together", () => {
    const before = Array.from({ length: 7 }, () => USUAL);
    const low = digestAfter(before, { promoters: 6, passives: 6, detractors: 15 });
    expect(unsureWeek(low, 5)).toEqual({ level: "lower", now: -33, before: 27 });
    const high = digestAfter(before, { promoters: 20, passives: 4, detractors: 1 });
    expect(unsureWeek(high, 5)).toEqual({ level: "higher", now: 76, before: 27 });
  });

  it("is none where chance does as much in more than one week of twenty, or where there are too few answers", () => {
    const before = Array.from({ length: 7 }, () => USUAL);
    expect(unsureWeek(digestAfter(before, { promoters: 3, passives: 4, detractors: 4 }), 5)).toBeNull();
    expect(unsureWeek(digestAfter(before, { promoters: 0, passives: 0, detractors: 4 }), 5)).toBeNull();
    expect(
      unsureWeek(digestAfter([{ promoters: 4, passives: 0, detractors: 0 }], { ...USUAL, detractors: 30 }), 5),
    ).toBeNull();
  });

  it("is held against the level that stands, not against the weeks before it changed", () => {
    const fallen = { promoters: 2, passives: 2, detractors: 8 };
    const weeks = [...Array.from({ length: 7 }, () => USUAL), fallen, fallen];
    expect(unsureWeek(digestAfter(weeks, fallen), 5)).toMatchObject({ level: "lower" });
    expect(unsureWeek(digestAfter(weeks, fallen, "2026-W44"), 5)).toBeNull();
  });
});
