import { describe, expect, it } from "vitest";
import { readLabelled } from "../../adapters/csv/labelled-score.ts";
import { createScoreTally, scoreObstacle } from "../../adapters/csv/score-column.ts";

const plain = { title: "score", scale: "0-10", isScaleSaid: false, isScaleChosen: false } as const;

/** Why nothing may be kept of a column with these cells; null where it may. */
function obstacle(cells: readonly string[], rule: Partial<Parameters<typeof scoreObstacle>[1]> = {}): string | null {
  const tally = createScoreTally();
  for (const [index, cell] of cells.entries()) tally.add(index + 2, cell, null);
  return scoreObstacle(tally.evidence(), { ...plain, ...rule });
}

describe("A cell with a score", () => {
  it.each([
    ["9", 9],
    [" 10 ", 10],
    ["9.0", 9],
    ["10,00", 10],
    ["9/10", 9],
    ["9 out of 10", 9],
    ["10 - extremely likely", 10],
    ["10 – äußerst wahrscheinlich", 10],
    ["0 = not at all likely", 0],
    ["0: pas du tout probable", 0],
    ["0 (nada probable)", 0],
    ["10. Extremely likely", 10],
    ["10 Extremely likely", 10],
    ["Extremely likely (10)", 10],
    ["Very likely - 10", 10],
    ["Nada provável: 0", 0],
    ["10 - 非常にそう思う", 10],
    ["10 (Extremely\nlikely)", 10],
  ])("%j is %d", (cell, score) => {
    expect(readLabelled(cell)?.score).toBe(score);
  });

  it.each([
    "7.5",
    "11",
    "-1",
    "ten",
    "Extremely likely",
    "Promoter",
    "9!",
    "9-10",
    "1 of 2",
    "Q9",
    "85",
    "10-Jan",
    "9 9",
  ])("%j is none", (cell) => {
    expect(readLabelled(cell)).toBeNull();
  });
});

describe("A column of scores", () => {
  it("is read where every cell is a score or says nothing", () => {
    expect(obstacle(["9", "", "NA", "10 - extremely likely", "0 - not at all likely", "7.0", "N/A"])).toBeNull();
    expect(obstacle(["Not at all likely (0)", "5 - neutral", "6", "Extremely likely (10)"])).toBeNull();
  });

  it.each([
    [["9", "7.5"], /^Line 3: "7.5" is no whole number on the scale 0-10\. Correct or empty/],
    [["Extremely likely", "9"], /^Line 2: "Extremely likely" is no whole number/],
    [["7", "about 7"], /^Line 3: "about 7" is no whole number/],
    [["1 - extremely likely", "10 - not at all likely"], /^Line 2: .+ is the wrong way round/],
    [["9", "10 - überhaupt nicht wahrscheinlich"], /^Line 3: .+ is the wrong way round/],
  ])("is kept back wholly for %j", (cells, sentence) => {
    expect(obstacle(cells)).toMatch(sentence);
  });

  it("with a 0 was not given on the scale 1-10", () => {
    expect(obstacle(["9", "0"], { scale: "1-10" })).toMatch(/^Line 3 has a score of 0, .+ Add --scale 0-10\.$/);
    expect(obstacle(["9", "0 - not at all likely"], { scale: "1-10" })).toMatch(/Add --scale 0-10\.$/);
    expect(obstacle(["9", "0"])).toBeNull();
  });

  it("in which rows name their scale is held to that", () => {
    const tally = createScoreTally();
    tally.add(2, "0", "0-10");
    expect(scoreObstacle(tally.evidence(), { ...plain, scale: "1-10" })).toBeNull();
    tally.add(3, "0", "1-10");
    expect(scoreObstacle(tally.evidence(), { ...plain, scale: "1-10" })).toMatch(/^Line 3: "0" is no whole number/);
  });

  const many = Array.from({ length: 20 }, (_, index) => String((index % 5) + 1));
  it.each([
    [["5", "4"], { title: "Rating" }],
    [["5", "1"], { title: "Zufriedenheit" }],
    [["7", "6"], { title: "CSAT" }],
    [["5", "3"], { title: "満足度" }],
    [["5 stars", "4 stars"], { title: "score" }],
    [many, { title: "score" }],
    [many, { title: "How likely are you to recommend us?", isScaleSaid: true }],
  ])("such as %j below %j looks like stars, until somebody says its scale", (cells, rule) => {
    expect(obstacle(cells, rule)).toMatch(/look like stars or another rating/);
    expect(obstacle(cells, { ...rule, isScaleChosen: true })).toBeNull();
  });

  it("is no stars because few of its answers are low", () => {
    expect(obstacle(["3", "5"])).toBeNull();
    expect(obstacle(["9", "5"], { title: "Rating" })).toBeNull();
    expect(obstacle(["3"], { title: "rating", isScaleSaid: true })).toBeNull();
  });
});
