import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type Aim, aimFrom, endOf, isWithdrawn, judgedAim, shownCounts, weeksOfAim } from "../../src/digest/aim.ts";
import type { Decision } from "../../src/digest/decision.ts";
import { histogramOf } from "./from-rows.ts";
import { answers, counts } from "./samples.ts";

const ZONE = "Europe/Berlin";
const TODAY = Temporal.PlainDate.from("2026-11-28");
const NOON = Date.parse("2026-11-28T11:00:00Z");
const SCORE: Aim = { measure: "score", to: 20, on: "2026-12-31" };
const SHARE: Aim = { measure: "detractors", to: 20, on: "2026-12-31" };

describe("An aim as it is entered", () => {
  it.each([
    [{ measure: "score", to: "+20", by: "2026-12-31" }, SCORE],
    [
      { measure: "score", to: " −5 ", by: "2026-W53" },
      { measure: "score", to: -5, on: "2027-01-03" },
    ],
    [{ measure: "detractors", to: "２０ %", by: "2026-12-31" }, SHARE],
    [
      { measure: "score", to: "20", by: "2026-11-29" },
      { ...SCORE, on: "2026-11-29" },
    ],
  ])("%j is taken", (given, aim) => {
    expect(aimFrom(given, TODAY)).toEqual(aim);
  });

  it.each([
    [{ measure: "score", to: "", by: "2026-12-31" }, "incomplete"],
    [{ measure: "median", to: "9", by: "2026-12-31" }, "unknown"],
    [{ measure: "score", to: "101", by: "2026-12-31" }, "outOfRange"],
    [{ measure: "score", to: "lots", by: "2026-12-31" }, "outOfRange"],
    [{ measure: "detractors", to: "-1", by: "2026-12-31" }, "outOfRange"],
    [{ measure: "score", to: "20", by: "2026-02-30" }, "noDay"],
    [{ measure: "score", to: "20", by: "soon" }, "noDay"],
    [{ measure: "score", to: "20", by: "2026-11-28" }, "past"],
    [{ measure: "score", to: "20", by: "2027-12-31" }, "far"],
  ])("%j is refused as %s", (given, fault) => {
    expect(aimFrom(given, TODAY)).toBe(fault);
  });
});

describe("The weeks that an aim is judged from", () => {
  it("are the four that were over when it was decided, and the last four up to the one with its day", () => {
    expect(weeksOfAim(SCORE, NOON, ZONE)).toEqual({
      before: ["2026-W44", "2026-W45", "2026-W46", "2026-W47"],
      since: ["2026-W50", "2026-W51", "2026-W52", "2026-W53"],
      judged: "2026-W53",
    });
    const soon = { ...SCORE, on: "2026-12-06" };
    expect(weeksOfAim(soon, NOON, ZONE)).toMatchObject({ since: ["2026-W48", "2026-W49"], judged: "2026-W49" });
    expect(new Date(endOf(SCORE, ZONE)).toISOString()).toBe("2026-12-31T23:00:00.000Z");
  });

  it("count a product where its answers may be shown, and not where they are few or would tell of another's few", () => {
    const week = new Map([
      ["app", histogramOf(answers([9, 9, 9, 2, 7]))],
      ["web", histogramOf(answers([9, 9]))],
    ]);
    expect(shownCounts([week, week, week], "app", 5)).toEqual(counts(9, 3, 3));
    expect(shownCounts([week, week], "app", 5)).toBeNull();
    expect(shownCounts([week, week], "web", 5)).toBeNull();
    expect(shownCounts([week], "none", 5)).toBeNull();
  });
});

describe("An aim that is judged", () => {
  it("has moved where the number is reached and the change is surely in that direction", () => {
    expect(judgedAim(SCORE, counts(20, 40, 40), counts(50, 35, 15))).toEqual({
      ...{ before: -20, now: 35, outcome: "moved" },
      interval95: [33.2, 73.6],
    });
    expect(judgedAim(SHARE, counts(20, 40, 40), counts(50, 35, 15))).toMatchObject({
      before: 40,
      now: 15,
      outcome: "moved",
    });
  });

  it("has not moved where even the best that is plausible falls short", () => {
    expect(judgedAim(SCORE, counts(20, 40, 40), counts(20, 40, 40)).outcome).toBe("not-moved");
    expect(judgedAim(SHARE, counts(20, 40, 40), counts(20, 40, 40)).outcome).toBe("not-moved");
    expect(judgedAim(SHARE, counts(20, 40, 40), counts(10, 30, 60)).outcome).toBe("not-moved");
  });

  it("cannot be told in between, and not by too few answers", () => {
    expect(judgedAim(SCORE, counts(4, 4, 4), counts(6, 4, 2)).outcome).toBe("cannot-tell");
    expect(judgedAim(SCORE, counts(4, 4, 4), counts(5, 4, 3)).outcome).toBe("cannot-tell");
    const untold = { before: null, now: null, interval95: null, outcome: "cannot-tell" };
    expect(judgedAim(SCORE, null, counts(5, 4, 3))).toEqual(untold);
    expect(judgedAim(SCORE, counts(5, 4, 3), null)).toEqual(untold);
  });
});

describe("A later decision about the product", () => {
  const made = (id: string, at: number, product = "app"): Decision => ({
    ...{ id, version: 1, product, verdict: "enhance", by: "Ada Sample", sentence: "So.", at, aim: SCORE },
  });

  it("takes the aim's place while its day is not over", () => {
    const first = made("1", NOON);
    const withdrawn = (...others: Decision[]) => isWithdrawn(first, SCORE, [first, ...others], ZONE);
    expect(withdrawn()).toBe(false);
    expect(withdrawn(made("2", NOON))).toBe(true);
    expect(withdrawn(made("2", NOON + 1, "web"))).toBe(false);
    expect(withdrawn(made("2", endOf(SCORE, ZONE)))).toBe(false);
    expect(withdrawn(made("0", NOON))).toBe(false);
  });
});
