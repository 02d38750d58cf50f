import { describe, expect, it } from "vitest";
import type { ScoreCount } from "../../src/digest/score-counts.ts";
import { changeBetween, type ExploredTallies, exploredOf, isTelling } from "../../src/explore/explored.ts";
import { parseSpan, windowOfSpan } from "../../src/explore/span.ts";

const LIMITS = { minAnswers: 5, smallBelow: 30 };

function scores(product: string | null, given: readonly number[], scale: ScoreCount["scale"] = "1-10"): ScoreCount[] {
  return given.map((score) => ({ scale, product, score, count: 1 }));
}

function explored(counted: readonly ScoreCount[], more: Partial<ExploredTallies> = {}) {
  const span = parseSpan("2026-W46");
  if (span === null) throw new Error("no span");
  const tallies: ExploredTallies = {
    counts: {
      scores: counted,
      talks: [],
      invited: { invited: 0, delivered: 0, answered: 0, awaited: 0 },
      cases: { opened: 0, contactedInTime: 0, overdue: 0, resolved: 0 },
    },
    weeks: [],
    themes: { found: [], comments: 0, read: 0 },
    wider: [],
    ...more,
  };
  const products = [
    { id: "app", name: "Mobile app" },
    { id: "billing", name: "Billing" },
  ];
  const window = windowOfSpan(span, "UTC");
  return exploredOf(tallies, { ...LIMITS, span, window, scale: "1-10", products, now: window.to });
}

const MANY = [10, 10, 9, 8, 3, 10];

describe("What a filter chooses", () => {
  it.each([
    [0, [20], false],
    [4, [20], true],
    [5, [20], false],
    [16, [20], true],
    [20, [20], false],
    [6, [12, 9], true],
    [3, [], false],
  ])("%i of %j tells of somebody: %j", (answers, wider, telling) => {
    expect(isTelling(answers, wider, LIMITS.minAnswers)).toBe(telling);
  });

  it("is hidden with its board, weeks and themes where it would tell of too few", () => {
    const themes = { found: [{ theme: "price", mentions: 4, detractors: 1 }], comments: 4, read: 4 };
    const few = explored(scores("app", [10, 9, 8, 3]), { wider: [20], themes });
    expect(few).toMatchObject({ scores: null, board: [], weeks: [], otherScales: [], themes: { found: [] } });
    expect(explored(scores("app", MANY), { wider: [20], themes }).scores?.nps.answers).toBe(6);
  });

  it("shows counts of a whole span, however few, and no score of them", () => {
    const { scores: shown } = explored(scores("app", [10, 3]));
    expect(shown?.nps).toMatchObject({ answers: 2, score: null, sample: "too-few" });
  });

  it("hides the weeks whose counts the others would give away", () => {
    const week = (label: string, given: readonly number[]) => ({ week: label, from: 0, scores: scores("app", given) });
    const weeks = [week("2026-W44", MANY), week("2026-W45", [1, 2]), week("2026-W46", [...MANY, ...MANY])];
    const shown = (wider: number[]) =>
      explored(scores("app", MANY), { weeks, wider }).weeks.map(({ nps }) => nps?.answers ?? null);
    expect(shown([50])).toEqual([null, null, 12]);
    expect(shown([])).toEqual([6, 2, 12]);
  });
});

describe("The board of a span", () => {
  it("hides a product with few answers, and another so that subtraction tells nothing", () => {
    const { board } = explored([...scores("app", MANY), ...scores("billing", [1, 2]), ...scores("web", [...MANY, 1])]);
    expect(board.map(({ product, nps, verdict }) => [product, nps?.answers ?? null, verdict])).toEqual([
      ["app", null, "too-few"],
      ["billing", null, "too-few"],
      ["web", 7, "keep"],
    ]);
  });
});

describe("Two scales", () => {
  it("are never added together", () => {
    const { scores: shown, otherScales } = explored([...scores("app", MANY), ...scores("app", [0, 10, 10], "0-10")]);
    expect(shown?.nps.answers).toBe(6);
    expect(otherScales).toMatchObject([{ scale: "0-10", nps: { answers: 3 }, histogram: { 0: 1, 10: 2 } }]);
  });
});

describe("Two spans side by side", () => {
  it("differ by their exact scores, with what chance allows", () => {
    const [low, high] = [explored(scores("app", [3, 3, 7, 8, 9])), explored(scores("app", MANY))];
    const { difference, interval95 } = changeBetween(low, high);
    expect(difference).toBe(70);
    expect(interval95?.[0]).toBeLessThan(70);
    expect(interval95?.[1]).toBeGreaterThan(70);
  });

  it("are not compared where either has too few answers", () => {
    const few = explored(scores("app", [9]));
    expect(changeBetween(few, explored(scores("app", MANY)))).toEqual({ difference: null, interval95: null });
  });
});
