import { describe, expect, it } from "vitest";
import { windowOf } from "../../src/digest/week.ts";
import { LONGEST_SPAN, parseSpan, shiftedSpan, spanAt, weeksOfSpan, windowOfSpan } from "../../src/explore/span.ts";

const HOUR = 3_600_000;

function spanOf(text: string) {
  const span = parseSpan(text);
  if (span === null) throw new Error(text);
  return span;
}

describe("A span", () => {
  it.each([
    ["2026-W46", "week", "2026-11-09", "2026-11-16"],
    ["2026-11", "month", "2026-11-01", "2026-12-01"],
    ["2026-Q4", "quarter", "2026-10-01", "2027-01-01"],
    ["2026-10-01..2026-11-15", "own", "2026-10-01", "2026-11-16"],
    ["2028-02-29..2028-02-29", "own", "2028-02-29", "2028-03-01"],
  ])("%s is a %s of whole days, the last one in it", (text, kind, from, to) => {
    expect(parseSpan(text)).toEqual({ kind, label: text, from, to });
  });

  it.each([
    ["2025-W53"],
    ["2026-13"],
    ["2026-Q5"],
    ["2026-02-30..2026-03-01"],
    ["2026-11-15..2026-11-14"],
    ["1969-12-01..1970-01-01"],
    ["2020-01-01..2026-01-01"],
    ["0000-W01"],
    ["quarter"],
    [""],
  ])("is not what %j says", (text) => {
    expect(parseSpan(text)).toBeNull();
  });

  it("may last three years and not a day longer", () => {
    expect(parseSpan("2024-01-01..2026-12-31")).not.toBeNull();
    expect(LONGEST_SPAN).toBe(366 + 365 + 365);
    expect(parseSpan("2024-01-01..2027-01-01")).toBeNull();
  });

  it("has the hours that the clocks of the zone show, over both changes of daylight saving", () => {
    const hours = (text: string, zone: string) => {
      const { from, to } = windowOfSpan(spanOf(text), zone);
      return (to - from) / HOUR;
    };
    expect(hours("2026-03-29..2026-03-29", "Europe/Berlin")).toBe(23);
    expect(hours("2026-10-25..2026-10-25", "Europe/Berlin")).toBe(25);
    expect(hours("2026-10", "Europe/Berlin")).toBe(31 * 24 + 1);
    expect(hours("2026-Q4", "America/New_York")).toBe(92 * 24 + 1);
    expect(windowOfSpan(spanOf("2026-W44"), "Europe/Berlin")).toEqual(windowOf("2026-W44", "Europe/Berlin"));
  });

  it("begins with the first moment of a day whose midnight is skipped", () => {
    const { from } = windowOfSpan(spanOf("2026-09-06..2026-09-06"), "America/Santiago");
    expect(new Date(from).toISOString()).toBe("2026-09-06T04:00:00.000Z");
  });

  it("moves by its own length", () => {
    const moved = (text: string, by: number) => shiftedSpan(spanOf(text), by)?.label;
    expect(moved("2026-W01", -1)).toBe("2025-W52");
    expect(moved("2026-01", -1)).toBe("2025-12");
    expect(moved("2026-Q4", 1)).toBe("2027-Q1");
    expect(moved("2026-03-01..2026-03-10", -1)).toBe("2026-02-19..2026-02-28");
  });

  it("is found by the calendar of the zone", () => {
    const at = Date.parse("2026-12-31T23:30:00Z");
    expect(spanAt("month", at, "UTC").label).toBe("2026-12");
    expect(spanAt("month", at, "Europe/Berlin").label).toBe("2027-01");
    expect(spanAt("quarter", at, "Europe/Berlin").label).toBe("2027-Q1");
    expect(spanAt("own", at, "UTC").label).toBe("2026-12-02..2026-12-31");
  });

  it("is shown with the whole weeks it touches, a week with those before it", () => {
    expect(weeksOfSpan(spanOf("2026-W46"))).toHaveLength(13);
    expect(weeksOfSpan(spanOf("2026-W46")).at(-1)).toBe("2026-W46");
    expect(weeksOfSpan(spanOf("2026-11-15..2026-11-16"))).toEqual(["2026-W46", "2026-W47"]);
    expect(weeksOfSpan(spanOf("2024-01-01..2026-12-31"))).toHaveLength(53);
  });
});
