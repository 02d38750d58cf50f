import { describe, expect, it } from "vitest";
import { greetedNeeded, overallInterval, silentDifference } from "../../src/digest/double-sampling.ts";
import { rounded } from "../../src/digest/rounding.ts";
import { NO_SILENCE, type SilenceTally, silenceFiguresOf } from "../../src/digest/silence-figures.ts";

const ANSWERED = { promoters: 60, passives: 20, detractors: 20 };
const LIMITS = { scale: "1-10", minAnswers: 5 };

const scored = (score: number) => ({ state: "answered", score, scale: "1-10" }) as const;
const silent = (state: "assigned" | "greeted" | "unreached") => ({ state, score: null, scale: "1-10" }) as const;

function tally(greetings: SilenceTally["greetings"], more: Partial<SilenceTally> = {}): SilenceTally {
  const settled = { answered: 100, silent: 300 };
  return { weeks: 4, greetings, answered: ANSWERED, settled, keyCustomers: [], ...more };
}

describe("What greeting the silent tells", () => {
  it("is the score of everybody with its interval, and what it takes at the rate at which greetings led to a score", () => {
    const greetings = [...[9, 10, 7, 3, 1, 6].map(scored), silent("unreached"), silent("greeted"), silent("assigned")];
    const figures = silenceFiguresOf(tally(greetings), LIMITS);
    const greeted = { promoters: 2, passives: 1, detractors: 3 };
    const settled = { answered: 100, silent: 300 };
    const [low, high] = overallInterval({ settled, answered: ANSWERED, greeted });
    const [less, more] = silentDifference({ answered: ANSWERED, greeted });
    expect(figures).toMatchObject({
      ...{ drawn: 9, greeted: 8, reached: 6, weeks: 4, answered: 40, greetedNps: -17 },
      ...{ overall: -2.5, interval95: [rounded(low, 2), rounded(high, 2)] },
      differs: { verdict: "no-difference", points: -56.67, interval95: [rounded(less, 2), rounded(more, 2)] },
    });
    const needed = greetedNeeded({ settled, answered: ANSWERED }, greeted, 20) ?? 0;
    expect(figures.stillNeeded).toBe(Math.ceil(((needed - 6) * 8) / 6));
  });

  it("is no score of too few, and what it takes as if the silent varied like those who answered", () => {
    const figures = silenceFiguresOf(tally([scored(9), silent("assigned")]), LIMITS);
    expect(figures).toMatchObject({ answered: 40, greetedNps: null, overall: null, interval95: null });
    expect(figures.stillNeeded).toBe(
      (greetedNeeded({ settled: { answered: 100, silent: 300 }, answered: ANSWERED }, ANSWERED, 20) ?? 0) - 1,
    );
    const none = { answered: { promoters: 2, passives: 1, detractors: 1 } };
    expect(silenceFiguresOf(tally([scored(9)], none), LIMITS)).toEqual({
      ...{ ...NO_SILENCE, drawn: 1, greeted: 1, reached: 1, weeks: 4 },
    });
  });

  it("says that the silent differ only where chance alone would hardly ever say so", () => {
    const judged = (unhappy: number) =>
      silenceFiguresOf(tally([...Array(unhappy).fill(scored(2)), ...Array(30 - unhappy).fill(scored(9))]), LIMITS)
        .differs;
    expect(judged(9)).toMatchObject({ verdict: "no-difference", points: 0 });
    expect(judged(17)).toMatchObject({ verdict: "no-difference" });
    expect(judged(17)?.interval95?.[1]).toBeLessThan(0);
    expect(judged(22)).toMatchObject({ verdict: "lower" });
    expect(judged(0)).toMatchObject({ verdict: "higher", points: 60 });
    expect(silenceFiguresOf(tally([scored(9)]), LIMITS).differs).toEqual({
      ...{ verdict: "not-measured", points: null, interval95: null },
    });
  });

  it("never adds two scales", () => {
    const other = { ...scored(10), scale: "0-10" as const };
    expect(silenceFiguresOf(tally(Array(6).fill(other)), LIMITS)).toMatchObject({
      greeted: 6,
      reached: 0,
      overall: null,
    });
  });
});
