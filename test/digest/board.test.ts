import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boardOf, lowerMedian, verdictOf } from "../../src/digest/board.ts";
import type { WeekTally } from "../../src/digest/history.ts";
import { hiddenSegments } from "../../src/digest/suppression.ts";
import { histogramOf } from "./from-rows.ts";
import { answers } from "./samples.ts";

const LIMITS = { minAnswers: 5, smallBelow: 30 };
const score = fc.integer({ min: 0, max: 10 });

function scored(scores: readonly number[]) {
  return histogramOf(answers(scores));
}

/** The board of 2026-W46 where the products were given these scores. */
function board(given: Readonly<Record<string, readonly number[]>>, past: readonly WeekTally[] = [], apart = 0) {
  const products = new Map<string | null, ReturnType<typeof scored>>(
    Object.entries(given).map(([product, scores]) => [product, scored(scores)]),
  );
  if (apart > 0) products.set(null, scored(Array.from({ length: apart }, () => 9)));
  const named = [{ id: "app", name: "Mobile app", owner: "slack:T1:U9" }];
  return boardOf({ week: "2026-W46", products, past, named }, LIMITS);
}

function week(label: string, scores: readonly number[]): WeekTally {
  return { week: label, products: new Map([["app", scored(scores)]]) };
}

function times(count: number, given: number): number[] {
  return Array.from({ length: count }, () => given);
}

describe("The lower median", () => {
  it("is the middle score, the lower of the two where their number is even", () => {
    expect(lowerMedian(scored([1, 9, 10]))).toBe(9);
    expect(lowerMedian(scored([1, 6, 9, 10]))).toBe(6);
    expect(lowerMedian(scored([0, 0]))).toBe(0);
    expect(lowerMedian(scored([]))).toBeNull();
  });

  it("is where a sorted list has it", () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), (scores) => {
        expect(lowerMedian(scored(scores))).toBe(scores.toSorted((a, b) => a - b)[Math.ceil(scores.length / 2) - 1]);
      }),
    );
  });
});

describe("The verdict on a product", () => {
  it.each([
    [[9, 9, 9, 1, 1], "keep"],
    [[10, 10, 8, 7, 7], "enhance"],
    [[10, 10, 6, 6, 6], "discard"],
    [[10, 10, 10, 6, 6, 6], "discard"],
    [[10, 10, 10, 10], "too-few"],
    [[], "too-few"],
  ])("of %j is %s", (scores, verdict) => {
    expect(verdictOf(scored(scores), 5)).toBe(verdict);
  });
});

describe("The board", () => {
  it("shows the products of the settings in their order, answered or not, and then the others", () => {
    const rows = board({ zeta: [9, 9, 9, 9, 9], alpha: [6, 6, 6, 6, 6] });
    expect(rows.map(({ product, verdict, median }) => [product, verdict, median])).toEqual([
      ["app", "too-few", null],
      ["alpha", "discard", 6],
      ["zeta", "keep", 9],
    ]);
    expect(rows[0]).toMatchObject({ name: "Mobile app", owner: "slack:T1:U9", since: null, nps: { answers: 0 } });
    expect(rows[1]).toMatchObject({ name: "alpha", owner: null, nps: { answers: 5, shares: [0, 0, 100] } });
  });

  it("hides a product with too few answers, and the one that would give it away by subtraction", () => {
    const rows = board({ app: [2, 9], billing: [8, 8, 8, 8, 8], web: [9, 9, 9, 9, 9, 9] });
    expect(rows.map(({ product, verdict, nps }) => [product, verdict, nps?.answers])).toEqual([
      ["app", "too-few", undefined],
      ["billing", "enhance", undefined],
      ["web", "keep", 6],
    ]);
  });

  it("hides nothing more where enough answers are about no product", () => {
    const rows = board({ app: [2, 9], billing: [8, 8, 8, 8, 8] }, [], 3);
    expect(rows.map(({ nps }) => nps?.answers)).toEqual([undefined, 5]);
  });

  it("hides a product where a few answers about no product would be given away", () => {
    expect(board({ app: [9, 9, 9, 9, 9] }, [], 2).map(({ nps }) => nps)).toEqual([null]);
  });

  it("counts the last four weeks together, where one has too few answers to say anything", () => {
    const past = ["2026-W42", "2026-W43", "2026-W44", "2026-W45"].map((label) => week(label, [8, 3]));
    expect(board({ app: [8, 8] }, past)[0]).toMatchObject({ median: 8, weeks: 4, nps: { answers: 8 } });
    expect(board({}, past)[0]).toMatchObject({ median: 3, nps: { answers: 6, detractors: 3 } });
  });

  it("says since when a product has stood there, over weeks with too few answers", () => {
    const past = [
      week("2026-W33", [9, 9, 9, 9, 9]),
      week("2026-W37", times(40, 6)),
      week("2026-W41", [10]),
      week("2026-W43", times(40, 9)),
      week("2026-W45", [1, 1]),
    ];
    const keep = { app: [10, 10, 10, 10, 10] };
    expect(board(keep, past)[0]).toMatchObject({ verdict: "keep", since: "2026-W43" });
    expect(board(keep, past.toReversed())[0]?.since).toBe("2026-W43");
    expect(board(keep)[0]?.since).toBe("2026-W46");
  });

  it("lets a verdict stand that only a few answers are against, and says how little sure it is", () => {
    const past = [week("2026-W40", times(20, 9))];
    expect(board({ app: [6, 6, 6, 6, 6, 9] }, past)[0]).toMatchObject({
      ...{ verdict: "keep", since: "2026-W40", median: 6, was: "discard", sure: 0.04 },
    });
    expect(board({ app: times(40, 6) }, past)[0]).toMatchObject({ verdict: "discard", was: null, sure: 1 });
  });

  it("takes the verdicts up where an earlier digest says that they stood", () => {
    const past = [week("2026-W45", [9, 9, 9, 9, 9])];
    const stood = { week: "2026-W44", rows: [{ product: "app", verdict: "discard", since: "2026-W20" }] } as const;
    const products = new Map([["app", scored([9])]]);
    const facts = { week: "2026-W46", products, past, named: [{ id: "app", name: "App" }] };
    expect(boardOf({ ...facts, stood }, LIMITS)[0]).toMatchObject({
      verdict: "discard",
      since: "2026-W20",
      was: "keep",
    });
    expect(boardOf(facts, LIMITS)[0]).toMatchObject({ verdict: "keep", since: "2026-W45", was: null });
  });

  it("says nothing of how sure one can be where the counts are hidden", () => {
    const rows = board({ app: [2, 9], billing: [8, 8, 8, 8, 8], web: [9, 9, 9, 9, 9, 9] });
    expect(rows.map(({ sure, was }) => [sure, was])).toEqual([
      [null, null],
      [null, null],
      [expect.any(Number), null],
    ]);
  });

  it("says where the last calendar quarter put it, all its answers together", () => {
    const past = [week("2026-W26", [9, 9, 9, 9, 9, 9]), week("2026-W27", [6, 6]), week("2026-W40", [7, 7, 7])];
    expect(board({ app: [9] }, past)[0]?.lastQuarter).toBe("too-few");
    expect(board({ app: [9] }, [...past, week("2026-W39", [6, 6, 10])])[0]?.lastQuarter).toBe("discard");
  });
});

describe("Hidden segments", () => {
  const sizes = fc.tuple(
    fc.array(fc.nat({ max: 12 }), { maxLength: 8 }),
    fc.nat({ max: 8 }),
    fc.integer({ min: 1, max: 8 }),
  );

  it("leave no part below the least in sight, and nothing small to be had by subtraction", () => {
    fc.assert(
      fc.property(sizes, ([given, apart, least]) => {
        const segments = given.map((answers, index) => ({ key: `p${index}`, answers }));
        const hidden = hiddenSegments(segments, apart, least);
        const sizeOf = (keep: boolean) => segments.filter(({ key }) => hidden.has(key) === keep);
        expect(sizeOf(false).every(({ answers }) => answers === 0 || answers >= least)).toBe(true);
        const together = sizeOf(true).reduce((sum, { answers }) => sum + answers, apart);
        const isAllHidden = sizeOf(false).every(({ answers }) => answers === 0);
        expect(together === 0 || together >= least || isAllHidden).toBe(true);
      }),
    );
  });

  it("are none where every part is large enough and all answers are about one", () => {
    expect(
      hiddenSegments(
        [
          { key: "a", answers: 5 },
          { key: "b", answers: 9 },
        ],
        0,
        5,
      ).size,
    ).toBe(0);
  });
});
