import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wholeOf } from "../../src/digest/history.ts";
import { pooled } from "../../src/digest/rolling.ts";
import {
  added,
  answersIn,
  countsOf,
  type DigestAnswer,
  histogramByScore,
  NO_ANSWERS,
  sortAnswers,
} from "../../src/digest/tally.ts";
import { weekOf, weeksUpTo, windowOf } from "../../src/digest/week.ts";
import { SCALES } from "../../src/survey/score.ts";
import { histogramOf, tallyWeeks } from "./from-rows.ts";
import { answer, answers, counts } from "./samples.ts";

const ZONE = "Europe/Berlin";
const WEEK = "2026-W46";
const WINDOW = windowOf(WEEK, ZONE);

const drawn = fc
  .array(
    fc.record({
      customer: fc.nat({ max: 8 }),
      score: fc.integer({ min: 1, max: 10 }),
      at: fc.integer({ min: windowOf("2026-W43", ZONE).from - 1, max: WINDOW.to }),
      scale: fc.constantFrom(...SCALES),
      excluded: fc.constantFrom(null, null, null, "test"),
      purpose: fc.constantFrom("recommend", "recommend", "recommend", "recovery"),
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ customer, at, ...row }) => answer({ ...row, answeredAt: at, customerId: `customer-${customer}` })),
  );

function ids(list: readonly DigestAnswer[]): string[] {
  return list.map(({ id }) => id).sort();
}

describe("Counting", () => {
  it("puts every score into its band and its column", () => {
    const histogram = histogramOf(answers([10, 10, 9, 8, 7, 6, 1, 0]));
    expect(countsOf(histogram)).toEqual(counts(3, 2, 3));
    expect(histogramByScore(histogram, "0-10")).toEqual({
      ...{ "0": 1, "1": 1, "2": 0, "3": 0, "4": 0, "5": 0, "6": 1, "7": 1, "8": 1, "9": 1, "10": 2 },
    });
    expect(Object.keys(histogramByScore(histogram, "1-10"))).toHaveLength(10);
  });

  it("takes the window half-open", () => {
    const at = (answeredAt: number) => answer({ answeredAt });
    const within = [at(WINDOW.from), at(WINDOW.to - 1)];
    const { counted } = sortAnswers([at(WINDOW.from - 1), ...within, at(WINDOW.to)], WINDOW);
    expect(ids(counted)).toEqual(ids(within));
  });

  it("counts a customer once, with the latest answer, in whatever order the answers come", () => {
    const first = answer({ customerId: "c", score: 2, answeredAt: WINDOW.from });
    const last = answer({ customerId: "c", score: 9, answeredAt: WINDOW.from + 1 });
    for (const order of [
      [first, last],
      [last, first],
    ]) {
      const { counted, superseded } = sortAnswers(order, WINDOW);
      expect([counted, superseded]).toEqual([[last], [first]]);
    }
  });

  it("takes the answer recorded last where two were given at the same moment", () => {
    const [first, last] = [answer({ customerId: "c", score: 2 }), answer({ customerId: "c", score: 9 })];
    expect(sortAnswers([first, last], WINDOW).counted).toEqual([last]);
    expect(sortAnswers([last, first], WINDOW).counted).toEqual([last]);
  });

  it("lets an earlier answer count where the later one is excluded", () => {
    const first = answer({ customerId: "c" });
    const last = answer({ customerId: "c", excluded: "a test", answeredAt: first.answeredAt + 1 });
    expect(sortAnswers([first, last], WINDOW)).toMatchObject({ counted: [first], excluded: [last], superseded: [] });
  });

  it("never counts the answer to a recovery survey", () => {
    const after = answer({ purpose: "recovery" });
    expect(sortAnswers([after], WINDOW)).toMatchObject({ counted: [], recovery: [after] });
  });

  it("puts every answer of the window in exactly one place, whatever their order", () => {
    fc.assert(
      fc.property(
        drawn.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const sorted = sortAnswers(list, WINDOW);
          const { counted, superseded, excluded, recovery } = sorted;
          const within = list.filter(({ answeredAt }) => answeredAt >= WINDOW.from && answeredAt < WINDOW.to);
          expect(ids([...counted, ...superseded, ...excluded, ...recovery])).toEqual(ids(within));
          expect(new Set(counted.map(({ customerId }) => customerId)).size).toBe(counted.length);
          expect(ids(sortAnswers(shuffled, WINDOW).counted)).toEqual(ids(counted));
        },
      ),
    );
  });
});

describe("Weeks merged", () => {
  it("give what counting their answers together gives", () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(...SCALES), (list, scale) => {
        const weeks = weeksUpTo(WEEK, 4);
        const merged = pooled(
          tallyWeeks(list, weeks, { zone: ZONE, scale }).map((item) => countsOf(wholeOf(item.products))),
        );
        const counted = weeks.flatMap((week) => sortAnswers(list, windowOf(week, ZONE)).counted);
        expect(merged).toEqual(countsOf(histogramOf(counted.filter((item) => item.scale === scale))));
      }),
    );
  });

  it("equal the four weeks as one window where nobody answers twice", () => {
    fc.assert(
      fc.property(drawn, (list) => {
        const once = [...new Map(list.map((item) => [item.customerId, item])).values()];
        const weeks = weeksUpTo(WEEK, 4);
        const span = { from: windowOf(weeks[0] ?? WEEK, ZONE).from, to: WINDOW.to };
        const byWeek = weeks.map((week) => countsOf(histogramOf(sortAnswers(once, windowOf(week, ZONE)).counted)));
        expect(byWeek.reduce(added, NO_ANSWERS)).toEqual(countsOf(histogramOf(sortAnswers(once, span).counted)));
      }),
    );
  });

  it("hold no answer of another week", () => {
    const late = answer({ answeredAt: WINDOW.to });
    const tallies = tallyWeeks([late, answer()], [WEEK], { zone: ZONE, scale: "1-10" });
    expect(tallies.map((item) => answersIn(countsOf(wholeOf(item.products))))).toEqual([1]);
    expect(weekOf(late.answeredAt, ZONE)).toBe("2026-W47");
  });
});
