import { describe, expect, it } from "vitest";
import { readTime } from "../../adapters/csv/read-time.ts";

const berlin = { zone: "Europe/Berlin", isMonthFirst: false };
const american = { zone: "America/New_York", isMonthFirst: true };

describe("A time in a file", () => {
  it.each([
    ["2026-11-08T09:30:00Z", "2026-11-08T09:30:00Z"],
    ["2026-11-08T09:30:00+01:00", "2026-11-08T08:30:00Z"],
    ["2026-11-08T09:30:00.25-0500", "2026-11-08T14:30:00.25Z"],
    ["2026-11-08 09:30:00 UTC", "2026-11-08T09:30:00Z"],
    ["2026-11-08 09:30:00", "2026-11-08T08:30:00Z"],
    ["2026-07-08T09:30", "2026-07-08T07:30:00Z"],
    ["2026-11-08", "2026-11-07T23:00:00Z"],
    ["1794130200", "2026-11-08T09:30:00Z"],
    ["1794130200250", "2026-11-08T09:30:00.25Z"],
  ])("%s is read in Berlin as %s", (text, moment) => {
    expect(readTime(text, berlin)).toBe(Date.parse(moment));
  });

  it.each([
    ["11/08/2026 9:30:05 AM", "2026-11-08T14:30:05Z"],
    ["11/08/2026 12:05 AM", "2026-11-08T05:05:00Z"],
    ["11/8/2026 12:05 PM", "2026-11-08T17:05:00Z"],
    ["07/31/2026 21:00:00", "2026-08-01T01:00:00Z"],
    ["11/08/2026", "2026-11-08T05:00:00Z"],
  ])("%s is read month first as %s", (text, moment) => {
    expect(readTime(text, american)).toBe(Date.parse(moment));
  });

  it.each([
    ...[
      "",
      "yesterday",
      "9:30",
      "2026-02-30",
      "2026-13-01T00:00:00Z",
      "2026-11-08T25:00",
      "08.11.2026",
      "45969",
      "20261108",
    ],
    ...["11/08/2026", "2026-11-08T09:30:00+25:00"],
  ])("%j is none", (text) => {
    expect(readTime(text, berlin)).toBeNull();
  });

  it.each(["13/01/2026", "02/30/2026", "11/08/2026 13:00 PM", "11/08/2026 0:30 AM"])(
    "%s is none month first",
    (text) => {
      expect(readTime(text, american)).toBeNull();
    },
  );

  it("that daylight saving leaves out is the moment by the clock before the change", () => {
    expect(readTime("2026-03-29 02:30", berlin)).toBe(Date.parse("2026-03-29T01:30:00Z"));
  });
});
