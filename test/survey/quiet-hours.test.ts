import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  afterQuietHours,
  isQuiet,
  NO_QUIET_HOURS,
  parseQuietHours,
  type QuietHours,
} from "../../src/survey/quiet-hours.ts";

function quiet(text: string): QuietHours {
  const read = parseQuietHours(text);
  if (!read) throw new Error(`${text} is no span`);
  return read;
}

function quietEnd(at: string, span: string, zone: string): string {
  const moment = afterQuietHours(Date.parse(at), quiet(span), zone);
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toString({ timeZoneName: "never" });
}

describe("Quiet hours as written", () => {
  it("are read as minutes after midnight", () => {
    expect(parseQuietHours("20:00-08:00")).toEqual({ from: 1200, to: 480 });
    expect(parseQuietHours("00:00-23:59")).toEqual({ from: 0, to: 1439 });
    expect(parseQuietHours("23:30-00:00")).toEqual({ from: 1410, to: 0 });
  });

  it("are none when empty", () => {
    expect(parseQuietHours("")).toEqual(NO_QUIET_HOURS);
  });

  it.each([
    ["08:00-08:00"],
    ["24:00-08:00"],
    ["20:00-24:00"],
    ["20:60-08:00"],
    ["8:00-20:00"],
    ["20:00"],
    ["20:00-08:00 "],
    ["20:00 - 08:00"],
    ["20-8"],
    ["none"],
    [" "],
  ])("are refused as %j", (text) => {
    expect(parseQuietHours(text)).toBeNull();
  });
});

describe("A moment", () => {
  it.each([
    ["2026-11-24T19:59:59Z", false],
    ["2026-11-24T20:00:00Z", true],
    ["2026-11-25T00:00:00Z", true],
    ["2026-11-25T07:59:59Z", true],
    ["2026-11-25T08:00:00Z", false],
  ])("%s is quiet over midnight: %s", (at, expected) => {
    expect(isQuiet(Date.parse(at), quiet("20:00-08:00"), "UTC")).toBe(expected);
  });

  it.each([
    ["2026-11-24T11:59:00Z", false],
    ["2026-11-24T12:00:00Z", true],
    ["2026-11-24T13:59:00Z", true],
    ["2026-11-24T14:00:00Z", false],
  ])("%s is quiet at midday: %s", (at, expected) => {
    expect(isQuiet(Date.parse(at), quiet("12:00-14:00"), "UTC")).toBe(expected);
  });

  it("is quiet by the clock of the zone", () => {
    const at = Date.parse("2026-11-24T19:30:00Z");
    expect(isQuiet(at, quiet("20:00-08:00"), "UTC")).toBe(false);
    expect(isQuiet(at, quiet("20:00-08:00"), "Europe/Berlin")).toBe(true);
    expect(isQuiet(at, quiet("20:00-08:00"), "America/Los_Angeles")).toBe(false);
  });

  it("is never quiet without quiet hours", () => {
    expect(isQuiet(0, NO_QUIET_HOURS, "UTC")).toBe(false);
    expect(afterQuietHours(0, NO_QUIET_HOURS, "UTC")).toBe(0);
  });
});

describe("The moment after quiet hours", () => {
  it.each([
    [
      "the moment itself by day",
      "2026-11-24T12:34:56.789Z",
      "20:00-08:00",
      "Europe/Berlin",
      "2026-11-24T13:34:56.789+01:00",
    ],
    [
      "the next morning in the evening",
      "2026-11-24T21:00:00Z",
      "20:00-08:00",
      "Europe/Berlin",
      "2026-11-25T08:00:00+01:00",
    ],
    [
      "the same morning after midnight",
      "2026-11-25T02:00:00Z",
      "20:00-08:00",
      "Europe/Berlin",
      "2026-11-25T08:00:00+01:00",
    ],
    ["the end of a span by day", "2026-11-25T11:30:00Z", "12:00-14:00", "Europe/Berlin", "2026-11-25T14:00:00+01:00"],
    [
      "midnight where they end there",
      "2026-11-25T20:30:00Z",
      "20:00-00:00",
      "Europe/Berlin",
      "2026-11-26T00:00:00+01:00",
    ],
    ["the first of the next year", "2026-12-31T22:00:00Z", "20:00-08:00", "Europe/Berlin", "2027-01-01T08:00:00+01:00"],
    [
      "summer time on the morning it begins",
      "2026-03-28T21:00:00Z",
      "20:00-08:00",
      "Europe/Berlin",
      "2026-03-29T08:00:00+02:00",
    ],
    [
      "winter time on the morning it begins",
      "2026-10-24T21:00:00Z",
      "20:00-08:00",
      "Europe/Berlin",
      "2026-10-25T08:00:00+01:00",
    ],
    [
      "the end of the gap where the end is skipped",
      "2026-03-29T00:30:00Z",
      "20:00-02:30",
      "Europe/Berlin",
      "2026-03-29T03:00:00+02:00",
    ],
    [
      "the end of the gap where they end as it begins",
      "2026-03-29T00:30:00Z",
      "20:00-02:00",
      "Europe/Berlin",
      "2026-03-29T03:00:00+02:00",
    ],
    [
      "a day later where the gap leaves no time between",
      "2026-03-29T00:30:00Z",
      "03:00-02:30",
      "Europe/Berlin",
      "2026-03-30T02:30:00+02:00",
    ],
    [
      "the first repeated end before it",
      "2026-10-25T00:10:00Z",
      "20:00-02:30",
      "Europe/Berlin",
      "2026-10-25T02:30:00+02:00",
    ],
    [
      "the second repeated end between the two",
      "2026-10-25T01:10:00Z",
      "20:00-02:30",
      "Europe/Berlin",
      "2026-10-25T02:30:00+01:00",
    ],
    [
      "the end of the gap of half an hour",
      "2026-10-03T15:00:00Z",
      "20:00-02:15",
      "Australia/Lord_Howe",
      "2026-10-04T02:30:00+11:00",
    ],
    [
      "the second end in the half hour repeated",
      "2026-04-04T15:05:00Z",
      "20:00-01:45",
      "Australia/Lord_Howe",
      "2026-04-05T01:45:00+10:30",
    ],
    [
      "one o'clock where midnight is skipped",
      "2026-09-06T02:00:00Z",
      "20:00-00:00",
      "America/Santiago",
      "2026-09-06T01:00:00-03:00",
    ],
    [
      "one o'clock where half past midnight is skipped",
      "2026-09-06T02:00:00Z",
      "20:00-00:30",
      "America/Santiago",
      "2026-09-06T01:00:00-03:00",
    ],
    [
      "the first midnight that comes where 23 h is repeated",
      "2026-04-05T02:30:00Z",
      "20:00-00:00",
      "America/Santiago",
      "2026-04-05T00:00:00-04:00",
    ],
    [
      "the day after the one that Samoa left out",
      "2011-12-30T09:00:00Z",
      "20:00-08:00",
      "Pacific/Apia",
      "2011-12-31T08:00:00+14:00",
    ],
  ])("is %s", (_, at, span, zone, expected) => {
    expect(quietEnd(at, span, zone)).toBe(expected);
  });

  it("is never quiet, never earlier, within two days, and stays where it is", () => {
    const zones = [
      "UTC",
      "Europe/Berlin",
      "Australia/Lord_Howe",
      "America/Santiago",
      "America/Havana",
      "Asia/Kathmandu",
    ];
    const minute = fc.integer({ min: 0, max: 1439 });
    const span = fc.record({ from: minute, to: minute }).filter(({ from, to }) => from !== to);
    const changes = [
      "2026-03-29T01:00Z",
      "2026-10-25T01:00Z",
      "2026-10-03T15:30Z",
      "2026-04-04T15:00Z",
      "2026-09-06T04:00Z",
    ];
    const nearChange = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -172_800_000, max: 172_800_000 }))
      .map(([change, offset]) => Date.parse(change) + offset);
    const moment = fc.oneof(nearChange, fc.integer({ min: 0, max: Date.parse("2060-01-01") }));
    fc.assert(
      fc.property(moment, span, fc.constantFrom(...zones), (at, hours, zone) => {
        const result = afterQuietHours(at, hours, zone);
        expect(isQuiet(result, hours, zone)).toBe(false);
        expect(result).toBeGreaterThanOrEqual(at);
        expect(result - at).toBeLessThanOrEqual(172_800_000);
        expect(afterQuietHours(result, hours, zone)).toBe(result);
        if (!isQuiet(at, hours, zone)) expect(result).toBe(at);
      }),
      { numRuns: 1_000 },
    );
  });
});
