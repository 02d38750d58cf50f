import { describe, expect, it } from "vitest";
import { isHoliday, parseBusinessHours } from "../../src/recovery/business-hours.ts";

const NINE_TO_FIVE = { from: 540, to: 1_020 };

/** The week in which those days, 1 Monday to 7 Sunday, have those spans. */
function week(days: readonly number[], ...spans: { from: number; to: number }[]) {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => (days.includes(day) ? spans : []));
}

const [MON_TO_THU, FRI] = [week([1, 2, 3, 4], NINE_TO_FIVE), { from: 540, to: 780 }];
const SHORT_FRIDAY = MON_TO_THU.map((spans, index) => (index === 4 ? [FRI] : spans));
const WITH_BREAK = week([1, 2, 3, 4, 5], { from: 540, to: 750 }, { from: 810, to: 1_080 });

describe("Business hours as written", () => {
  it.each([
    ["Mon-Fri 09:00-17:00", week([1, 2, 3, 4, 5], NINE_TO_FIVE)],
    ["Sat 10:00-14:30", week([6], { from: 600, to: 870 })],
    ["Sun-Thu 09:00-17:00", week([7, 1, 2, 3, 4], NINE_TO_FIVE)],
    ["Fri-Mon 09:00-17:00", week([5, 6, 7, 1], NINE_TO_FIVE)],
    ["Mon-Sun 00:00-24:00", week([1, 2, 3, 4, 5, 6, 7], { from: 0, to: 1_440 })],
    ["24/7", week([1, 2, 3, 4, 5, 6, 7], { from: 0, to: 1_440 })],
    ["Mon-Mon 09:00-17:00", week([1], NINE_TO_FIVE)],
    ["Mon-Thu 09:00-17:00, Fri 09:00-13:00", SHORT_FRIDAY],
    ["Mon-Thu 09:00-17:00; Fri 09:00-13:00", SHORT_FRIDAY],
    ["Fri 09:00-13:00,Mon-Thu 09:00-17:00", SHORT_FRIDAY],
    ["Mon-Fri 09:00-12:30 13:30-18:00", WITH_BREAK],
    ["Mon-Fri 09:00-12:30, 13:30-18:00", WITH_BREAK],
    ["Mon-Fri 13:30-18:00; Mon-Fri 09:00-12:30", WITH_BREAK],
    ["Mon,Wed 09:00-17:00", week([1, 3], NINE_TO_FIVE)],
    ["Mon-Wed, Sat, Sun 09:00-17:00", week([1, 2, 3, 6, 7], NINE_TO_FIVE)],
    ["Mon, Wed 09:00-17:00, Fri, Sat 09:00-17:00", week([1, 3, 5, 6], NINE_TO_FIVE)],
    ["Mon 09:00-12:00 12:00-17:00", week([1], NINE_TO_FIVE)],
  ])("%s are read", (text, expected) => {
    expect(parseBusinessHours(text)).toEqual(expected);
  });

  it.each([
    [""],
    ["Mon-Fri"],
    ["09:00-17:00"],
    ["Mon-Fri 17:00-09:00"],
    ["Mon-Fri 09:00-09:00"],
    ["Mon-Fri 09:00-24:01"],
    ["Mon-Fri 24:00-24:00"],
    ["Mon-Fri 09:60-17:00"],
    ["Mon-Fri 9:00-17:00"],
    ["mon-fri 09:00-17:00"],
    ["Monday-Friday 09:00-17:00"],
    ["Mon-Fri 09:00-17:00,"],
    ["Mon-Fri 09:00-17:00; "],
    ["Mon; Wed 09:00-17:00"],
    ["Mon Wed 09:00-17:00"],
    ["Mon-Fri 09:00-17:00, Fri 09:00-13:00"],
    ["Mon,Mon 09:00-17:00"],
    ["Mon 09:00-17:00 12:00-13:00"],
    ["24/7, Mon 09:00-17:00"],
    ["Mon-Fri09:00-17:00"],
    ["Mon-Fri 09:00-12:0013:00-17:00"],
    ["Mon-Fri 09:00-17:00 Sat"],
  ])("%j are refused", (text) => {
    expect(parseBusinessHours(text)).toBeNull();
  });
});

describe("A holiday as written", () => {
  it.each([["2026-12-25"], ["12-25"], ["2028-02-29"], ["02-29"], ["0001-01-01"]])("%s is read", (text) => {
    expect(isHoliday(text)).toBe(true);
  });

  it.each([
    ["2026-02-29"],
    ["2026-13-01"],
    ["02-30"],
    ["13-01"],
    ["00-10"],
    ["25.12."],
    ["12-25-2026"],
    ["2026-12-25T00:00"],
    ["26-12-25"],
    ["Christmas"],
    [""],
  ])("%j is refused", (text) => {
    expect(isHoliday(text)).toBe(false);
  });
});
