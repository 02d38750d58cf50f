import { describe, expect, it } from "vitest";
import { readTime, type TimeRule } from "../../adapters/csv/read-time.ts";

const berlin: TimeRule = { zone: "Europe/Berlin", order: null };
const american: TimeRule = { zone: "America/New_York", order: "month-first" };

describe("A time in a file", () => {
  it.each([
    ["2026-11-08T09:30:00Z", "2026-11-08T09:30:00Z"],
    ["2026-11-08T09:30:00+01:00", "2026-11-08T08:30:00Z"],
    ["2026-11-08T09:30:00.25-0500", "2026-11-08T14:30:00.25Z"],
    ["2026-11-08 09:30:00 UTC", "2026-11-08T09:30:00Z"],
    ["2026-11-08 09:30:00", "2026-11-08T08:30:00Z"],
    ["2026-07-08T09:30", "2026-07-08T07:30:00Z"],
    ["2026-11-08", "2026-11-07T23:00:00Z"],
    ["2026/11/10 3:00:00 PM GMT+1", "2026-11-10T14:00:00Z"],
    ["2026/11/10 12:05:00 AM GMT-3:30", "2026-11-10T03:35:00Z"],
    ["Tue Nov 10 2026", "2026-11-09T23:00:00Z"],
    ["Tue Nov 10 2026 15:00:00 GMT+0100 (Central European Standard Time)", "2026-11-10T14:00:00Z"],
    ["Tue, 10 Nov 2026 15:00:00 +0000", "2026-11-10T15:00:00Z"],
    ["Tue Nov 10 15:00:00 UTC 2026", "2026-11-10T15:00:00Z"],
    ["Nov 10th, 2026 at 3:00\u202fPM", "2026-11-10T14:00:00Z"],
    ["10-Nov-26 15:00", "2026-11-10T14:00:00Z"],
    ["10. November 2026, 15:00 Uhr", "2026-11-10T14:00:00Z"],
    ["martes, 10 de noviembre de 2026 15:00", "2026-11-10T14:00:00Z"],
    ["mar. 10 nov. 2026 15:00", "2026-11-10T14:00:00Z"],
    ["10 mars 2026", "2026-03-09T23:00:00Z"],
    ["2026-11-10 3:00:00 p. m.", "2026-11-10T14:00:00Z"],
    ["2026年11月10日 午後3:00", "2026-11-10T14:00:00Z"],
    ["2026-11-10 15:00 America/New_York", "2026-11-10T20:00:00Z"],
    ["08.11.2026", "2026-11-07T23:00:00Z"],
    ["8.11.26 9:05", "2026-11-08T08:05:00Z"],
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
    ["7/2/20 11:00:22", "2020-07-02T15:00:22Z"],
    ["11-08-2026", "2026-11-08T05:00:00Z"],
  ])("%s is read month first as %s", (text, moment) => {
    expect(readTime(text, american)).toBe(Date.parse(moment));
  });

  it.each([
    ...["", "yesterday", "9:30", "2026-02-30", "2026-13-01T00:00:00Z", "2026-11-08T25:00", "45969", "20261108"],
    ...[
      "11/08/2026",
      "10-11-2026",
      "1.79413E+12",
      "46336.375",
      "2026-11-10 15:00 PST",
      "2026-W46-2",
      "13.13.2026",
      "2026-11-08T09:30:00+25:00",
    ],
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
