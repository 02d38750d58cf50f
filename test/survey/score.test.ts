import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf, isScore, isWorse, lowest, readScore, SCALES, scores } from "../../src/survey/score.ts";
import { times } from "../runs.ts";

describe("A scale", () => {
  it("holds its scores from the lowest to 10", () => {
    expect(scores("1-10")).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(scores("0-10")).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(SCALES.map(lowest)).toEqual([1, 0]);
  });
});

describe("A score", () => {
  it("is a whole number on the scale, 0 only where the scale has it", () => {
    expect(isScore(0, "0-10")).toBe(true);
    expect(isScore(0, "1-10")).toBe(false);
    expect(isScore(10, "1-10")).toBe(true);
  });

  it.each([
    [7.5],
    [11],
    [-1],
    ["7"],
    [""],
    [null],
    [undefined],
    [true],
    [[7]],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [7n],
    [{ valueOf: () => 7 }],
  ])("is never made out of %s", (value) => {
    for (const scale of SCALES) expect(isScore(value, scale)).toBe(false);
  });

  it("is exactly a number that the scale holds, whatever is given", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.integer({ min: -3, max: 13 })),
        fc.constantFrom(...SCALES),
        (value, scale) => {
          expect(isScore(value, scale)).toBe(scores(scale).some((score) => score === value));
        },
      ),
    );
  });
});

describe("A band", () => {
  it("is promoter from 9, passive at 7 and 8, detractor at 6 and below", () => {
    expect(scores("0-10").map(bandOf)).toEqual([
      ...Array.from({ length: 7 }, () => "detractor"),
      "passive",
      "passive",
      "promoter",
      "promoter",
    ]);
  });

  it("is worse than another only when it is further from recommending", () => {
    expect(isWorse("promoter", "passive")).toBe(true);
    expect(isWorse("passive", "detractor")).toBe(true);
    expect(isWorse("passive", "passive")).toBe(false);
    expect(isWorse("detractor", "promoter")).toBe(false);
  });
});

/** What stands for the reading in the tables below. */
function reading(text: string, scale: (typeof SCALES)[number]): number | "unclear" | "words" {
  const read = readScore(text, scale);
  return read.kind === "score" ? read.score : read.kind;
}

/** Milliseconds that the processor spends on the fastest of three runs, so that a busy machine is not taken for a slow function. */
function fastest(run: () => void): number {
  const times = [1, 2, 3].map(() => {
    const begun = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

describe("Reading a typed answer", () => {
  it.each([
    ["0", "unclear", 0],
    ["1", 1, 1],
    ["8", 8, 8],
    ["10", 10, 10],
    [" 8 ", 8, 8],
    ["\t8\n", 8, 8],
    ["\u3000８\u3000", 8, 8],
    ["\u200b8\u200e", 8, 8],
    ["８", 8, 8],
    ["９", 9, 9],
    ["１０", 10, 10],
    ["８／１０", 8, 8],
    ["٩", 9, 9],
    ["١٠", 10, 10],
    ["۷", 7, 7],
    ["८", 8, 8],
    ["8/10", 8, 8],
    ["8 / 10", 8, 8],
    ["10/10", 10, 10],
    ["0/10", "unclear", 0],
    ["🔟", 10, 10],
    ["1️⃣0️⃣", 10, 10],
    ["8️⃣/🔟", 8, 8],
  ])("takes %j for %j on 1-10 and %j on 0-10", (text, oneToTen, zeroToTen) => {
    expect(reading(text, "1-10")).toBe(oneToTen);
    expect(reading(text, "0-10")).toBe(zeroToTen);
  });

  it("takes each keycap emoji for its digit, with and without the emoji style", () => {
    for (const score of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      expect(reading(`${score}\uFE0F\u20E3`, "1-10")).toBe(score);
      expect(reading(`${score}\u20E3`, "1-10")).toBe(score);
    }
  });

  it("reads back every score of every scale, and says nothing of a number off it", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 1_000 }), fc.constantFrom(...SCALES), (number, scale) => {
        const read = readScore(String(number), scale);
        if (isScore(number, scale)) expect(read).toEqual({ kind: "score", score: number });
        else expect(read.kind).not.toBe("score");
      }),
    );
  });

  it("never throws and never gives a number off the scale, whatever is typed", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."0189/. ％８٩⃣🔟\uFE0F一点") }),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom(...SCALES), (text, scale) => {
        const read = readScore(text, scale);
        if (read.kind === "score") expect(isScore(read.score, scale)).toBe(true);
      }),
      { numRuns: times(300, 2_000) },
    );
  });

  it.each([
    ["digits", "9".repeat(100_000)],
    ["digits and a letter", `${"9".repeat(100_000)}x`],
    ["blanks around a letter", `${" ".repeat(50_000)}x${" ".repeat(50_000)}`],
    ["blanks inside", `8${" ".repeat(100_000)}/x`],
    ["punctuation", `${"!".repeat(100_000)}x`],
    ["number words", `${"ten ".repeat(25_000)}x`],
    ["signs and digits", `${"-1 ".repeat(33_333)}x`],
    ["combining marks", `8${"\u0301\u0323".repeat(50_000)}`],
    ["keycaps", "1\uFE0F\u20E3".repeat(33_333)],
    ["digits and a letter, as long as it looks into", `${"9".repeat(59)}x`],
    ["number words, as long as it looks into", `${"ten ".repeat(14)}x`],
    ["mixed signs, as long as it looks into", `${"-1.".repeat(19)}x`],
  ])("is done within 50 ms with a hostile text of %s", (_, text) => {
    expect(readScore(text, "1-10").kind).toBe("words");
    expect(fastest(() => readScore(text, "1-10"))).toBeLessThan(50);
  });
});
