import { describe, expect, it } from "vitest";
import { type CaseRow, caseFiguresOf } from "../../src/digest/case-figures.ts";
import { answer } from "./samples.ts";

const WINDOW = { from: 1000, to: 2000 };
const NOW = 3000;

function opened(given: Partial<CaseRow> = {}): CaseRow {
  return {
    ...{ responseId: "bad", customerId: "c", state: "new", openedAt: 1100, contactBy: 1500 },
    ...{ contactedAt: null, closedAt: null, cause: null },
    ...given,
  };
}

function figures(cases: readonly CaseRow[], answers: readonly ReturnType<typeof answer>[] = [], now = NOW) {
  return caseFiguresOf(cases, answers, WINDOW, now);
}

describe("The case figures of a week", () => {
  it("count a case opened, a contact and a closing each when it happens", () => {
    const earlier = { openedAt: 500, contactBy: 900 };
    const closed = opened({ ...earlier, state: "resolved", contactedAt: 800, closedAt: 1500 });
    const contacted = opened({ state: "contacted", contactedAt: 1500 });
    expect(figures([closed, contacted])).toEqual({
      ...{ opened: 1, contactedInTime: 1, overdue: 0, resolved: 1, recovered: 0, causes: [] },
    });
    const unreached = opened({ state: "closed", closedAt: 1400 });
    expect(figures([unreached])).toMatchObject({ opened: 1, contactedInTime: 0, overdue: 0, resolved: 0 });
  });

  it("count the causes of the cases closed in it, the most frequent first", () => {
    const closed = (cause: string | null, more: Partial<CaseRow> = {}) =>
      opened({ state: "resolved", closedAt: 1500, cause, ...more });
    const all = [closed("slow"), closed("fault"), closed("fault", { state: "closed" }), closed(null)];
    const others = [closed("price", { closedAt: 2500 }), closed("price", { state: "withdrawn" })];
    expect(figures([...all, ...others]).causes).toEqual([
      { cause: "fault", cases: 2 },
      { cause: "slow", cases: 1 },
    ]);
  });

  it("count a case overdue once its time to contact has passed without one, even if one follows", () => {
    expect(figures([opened()])).toMatchObject({ overdue: 1 });
    expect(figures([opened()], [], 1500)).toMatchObject({ overdue: 0 });
    expect(figures([opened({ state: "contacted", contactedAt: 1501 })])).toMatchObject({
      overdue: 1,
      contactedInTime: 0,
    });
    expect(figures([opened({ contactBy: 2000 })])).toMatchObject({ overdue: 0 });
  });

  it("count a customer recovered who answers better than a detractor after the case was opened", () => {
    const later = { customerId: "c", answeredAt: 1800 };
    expect(figures([opened()], [answer({ ...later, score: 8, purpose: "recovery" })]).recovered).toBe(1);
    expect(figures([opened()], [answer({ ...later, score: 9 }), answer({ ...later, score: 7 })]).recovered).toBe(1);
    expect(figures([opened()], [answer({ ...later, score: 6 })]).recovered).toBe(0);
    expect(figures([opened()], [answer({ ...later, score: 9, excluded: "test" })]).recovered).toBe(0);
    expect(figures([opened()], [answer({ ...later, score: 9, answeredAt: 1050 })]).recovered).toBe(0);
    expect(figures([opened()], [answer({ ...later, score: 9, answeredAt: 2000 })]).recovered).toBe(0);
    expect(figures([opened()], [answer({ ...later, id: "bad", score: 9 })]).recovered).toBe(0);
    expect(figures([opened()], [answer({ ...later, customerId: "d", score: 9 })]).recovered).toBe(0);
  });
});
