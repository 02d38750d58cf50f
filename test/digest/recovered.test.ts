import { describe, expect, it } from "vitest";
import {
  countRecovered,
  type FollowedRows,
  NOBODY_FOLLOWED,
  recoveryOf,
  wilson95,
} from "../../src/digest/recovered.ts";
import { bandOf } from "../../src/survey/score.ts";

const WINDOW = { from: 1000, to: 2000 };
const LIMITS = { minAnswers: 5, smallBelow: 30 };

type Answer = FollowedRows["answers"][number];

function answer(score: number, answeredAt: number, more: Partial<Answer> = {}): Answer {
  const id = `${answeredAt}-${score}`;
  return {
    id,
    customerId: "c",
    surveyId: id,
    band: bandOf(score),
    answeredAt,
    excluded: null,
    purpose: "recommend",
    ...more,
  };
}

function counted(answers: Answer[], contacts: [string, number][] = [], imported: string[] = []) {
  return countRecovered({ answers, contacts: new Map(contacts), imported: new Set(imported) }, WINDOW);
}

describe("detractors who have recovered", () => {
  it("are those whose next answer is in a higher band, asked about their case or about anything else", () => {
    const low = answer(3, 1100);
    const contact: [string, number][] = [[low.id, 1150]];
    expect(counted([low, answer(7, 1200)], contact).contacted).toEqual({ cases: 1, answeredAgain: 1, recovered: 1 });
    const asked = answer(9, 1200, { purpose: "recovery" });
    expect(counted([low, asked], contact).contacted).toEqual({ cases: 1, answeredAgain: 1, recovered: 1 });
    const between = counted([low, answer(6, 1200), answer(10, 1300)], contact);
    expect([between.contacted.recovered, between.uncontacted.recovered]).toEqual([0, 1]);
    expect(counted([low, answer(6, 1200)]).uncontacted).toEqual({ cases: 2, answeredAgain: 1, recovered: 0 });
  });

  it("are in no group before the window, after it, when excluded, brought in from elsewhere, or asked about a case", () => {
    const low = answer(3, 1100);
    expect(counted([answer(3, 999), answer(3, 2000)])).toEqual(NOBODY_FOLLOWED);
    expect(counted([{ ...low, excluded: "a test" }])).toEqual(NOBODY_FOLLOWED);
    expect(counted([low], [], [low.surveyId])).toEqual(NOBODY_FOLLOWED);
    expect(counted([{ ...low, purpose: "recovery" }])).toEqual(NOBODY_FOLLOWED);
    expect(counted([low, answer(9, 2000)]).uncontacted).toEqual({ cases: 1, answeredAgain: 0, recovered: 0 });
  });

  it("count as contacted only where that came before their next answer", () => {
    const low = answer(3, 1100);
    const rows = [low, answer(9, 1200)];
    expect(counted(rows, [[low.id, 1300]]).uncontacted.recovered).toBe(1);
    expect(counted([low], [[low.id, 1300]]).contacted).toEqual({ cases: 1, answeredAgain: 0, recovered: 0 });
  });
});

describe("their share", () => {
  it("has Wilson's interval, as Brown, Cai and DasGupta and R's prop.test without correction give it", () => {
    const four = wilson95(4, 10).map((end) => end.toFixed(4));
    expect(four).toEqual(["0.1682", "0.6873"]);
    expect(wilson95(0, 10).map((end) => end.toFixed(4))).toEqual(["0.0000", "0.2775"]);
    expect(wilson95(10, 10)[1]).toBeCloseTo(1, 12);
  });

  it("is shown for both groups or for neither", () => {
    const contacted = { cases: 20, answeredAgain: 10, recovered: 4 };
    const few = { cases: 9, answeredAgain: 4, recovered: 2 };
    expect(recoveryOf({ contacted, uncontacted: few }, LIMITS)).toEqual({
      weeks: 26,
      contacted: { ...contacted, share: null, interval95: null },
      uncontacted: { ...few, share: null, interval95: null },
    });
    const enough = { ...few, answeredAgain: 5, recovered: 1 };
    expect(recoveryOf({ contacted, uncontacted: enough }, LIMITS)).toMatchObject({
      contacted: { share: 0.4, interval95: [0.1682, 0.6873] },
      uncontacted: { share: 0.2 },
    });
  });
});
