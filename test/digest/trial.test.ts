import { describe, expect, it } from "vitest";
import { type TrialAnswer, type TrialFrame, type TrialSurvey, trialOf } from "../../src/digest/trial.ts";
import type { ArmName, TrialKind } from "../../src/trial.ts";

const DAY = 86_400_000;
const terms = { of: "wording", arm: "a", a: "normal", b: "Other words" } as const;
const frame: TrialFrame = {
  ...{ id: "warmer", terms, scale: "1-10", until: 100 * DAY, expireAfter: 7 * DAY, minAnswers: 5, smallBelow: 30 },
};

/** A person who was asked on that day and fell silent, unless something else is said. */
function asked(day: number, arm: ArmName, more: Partial<TrialSurvey> = {}): TrialSurvey {
  const id = String(day * 100).padStart(6, "0");
  const times = { askedAt: day * DAY, deliveredAt: day * DAY, endedAt: (day + 7) * DAY };
  return { id, customerId: `c-${id}`, state: "expired", ...times, trialArm: { ...terms, arm }, ...more };
}

function answered(day: number, arm: ArmName, score: number, comment: string | null = null) {
  const survey = asked(day, arm, { state: "answered", endedAt: day * DAY });
  return { survey, answer: { surveyId: survey.id, score, scale: "1-10", comment, excluded: null } as TrialAnswer };
}

const figures = (surveys: TrialSurvey[], answers: TrialAnswer[] = [], more: Partial<TrialFrame> = {}) =>
  trialOf(surveys, answers, { ...frame, ...more }).figures;

describe("The figures of a trial", () => {
  it("count each person once, by the first question that reached them", () => {
    const first = answered(2, "b", 9, "Thank you");
    const again = asked(3, "b", { customerId: first.survey.customerId });
    const lost = asked(4, "a", { state: "undeliverable", deliveredAt: null });
    const { arms, waiting } = figures([asked(1, "a"), first.survey, again, lost], [first.answer]);
    expect(arms.a).toMatchObject({ given: "normal", asked: 1, answered: 0, wrote: 0 });
    expect(arms.b).toMatchObject({ given: "Other words", asked: 1, answered: 1, wrote: 1 });
    expect(waiting).toBe(0);
  });

  it("end before the first person who may still answer, lest an early look sees the quick ones alone", () => {
    const quick = answered(6, "b", 9);
    const rows = [asked(1, "a"), asked(5, "b", { state: "asked", endedAt: null }), quick.survey];
    expect(figures(rows, [quick.answer])).toMatchObject({ arms: { a: { asked: 1 }, b: { asked: 0 } }, waiting: 2 });
  });

  it("wait a day for the words of an answer, and for those who declined until they cannot think again", () => {
    const { survey } = answered(10, "a", 9);
    expect(figures([survey], [], { until: 11 * DAY - 1 }).waiting).toBe(1);
    expect(figures([survey], [], { until: 11 * DAY }).waiting).toBe(0);
    const declined = asked(10, "a", { state: "declined", endedAt: 10 * DAY });
    expect(figures([declined], [], { until: 17 * DAY - 1 }).waiting).toBe(1);
  });

  it("of two hours count everybody who was drawn: the hour has a hand in who can still be asked", () => {
    const of: TrialKind = "hour";
    const hours = { of, arm: "b", a: "normal", b: "10:00" } as const;
    const cancelled = asked(1, "b", { state: "cancelled", askedAt: null, deliveredAt: null, trialArm: hours });
    expect(figures([cancelled], [], { terms: hours }).arms.b).toMatchObject({ asked: 1, answered: 0 });
  });

  it("leave out what was asked in other words under the same name", () => {
    const other = asked(1, "b", { trialArm: { ...terms, arm: "b", b: "Still other words" } });
    expect(figures([other]).arms.b.asked).toBe(0);
  });

  it("keep the scores apart, hide both where one has too few, and warn where they differ", () => {
    const some = Array.from({ length: 40 }, (_, index) =>
      answered(index, index % 2 === 0 ? "a" : "b", index % 2 === 0 ? 10 : 3),
    );
    const rows = (count: number) => {
      const shown = some.slice(0, count);
      return figures(
        shown.map(({ survey }) => survey),
        shown.map(({ answer }) => answer),
      );
    };
    expect(rows(9)).toMatchObject({ arms: { a: { nps: null }, b: { nps: null } }, scoresDiffer: false });
    const all = rows(40);
    expect([all.arms.a.nps?.score, all.arms.b.nps?.score]).toEqual([100, -100]);
    expect(all).toMatchObject({ scoresDiffer: true, answered: { more: null } });
  });

  it("say since when a difference is told", () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      index % 2 === 0 ? asked(index, "a") : answered(index, "b", 5).survey,
    );
    const { answered: told } = figures(rows);
    expect(told.more).toBe("b");
    const decidedAt = Date.parse(told.decidedAt ?? "");
    expect(figures(rows, [], { until: decidedAt }).answered.more).toBe("b");
    expect(figures(rows, [], { until: decidedAt - 1 }).answered.more).toBeNull();
  });
});
