import { describe, expect, it } from "vitest";
import { blindSpotOf } from "../../src/digest/blind-spot.ts";
import { drawnWeek, scoreOf, tilted } from "../../src/digest/simulated-years.ts";
import { countsOf, EMPTY_HISTOGRAM, type Histogram } from "../../src/digest/tally.ts";
import { thresholdFor } from "../../src/digest/threshold.ts";
import { trendOf, type WeekCounts } from "../../src/digest/trend.ts";
import { type Lot, lotsOf } from "../../src/draw.ts";

/** A score of 20 on 1-10. */
const STEADY = [0, 0.02, 0.02, 0.03, 0.04, 0.07, 0.08, 0.11, 0.17, 0.18, 0.28];
const FALLEN = [0, 0.16, 0.14, 0.12, 0.1, 0.1, 0.08, 0.08, 0.08, 0.06, 0.08];

function weeksOf(shares: readonly number[], count: number, lot: Lot, answers = 25): Histogram[] {
  return Array.from({ length: count }, () => drawnWeek(shares, answers, lot));
}

const HISTORY = weeksOf(STEADY, 26, lotsOf("history"));
const THRESHOLD = thresholdFor(HISTORY);

/** What is declared in each of the weeks from the given one on. */
function declaredIn(weeks: readonly WeekCounts[], from: number, threshold = THRESHOLD) {
  return weeks.slice(from).map((_, index) => trendOf(weeks.slice(0, from + index + 1), threshold));
}

describe("A change of the level", () => {
  it("is seldom declared where there was none", () => {
    const years = Array.from({ length: 30 }, (_, index) => weeksOf(STEADY, 52, lotsOf(`year ${index}`)));
    const isFalse = (year: readonly Histogram[]) =>
      declaredIn([...HISTORY, ...year], 26).some(({ verdict }) => verdict !== "no-detectable-change");
    expect(years.filter(isFalse).length).toBeLessThanOrEqual(5);
  });

  it("is told in the week that shows it, with its beginning and size, and never again", () => {
    const weeks = [...HISTORY, ...weeksOf(FALLEN, 6, lotsOf("fall"))];
    const told = declaredIn(weeks, 26);
    const [first, ...later] = told.filter(({ verdict }) => verdict !== "no-detectable-change");
    expect(first).toMatchObject({ verdict: "falling", change: { direction: "falling", since: 26 } });
    expect(later).toEqual([]);
    expect(first?.change?.before).toBeCloseTo(scoreOf(STEADY), -1);
    const [low = 0, high = 0] = first?.change?.interval95 ?? [];
    expect(low).toBeLessThan(first?.change?.size ?? 0);
    expect(high).toBeLessThan(0);
    expect(told.at(-1)).toMatchObject({ from: 26, week: "as-usual" });
    expect(told.at(-1)?.value).toBeLessThan(0);
  });

  it.each([1_000, 10_000, 100_000])("is told of %s answers a week as well", (answers) => {
    const week = (shares: readonly number[]): Histogram => shares.map((share) => Math.round(share * answers));
    const weeks = [...Array.from({ length: 15 }, () => week(STEADY)), week(FALLEN)];
    expect(trendOf(weeks, THRESHOLD)).toMatchObject({ verdict: "falling", week: "lower", change: { since: 15 } });
  });

  it("is followed by its recovery", () => {
    const weeks = [...HISTORY, ...weeksOf(FALLEN, 6, lotsOf("fall")), ...weeksOf(STEADY, 8, lotsOf("recovery"))];
    const verdicts = declaredIn(weeks, 26).map(({ verdict }) => verdict);
    expect(verdicts.filter((verdict) => verdict !== "no-detectable-change")).toEqual(["falling", "rising"]);
  });

  it("can show in one week alone, which is unusual then", () => {
    const weeks = [...HISTORY, drawnWeek(FALLEN, 60, lotsOf("shock"))];
    expect(trendOf(weeks, THRESHOLD)).toMatchObject({ verdict: "falling", week: "lower", change: { since: 26 } });
  });

  it("is not looked for again before what was declared", () => {
    const weeks = [...HISTORY, ...weeksOf(FALLEN, 6, lotsOf("fall"))];
    const known = { from: 26, change: null };
    expect(trendOf(weeks, THRESHOLD, known)).toMatchObject({ verdict: "no-detectable-change", from: 26 });
  });

  it("is seen by counts of bands too", () => {
    const weeks = [...HISTORY, ...weeksOf(FALLEN, 4, lotsOf("fall"))].map(countsOf);
    expect(declaredIn(weeks, 26).map(({ verdict }) => verdict)).toContain("falling");
  });

  it.each([
    ["no week", []],
    ["one week", [HISTORY[0] ?? EMPTY_HISTOGRAM]],
    ["weeks without answers", [EMPTY_HISTOGRAM, EMPTY_HISTOGRAM, EMPTY_HISTOGRAM]],
  ])("is no question with %s", (_, weeks) => {
    expect(trendOf(weeks, 0)).toMatchObject({ verdict: "not-enough-data", week: "not-enough-data", change: null });
  });

  it("passes over weeks without answers, and over answers that are all alike", () => {
    const gap = [...HISTORY.slice(0, 10), EMPTY_HISTOGRAM, EMPTY_HISTOGRAM, ...HISTORY.slice(10), EMPTY_HISTOGRAM];
    expect(trendOf(gap, THRESHOLD).verdict).toBe("no-detectable-change");
    const alike = Array.from({ length: 12 }, () => drawnWeek([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 9, lotsOf("tens")));
    expect(trendOf(alike, THRESHOLD).verdict).toBe("no-detectable-change");
  });
});

describe("The threshold", () => {
  it("is the same for the same weeks, and higher where products are looked at too", () => {
    expect(THRESHOLD).toBeCloseTo(3.613954, 5);
    const product = weeksOf(STEADY, 26, lotsOf("product"), 8);
    expect(thresholdFor(HISTORY, [product])).toBeGreaterThan(THRESHOLD);
  });

  it("lets nothing be said of a desk without answers", () => {
    expect(thresholdFor([EMPTY_HISTOGRAM])).toBe(Number.POSITIVE_INFINITY);
    expect(blindSpotOf([EMPTY_HISTOGRAM], Number.POSITIVE_INFINITY)).toBeNull();
  });
});

describe("The blind spot", () => {
  it("is smaller the more answers there are, and none where nothing would be seen", () => {
    const few = blindSpotOf(HISTORY, THRESHOLD) ?? 0;
    const many = weeksOf(STEADY, 26, lotsOf("many"), 60);
    expect(blindSpotOf(many, THRESHOLD)).toBeLessThan(few);
    expect(few).toBeGreaterThan(15);
    expect(few).toBeLessThan(40);
    expect(blindSpotOf(weeksOf(STEADY, 3, lotsOf("three"), 1), THRESHOLD)).toBeNull();
  });

  it("is about people who are a bit less inclined to recommend", () => {
    expect(scoreOf(tilted(STEADY, -0.2))).toBeLessThan(scoreOf(STEADY));
  });
});
