import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addBusinessTime, type BusinessHours, parseBusinessHours } from "../../src/recovery/business-hours.ts";

const HOUR = 3_600_000;

function hours(text: string): BusinessHours {
  const read = parseBusinessHours(text);
  if (!read) throw new Error(`${text} are no business hours`);
  return read;
}

function endOf(at: string, span: number, week: string, zone: string): string {
  const moment = addBusinessTime(Date.parse(at), span, hours(week), zone);
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toString({ timeZoneName: "never" });
}

describe("Business hours as written", () => {
  it.each([
    ["Mon-Fri 09:00-17:00", { days: [1, 2, 3, 4, 5], from: 540, to: 1020 }],
    ["Sat 10:00-14:30", { days: [6], from: 600, to: 870 }],
    ["Sun-Thu 08:00-16:00", { days: [7, 1, 2, 3, 4], from: 480, to: 960 }],
    ["Fri-Mon 09:00-17:00", { days: [5, 6, 7, 1], from: 540, to: 1020 }],
    ["Mon-Sun 00:00-24:00", { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440 }],
    ["Mon-Mon 09:00-17:00", { days: [1], from: 540, to: 1020 }],
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
    ["Mon-Fri 09:00-17:00 "],
  ])("%j are refused", (text) => {
    expect(parseBusinessHours(text)).toBeNull();
  });
});

describe("Business time added", () => {
  const WEEK = "Mon-Fri 09:00-17:00";
  it.each([
    ["counts on within the day", "2026-11-24T09:30:00Z", 2 * HOUR, "2026-11-24T11:30:00+00:00"],
    ["may end as the day ends", "2026-11-24T09:00:00Z", 8 * HOUR, "2026-11-24T17:00:00+00:00"],
    ["goes on the next morning", "2026-11-24T16:00:00Z", 2 * HOUR, "2026-11-25T10:00:00+00:00"],
    ["starts in the morning when asked before", "2026-11-24T03:00:00Z", HOUR, "2026-11-24T10:00:00+00:00"],
    ["starts the next morning when asked after", "2026-11-24T17:00:00Z", HOUR, "2026-11-25T10:00:00+00:00"],
    ["leaves out the weekend", "2026-11-27T16:00:00Z", 2 * HOUR, "2026-11-30T10:00:00+00:00"],
    ["starts on Monday when asked on Saturday", "2026-11-28T12:00:00Z", HOUR, "2026-11-30T10:00:00+00:00"],
    ["of 24 hours is three such days", "2026-11-24T12:00:00Z", 24 * HOUR, "2026-11-27T12:00:00+00:00"],
    ["of nothing is the moment itself when open", "2026-11-24T12:00:00Z", 0, "2026-11-24T12:00:00+00:00"],
    ["of nothing is the next opening when closed", "2026-11-28T12:00:00Z", 0, "2026-11-30T09:00:00+00:00"],
    ["of one second is one second", "2026-11-24T12:00:00Z", 1_000, "2026-11-24T12:00:01+00:00"],
  ])("%s", (_, at, span, expected) => {
    expect(endOf(at, span, WEEK, "UTC")).toBe(expected);
  });

  it.each([
    [
      "opens by the clock after spring's change",
      "2026-03-27T15:00:00Z",
      2 * HOUR,
      WEEK,
      "Europe/Berlin",
      "2026-03-30T10:00:00+02:00",
    ],
    [
      "opens by the clock after autumn's change",
      "2026-10-23T14:00:00Z",
      2 * HOUR,
      WEEK,
      "Europe/Berlin",
      "2026-10-26T10:00:00+01:00",
    ],
    [
      "has an hour less on spring's long night",
      "2026-03-28T23:00:00Z",
      3 * HOUR,
      "Sun 00:00-24:00",
      "Europe/Berlin",
      "2026-03-29T04:00:00+02:00",
    ],
    [
      "has an hour more on autumn's",
      "2026-10-24T22:00:00Z",
      3 * HOUR,
      "Sun 00:00-24:00",
      "Europe/Berlin",
      "2026-10-25T02:00:00+01:00",
    ],
    [
      "counts a day without a break round the clock",
      "2026-10-24T12:00:00Z",
      24 * HOUR,
      "Mon-Sun 00:00-24:00",
      "Europe/Berlin",
      "2026-10-25T13:00:00+01:00",
    ],
    [
      "starts at the end of the gap where opening is skipped",
      "2026-03-28T23:00:00Z",
      HOUR,
      "Sun 02:30-10:00",
      "Europe/Berlin",
      "2026-03-29T04:00:00+02:00",
    ],
    [
      "finds no time in hours wholly skipped",
      "2026-03-28T23:00:00Z",
      HOUR,
      "Sun 02:00-03:00",
      "Europe/Berlin",
      "2026-04-05T03:00:00+02:00",
    ],
    [
      "has half an hour less at Lord Howe in spring",
      "2026-10-03T13:30:00Z",
      3 * HOUR,
      "Sun 00:00-24:00",
      "Australia/Lord_Howe",
      "2026-10-04T03:30:00+11:00",
    ],
    [
      "has half an hour more there in autumn",
      "2026-04-04T13:00:00Z",
      3 * HOUR,
      "Sun 00:00-24:00",
      "Australia/Lord_Howe",
      "2026-04-05T02:30:00+10:30",
    ],
    [
      "starts at one where Santiago skips midnight",
      "2026-09-05T20:00:00Z",
      HOUR,
      "Sun 00:00-24:00",
      "America/Santiago",
      "2026-09-06T02:00:00-03:00",
    ],
    [
      "ends at one where Santiago skips midnight",
      "2026-09-05T20:00:00Z",
      9 * HOUR,
      "Sat-Sun 00:00-24:00",
      "America/Santiago",
      "2026-09-06T02:00:00-03:00",
    ],
    [
      "passes the hour that Santiago repeats before midnight",
      "2026-04-05T02:30:00Z",
      2 * HOUR,
      "Sat-Sun 00:00-24:00",
      "America/Santiago",
      "2026-04-05T00:30:00-04:00",
    ],
  ])("%s", (_, at, span, week, zone, expected) => {
    expect(endOf(at, span, week, zone)).toBe(expected);
  });

  it("never ends before it could, never outside the hours, and later for a longer span", () => {
    const weeks = [WEEK, "Sun 02:30-10:00", "Mon-Sun 00:00-24:00", "Fri-Mon 08:15-12:45"].map(hours);
    const zones = ["UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago"];
    const moment = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2028-01-01") });
    const span = fc.integer({ min: 0, max: 100 * HOUR });
    fc.assert(
      fc.property(moment, span, fc.constantFrom(...weeks), fc.constantFrom(...zones), (at, length, week, zone) => {
        const end = addBusinessTime(at, length, week, zone);
        expect(end - at).toBeGreaterThanOrEqual(length);
        const before = Temporal.Instant.fromEpochMilliseconds(end - 1).toZonedDateTimeISO(zone);
        if (length > 0) expect(week.days).toContain(before.dayOfWeek);
        expect(addBusinessTime(at, length + 1_000, week, zone)).toBeGreaterThan(end);
      }),
    );
  });

  it("adds up: one span after another is both at once", () => {
    const moment = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2028-01-01") });
    const span = fc.integer({ min: 1, max: 60 * HOUR });
    fc.assert(
      fc.property(moment, span, span, (at, first, second) => {
        const add = (from: number, length: number) => addBusinessTime(from, length, hours(WEEK), "Europe/Berlin");
        expect(add(add(at, first), second)).toBe(add(at, first + second));
      }),
    );
  });
});
