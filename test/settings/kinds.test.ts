import { describe, expect, it } from "vitest";
import { parseDuration, parsePercent } from "../../src/settings/kinds.ts";

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

describe("A duration", () => {
  it.each([
    ["90s", 90 * SECOND],
    ["5m", 300 * SECOND],
    ["24h", DAY],
    ["7d", 7 * DAY],
    ["0s", 0],
    ["PT5M", 300 * SECOND],
    ["P1DT12H", 36 * HOUR],
    ["P2W", 14 * DAY],
    ["PT1.5S", 1_500],
    ["36500d", 36_500 * DAY],
  ])("%s is %d milliseconds", (written, milliseconds) => {
    expect(parseDuration(written)).toBe(milliseconds);
  });

  it("has no fraction of a millisecond", () => {
    expect(parseDuration("PT1.0005S")).toBeNull();
  });
});

describe("A percentage", () => {
  it.each([
    ["0%", 0],
    ["1%", 0.01],
    ["50%", 0.5],
    ["100%", 1],
    ["101%", null],
    ["999%", null],
    ["050%", null],
    ["5.5%", null],
    ["-1%", null],
    ["50", null],
    ["%", null],
    ["50 %", null],
  ])("%s is %j of all", (written, fraction) => {
    expect(parsePercent(written)).toBe(fraction);
  });
});
