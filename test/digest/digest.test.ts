import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DigestFrame } from "../../src/digest/digest.ts";
import { PAST_WEEKS } from "../../src/digest/history.ts";
import type { DigestAnswer } from "../../src/digest/tally.ts";
import { shiftedWeek, weeksUpTo, windowOf } from "../../src/digest/week.ts";
import type { FateKind } from "../../src/interaction/interaction.ts";
import { type DigestRows, digestOf, tallyWeeks } from "./from-rows.ts";
import { answer, answers } from "./samples.ts";

const ZONE = "Europe/Berlin";
const WEEK = "2026-W46";
const WINDOW = windowOf(WEEK, ZONE);
const AT = WINDOW.from + 1000;

const FRAME: DigestFrame = {
  id: { week: WEEK, zone: ZONE, team: "default" },
  scale: "1-10",
  minAnswers: 5,
  smallBelow: 30,
  products: [{ id: "app", name: "Mobile app" }],
  now: WINDOW.to + 1,
  redact: (text) => text,
};
const NOTHING: DigestRows = { answers: [], resolutions: [], cases: [], past: [] };

/** 12 promoters, 6 passives and 7 detractors about the app, 4 of them with a reason. */
function contractWeek(): DigestAnswer[] {
  const scores = [...Array(9).fill(10), 9, 9, 9, ...Array(6).fill(8), ...Array(7).fill(3)];
  return scores.map((score, index) =>
    answer({ score, product: "app", answeredAt: AT + index, comment: index % 7 === 0 ? `reason ${index}` : null }),
  );
}

function pastOf(given: readonly DigestAnswer[]) {
  return tallyWeeks(given, weeksUpTo(shiftedWeek(WEEK, -1), PAST_WEEKS), { zone: ZONE, scale: "1-10" });
}

describe("The digest", () => {
  it("has every field of the contract, with its figures", () => {
    const surveys = Array.from({ length: 100 }, (_, index) => ({
      state: index < 25 ? ("answered" as const) : ("asked" as const),
      askedAt: AT,
      deliveredAt: index < 99 ? AT : null,
    }));
    const fates: FateKind[] = [...Array(25).fill("answered"), ...Array(74).fill("waiting"), "undeliverable"];
    const resolutions = fates.map((fate) => ({ at: AT, fate, fateReason: null }));
    const waiting = surveys.slice(25, 99);
    const digest = digestOf({ ...NOTHING, answers: contractWeek(), resolutions, waiting }, FRAME);
    expect(digest).toMatchObject({
      id: { week: WEEK, zone: ZONE, team: "default" },
      window: { from: "2026-11-08T23:00:00Z", to: "2026-11-15T23:00:00Z" },
      scale: "1-10",
      nps: { promoters: 12, passives: 6, detractors: 7, answers: 25, score: 20, interval95: [-13.14, 48.85] },
      histogram: { "1": 0, "3": 7, "8": 6, "9": 3, "10": 9 },
      rolling: { weeks: 4, nps: { answers: 25 } },
      trend: { verdict: "not-enough-data", weeks: 1 },
      comparison: { previous: { answers: 0, score: null }, difference: null, interval95: null, p: null },
      fates: { resolved: 100, answered: 25, waiting: 74, undeliverable: { unknown: 1 } },
      mayStillAnswer: 74,
      responseRate: { invited: 100, delivered: 99, answered: 25, rate: 0.2525, provisional: true },
      sensitivity: [{ silentDifferBy: -20, overall: 5.05 }],
      board: [{ product: "app", verdict: "enhance", median: 8, nps: { answers: 25 } }],
      comments: { with: 4, matched: 0 },
      wordOfMouth: { good: 0, bad: 0, none: 0 },
      shadowing: { due: 0, kept: 0, guessError: null, lessons: [] },
    });
    expect(digest.verbatims).toHaveLength(4);
  });

  it("of a week without a row is all zeros and nulls, and no line that claims anything", () => {
    const digest = digestOf(NOTHING, { ...FRAME, products: [] });
    expect(digest).toMatchObject({
      nps: { answers: 0, score: null, interval95: null, shares: [0, 0, 0], sample: "none" },
      otherScales: [],
      setAside: { excluded: {}, recovery: 0, superseded: 0 },
      fates: { resolved: 0, undeliverable: {}, notAsked: {} },
      responseRate: { invited: 0, rate: null, provisional: false },
      ...{ sensitivity: [], board: [], themes: [], verbatims: [] },
    });
  });

  it("keeps scales apart, and answers that do not count", () => {
    const zero = answers([0, 0, 10, 10, 10], { scale: "0-10", answeredAt: AT });
    const excluded = answer({ answeredAt: AT, excluded: "a test" });
    const given = [...contractWeek(), ...zero, excluded, answer({ answeredAt: AT, purpose: "recovery" })];
    const digest = digestOf({ ...NOTHING, answers: given }, FRAME);
    expect(digest.nps.answers).toBe(25);
    expect(digest.otherScales).toMatchObject([{ scale: "0-10", nps: { score: 20 }, histogram: { "0": 2, "10": 3 } }]);
    expect(digest.setAside).toEqual({ excluded: { "a test": 1 }, recovery: 1, superseded: 0 });
  });

  it("compares with the week before from the exact scores, and not where either has too few answers", () => {
    const before = windowOf(shiftedWeek(WEEK, -1), ZONE).from;
    const earlier = answers([...Array(9).fill(9), ...Array(8).fill(7), ...Array(8).fill(1)], { answeredAt: before });
    const compared = digestOf({ ...NOTHING, answers: contractWeek(), past: pastOf(earlier) }, FRAME);
    expect(compared.comparison).toEqual({
      previous: expect.objectContaining({ score: 4 }),
      difference: 16,
      interval95: [-28.9, 57.5],
      p: 0.52,
    });
    expect(compared.rolling.nps).toMatchObject({ promoters: 21, passives: 14, detractors: 15, score: 12 });
    const few = digestOf({ ...NOTHING, answers: contractWeek(), past: pastOf(earlier.slice(0, 4)) }, FRAME);
    expect(few.comparison).toMatchObject({ previous: { answers: 4, score: null }, difference: null, p: null });
  });

  it("finds the trend in the weeks before and this one", () => {
    const scores = [...Array(12).fill(9), ...Array(6).fill(7), ...Array(7).fill(1)];
    const earlier = weeksUpTo(shiftedWeek(WEEK, -1), 20).flatMap((week) =>
      answers(scores, { answeredAt: windowOf(week, ZONE).from }),
    );
    const collapse = answers(Array(60).fill(1), { answeredAt: AT });
    expect(digestOf({ ...NOTHING, answers: contractWeek(), past: pastOf(earlier) }, FRAME).trend).toMatchObject({
      verdict: "no-detectable-change",
      value: 20,
      ...{ weeks: 21, threshold: null },
    });
    const threshold = { threshold: 3, blindSpot: 18 };
    const fallen = digestOf({ ...NOTHING, answers: collapse, past: pastOf(earlier), threshold }, FRAME);
    expect(fallen.trend).toMatchObject({
      ...{ verdict: "falling", since: WEEK, declared: WEEK, against: shiftedWeek(WEEK, -20), from: WEEK },
      ...{ before: 20, after: -100, unusual: "lower", ...threshold },
    });
    const known = { from: shiftedWeek(WEEK, -1), change: null, products: [] };
    const again = digestOf({ ...NOTHING, answers: collapse, past: pastOf(earlier), change: { before: known } }, FRAME);
    expect(again.trend).toMatchObject({ verdict: "no-detectable-change", threshold: null, products: [] });
  });

  it("looks back on two years for the trend, and on no week after its own", () => {
    const given = weeksUpTo(shiftedWeek(WEEK, 2), 40).flatMap((week) =>
      answers([9, 9, 9, 9, 2], { answeredAt: windowOf(week, ZONE).from, product: "app" }),
    );
    const past = tallyWeeks(given, weeksUpTo(shiftedWeek(WEEK, 2), 40), { zone: ZONE, scale: "1-10" });
    const week = digestOf({ ...NOTHING, answers: given, past }, FRAME);
    expect(week.trend.weeks).toBe(38);
    const longAgo = past.filter((item) => item.week < shiftedWeek(WEEK, -4) || item.week > WEEK);
    const fallen = digestOf({ ...NOTHING, answers: contractWeek(), past: longAgo }, FRAME);
    expect(fallen.board).toMatchObject([{ verdict: "keep", was: "enhance", lastQuarter: "keep" }]);
    const toCome = past.filter((item) => item.week > WEEK);
    expect(digestOf({ ...NOTHING, answers: given, past: toCome }, FRAME).board).toMatchObject([{ since: WEEK }]);
  });

  it("says what the silent would change from the exact score, and nothing where there are too few answers", () => {
    const resolutions = Array.from({ length: 12 }, (_, index) => ({
      ...{ at: AT, fate: index < 6 ? ("answered" as const) : ("silent" as const), fateReason: null },
    }));
    const third = answers([9, 9, 9, 8, 8, 1], { answeredAt: AT });
    const sensitivity = (given: readonly DigestAnswer[]) =>
      digestOf({ ...NOTHING, answers: given, resolutions }, FRAME).sensitivity;
    expect(sensitivity(third)).toEqual([{ silentDifferBy: -20, overall: 23.33 }]);
    expect(sensitivity(third.slice(0, 4))).toEqual([]);
  });

  it("hides how many detractors named a theme that few named, and never invents a theme", () => {
    const found = [
      { theme: "delivery", mentions: 6, detractors: 5 },
      { theme: "price", mentions: 4, detractors: 4 },
    ];
    const { themes, comments } = digestOf(
      { ...NOTHING, themes: { found, matched: 3, unmatched: [], version: "1" } },
      FRAME,
    );
    expect(themes.map(({ detractors }) => detractors)).toEqual([5, null]);
    expect(comments).toEqual({ with: 0, matched: 3, dictionary: "1", unmatched: [] });
  });

  it("is the same, to the letter, whatever the order of the rows", () => {
    const given = contractWeek();
    const past = pastOf(answers([9, 9, 9, 2, 2], { answeredAt: windowOf("2026-W44", ZONE).from, product: "app" }));
    const expected = JSON.stringify(digestOf({ ...NOTHING, answers: given, past }, FRAME));
    fc.assert(
      fc.property(fc.shuffledSubarray(given, { minLength: given.length }), (shuffled) => {
        const rows = { ...NOTHING, answers: shuffled, past: past.toReversed() };
        expect(JSON.stringify(digestOf(rows, FRAME))).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("counts only rows of its week", () => {
    const outside = [answer({ answeredAt: WINDOW.from - 1 }), answer({ answeredAt: WINDOW.to })];
    const resolutions = [WINDOW.from - 1, WINDOW.to].map((at) => ({ at, fate: "silent" as const, fateReason: null }));
    const digest = digestOf({ ...NOTHING, answers: outside, resolutions }, FRAME);
    expect([digest.nps.answers, digest.fates.resolved]).toEqual([0, 0]);
  });

  it("holds no negative zero and nothing that JSON cannot hold", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 40 }), (scores) => {
        const past = pastOf(answers(scores, { answeredAt: windowOf("2026-W45", ZONE).from, product: "app" }));
        const digest = digestOf(
          { ...NOTHING, answers: answers(scores, { answeredAt: AT, product: "app" }), past },
          FRAME,
        );
        expect(JSON.parse(JSON.stringify(digest))).toStrictEqual(digest);
      }),
    );
  });
});
