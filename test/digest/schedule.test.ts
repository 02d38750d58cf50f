import { describe, expect, it } from "vitest";
import { lastMomentOf } from "../../src/calendar/weekly.ts";
import { dueDigest } from "../../src/digest/schedule.ts";

const at = (text: string) => Date.parse(text);
const iso = (moment: number) => new Date(moment).toISOString();

describe("The last moment of a weekly time", () => {
  it.each([
    ["the same minute", "Mon 09:00", "2026-11-16T08:00:00Z", "Europe/Berlin", "2026-11-16T08:00:00.000Z"],
    ["a moment before it", "Mon 09:00", "2026-11-16T07:59:59Z", "Europe/Berlin", "2026-11-09T08:00:00.000Z"],
    ["days later", "Mon 09:00", "2026-11-21T12:00:00Z", "Europe/Berlin", "2026-11-16T08:00:00.000Z"],
    ["on Sunday", "Mon 09:00", "2026-11-22T22:59:00Z", "Europe/Berlin", "2026-11-16T08:00:00.000Z"],
    ["after the clocks went back", "Mon 09:00", "2026-10-26T08:00:00Z", "Europe/Berlin", "2026-10-26T08:00:00.000Z"],
    ["before the clocks went back", "Mon 09:00", "2026-10-25T23:00:00Z", "Europe/Berlin", "2026-10-19T07:00:00.000Z"],
    ["after the clocks went forward", "Mon 09:00", "2026-03-30T07:00:00Z", "Europe/Berlin", "2026-03-30T07:00:00.000Z"],
    ["a time that is skipped", "Sun 02:30", "2026-03-29T12:00:00Z", "Europe/Berlin", "2026-03-29T01:00:00.000Z"],
    ["a time that comes twice", "Sun 02:30", "2026-10-25T12:00:00Z", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["where the day is another", "Mon 09:00", "2026-11-15T23:00:00Z", "Pacific/Auckland", "2026-11-15T20:00:00.000Z"],
  ])("is right %s", (_, weekly, now, zone, expected) => {
    expect(iso(lastMomentOf(weekly, at(now), zone))).toBe(expected);
  });
});

describe("The digest that is due", () => {
  it.each([
    ["Mon 09:00", "2026-11-16T08:00:00Z", "2026-W46"],
    ["Mon 09:00", "2026-11-16T07:00:00Z", "2026-W45"],
    ["Mon 00:00", "2026-11-15T23:00:00Z", "2026-W46"],
    ["Sun 23:59", "2026-11-16T08:00:00Z", "2026-W45"],
    ["Fri 16:00", "2026-11-20T15:00:00Z", "2026-W46"],
    ["Mon 09:00", "2027-01-04T08:00:00Z", "2026-W53"],
  ])("posted %s is at %s that of %s", (post, now, week) => {
    expect(dueDigest(post, at(now), "Europe/Berlin").week).toBe(week);
  });
});
