import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayOf, minuteOf, momentsOf } from "../../src/calendar/local-time.ts";

function moments(day: string, minute: number, zone: string): string[] {
  return momentsOf(Temporal.PlainDate.from(day), minute, zone).map((moment) => new Date(moment).toISOString());
}

describe("A moment on a local clock", () => {
  it("shows the minute and the day of its zone", () => {
    const at = Date.parse("2026-11-24T23:30:59Z");
    expect([minuteOf(at, "UTC"), dayOf(at, "UTC").toString()]).toEqual([1410, "2026-11-24"]);
    expect([minuteOf(at, "Asia/Kathmandu"), dayOf(at, "Asia/Kathmandu").toString()]).toEqual([315, "2026-11-25"]);
  });
});

describe("A minute of a day", () => {
  it.each([
    ["comes once on most days", "2026-11-24", 540, "Europe/Berlin", ["2026-11-24T08:00:00.000Z"]],
    ["may be the next midnight", "2026-11-24", 1440, "Europe/Berlin", ["2026-11-24T23:00:00.000Z"]],
    [
      "comes twice where it is repeated, earliest first",
      "2026-10-25",
      150,
      "Europe/Berlin",
      ["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"],
    ],
    ["is the end of the gap where it is skipped", "2026-03-29", 150, "Europe/Berlin", ["2026-03-29T01:00:00.000Z"]],
    ["is the end of the gap as midnight too", "2026-09-05", 1440, "America/Santiago", ["2026-09-06T04:00:00.000Z"]],
    [
      "is the next day's beginning where the day is left out",
      "2011-12-30",
      540,
      "Pacific/Apia",
      ["2011-12-30T10:00:00.000Z"],
    ],
  ])("%s", (_, day, minute, zone, expected) => {
    expect(moments(day, minute, zone)).toEqual(expected);
  });
});
