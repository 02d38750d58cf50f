import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { PAST_WEEKS } from "../../src/digest/history.ts";
import {
  isWithin,
  lastFinishedWeek,
  parseWeek,
  quarterNumber,
  shiftedWeek,
  weekNumber,
  weekOf,
  weeksUpTo,
  windowOf,
} from "../../src/digest/week.ts";
import { vectors } from "./vectors.ts";

const HOUR = 3_600_000;
const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo"];
const moment = fc.integer({ min: Date.parse("1990-01-01T00:00:00Z"), max: Date.parse("2090-01-01T00:00:00Z") });

describe("A week", () => {
  it.each(vectors.isoWeeks.map((vector) => [vector.instant, vector.zone, vector] as const))(
    "of %s in %s is the one of the vector, with its window and hours",
    (instant, zone, vector) => {
      const week = weekOf(Date.parse(instant), zone);
      const { from, to } = windowOf(week, zone);
      expect(week).toBe(vector.isoWeek);
      expect([from, to]).toEqual([Date.parse(vector.weekStart), Date.parse(vector.weekEndExclusive)]);
      expect((to - from) / HOUR).toBe(vector.hours);
    },
  );

  it("is 167.5 and 168.5 hours long where the clock moves by half an hour", () => {
    const hours = (week: string) => {
      const { from, to } = windowOf(week, "Australia/Lord_Howe");
      return (to - from) / HOUR;
    };
    expect([hours("2026-W14"), hours("2026-W40")]).toEqual([168.5, 167.5]);
  });

  it("begins after the gap where its midnight does not exist", () => {
    expect(windowOf("2021-W12", "Asia/Tehran").from).toBe(Date.parse("2021-03-22T01:00:00+04:30"));
    expect(windowOf("2009-W23", "Africa/Casablanca").from).toBe(Date.parse("2009-06-01T01:00:00+01:00"));
  });

  it("holds every moment exactly once: windows follow each other without gap or overlap", () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...ZONES), (at, zone) => {
        const week = weekOf(at, zone);
        expect(isWithin(at, windowOf(week, zone))).toBe(true);
        expect(windowOf(shiftedWeek(week, 1), zone).from).toBe(windowOf(week, zone).to);
        expect(isWithin(windowOf(week, zone).to, windowOf(week, zone))).toBe(false);
      }),
    );
  });

  it("is read from its label only where it exists", () => {
    expect(parseWeek("2026-W53")).toBe("2026-W53");
    for (const text of ["2025-W53", "2026-W00", "2026-W54", "2026-W5", "2026W46", "2026-w46", " 2026-W46", "", "46"])
      expect(parseWeek(text)).toBeNull();
    expect(() => windowOf("2025-W53", "UTC")).toThrow('"2025-W53" is not an ISO week such as 2026-W46');
  });

  it("is labelled with the year its Thursday lies in", () => {
    expect(weekOf(Date.parse("2027-01-01T12:00:00Z"), "UTC")).toBe("2026-W53");
    expect(weekOf(Date.parse("2024-12-30T12:00:00Z"), "UTC")).toBe("2025-W01");
  });
});

describe("The last finished week", () => {
  it("changes with Monday's first moment in the zone", () => {
    const monday = Date.parse("2026-11-15T23:00:00Z");
    expect(lastFinishedWeek(monday - 1, "Europe/Berlin")).toBe("2026-W45");
    expect(lastFinishedWeek(monday, "Europe/Berlin")).toBe("2026-W46");
    expect(lastFinishedWeek(monday, "UTC")).toBe("2026-W45");
  });
});

describe("Weeks in a row", () => {
  it("run over the end of a long year", () => {
    expect(weeksUpTo("2027-W01", 3)).toEqual(["2026-W52", "2026-W53", "2027-W01"]);
    expect(weeksUpTo("2027-W01", 0)).toEqual([]);
  });

  it("are numbered one higher each, and back again", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -600, max: 600 }), (at, weeks) => {
        const week = weekOf(at, "UTC");
        expect(weekNumber(shiftedWeek(week, weeks)) - weekNumber(week)).toBe(weeks);
        expect(shiftedWeek(shiftedWeek(week, weeks), -weeks)).toBe(week);
      }),
    );
  });

  it("are those of the calendar, from the first year on", () => {
    for (const first of ["0001-01-01", "0098-12-20", "1969-12-20", "9998-12-20"])
      for (let day = Temporal.PlainDate.from(first), left = 400; left > 0; left -= 1, day = day.add({ days: 1 })) {
        const { yearOfWeek = 0, weekOfYear = 0 } = day;
        const label = `${String(yearOfWeek).padStart(4, "0")}-W${String(weekOfYear).padStart(2, "0")}`;
        expect(weekOf(day.toZonedDateTime("UTC").epochMilliseconds, "UTC")).toBe(label);
      }
  });

  it("belong to the quarter of their Thursday", () => {
    expect(quarterNumber("2026-W14") - quarterNumber("2026-W13")).toBe(1);
    expect(quarterNumber("2026-W53")).toBe(quarterNumber("2026-W40"));
    expect(quarterNumber("2027-W01") - quarterNumber("2026-W53")).toBe(1);
  });

  it("of the last calendar quarter are all among the weeks that a digest looks back on", () => {
    for (const week of weeksUpTo("2036-W01", 600))
      expect(quarterNumber(shiftedWeek(week, -PAST_WEEKS - 1))).toBeLessThan(quarterNumber(week) - 1);
  });
});
