import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { parseBusinessHours } from "../../src/recovery/business-hours.ts";
import {
  addBusinessTime,
  businessTimeBetween,
  isBusinessTime,
  nextBusinessMoment,
  subtractBusinessTime,
  type WorkTimes,
} from "../../src/recovery/business-time.ts";

const HOUR = 3_600_000;

function timesOf(text: string, zone = "UTC", ...holidays: string[]): WorkTimes {
  const businessHours = parseBusinessHours(text);
  if (!businessHours) throw new Error(`${text} are no business hours`);
  return { businessHours, holidays, zone };
}

const shown = (moment: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toString({ timeZoneName: "never" });

function endOf(at: string, span: number, week: string, zone: string, ...holidays: string[]): string {
  return shown(addBusinessTime(Date.parse(at), span, timesOf(week, zone, ...holidays)), zone);
}

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
    ["of nothing at the closing is the next opening", "2026-11-24T17:00:00Z", 0, "2026-11-25T09:00:00+00:00"],
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
});

const BREAK = "Mon-Thu 09:00-12:30 13:30-18:00, Fri 09:00-13:00";

describe("Breaks and holidays", () => {
  it.each<[string, string, number, string, string[], string]>([
    ["a break does not count", "2026-11-24T12:00:00Z", HOUR, BREAK, [], "2026-11-24T14:00:00+00:00"],
    ["a short Friday ends early", "2026-11-27T12:00:00Z", 2 * HOUR, BREAK, [], "2026-11-30T10:00:00+00:00"],
    [
      "a holiday is left out",
      "2026-12-24T16:00:00Z",
      2 * HOUR,
      "Mon-Fri 09:00-17:00",
      ["2026-12-25"],
      "2026-12-28T10:00:00+00:00",
    ],
    [
      "one of every year comes again",
      "2029-12-24T16:00:00Z",
      2 * HOUR,
      "Mon-Fri 09:00-17:00",
      ["12-25", "12-26"],
      "2029-12-27T10:00:00+00:00",
    ],
    [
      "one of one year does not",
      "2029-12-24T16:00:00Z",
      2 * HOUR,
      "Mon-Fri 09:00-17:00",
      ["2026-12-25"],
      "2029-12-25T10:00:00+00:00",
    ],
    [
      "a leap day is one in leap years",
      "2028-02-28T16:00:00Z",
      2 * HOUR,
      "24/7",
      ["02-29"],
      "2028-02-28T18:00:00+00:00",
    ],
    ["a leap day is left out", "2028-02-28T23:00:00Z", 2 * HOUR, "24/7", ["02-29"], "2028-03-01T01:00:00+00:00"],
  ])("%s", (_, at, span, week, holidays, expected) => {
    expect(endOf(at, span, week, "UTC", ...holidays)).toBe(expected);
  });

  it("a holiday is a day of the desk's zone", () => {
    expect(endOf("2026-12-24T22:30:00Z", HOUR, "24/7", "Europe/Berlin", "2026-12-25")).toBe(
      "2026-12-26T00:30:00+01:00",
    );
    expect(endOf("2026-12-25T04:30:00Z", HOUR, "24/7", "America/New_York", "2026-12-25")).toBe(
      "2026-12-26T00:30:00-05:00",
    );
  });
});

describe("A desk that is hardly ever open", () => {
  const at = Date.parse("2026-11-24T12:00:00Z");
  const everyDay = Array.from({ length: 366 }, (_, index) =>
    Temporal.PlainDate.from("2028-01-01").add({ days: index }).toString().slice(5),
  );
  it("counts round the clock where every day is a holiday, there and back", () => {
    const never = timesOf("Mon-Fri 09:00-17:00", "UTC", ...everyDay);
    expect(addBusinessTime(at, 24 * HOUR, never)).toBe(at + 24 * HOUR);
    expect(subtractBusinessTime(at, 24 * HOUR, never)).toBe(at - 24 * HOUR);
    expect(nextBusinessMoment(at, never)).toBe(at);
    expect(isBusinessTime(at, never)).toBe(false);
    expect(businessTimeBetween(at, at + 24 * HOUR, never)).toBe(0);
  });

  it("takes ten years of a span at most, and holds the rest round the clock", () => {
    const seldom = timesOf("Mon 09:00-10:00");
    expect(shown(addBusinessTime(at, 52 * HOUR, seldom), "UTC")).toBe("2027-11-22T10:00:00+00:00");
    const end = addBusinessTime(at, 10_000 * HOUR, seldom);
    expect(end).toBeGreaterThan(at + 10_000 * HOUR);
    expect(end).toBeLessThan(Date.parse("2038-06-01"));
  });
});

describe("The other questions about business time", () => {
  const week = timesOf(BREAK, "Europe/Berlin", "2026-12-25");
  it.each([
    ["in the morning before opening", "2026-11-24T07:00:00Z", false, "2026-11-24T09:00:00+01:00"],
    ["at the opening", "2026-11-24T08:00:00Z", true, "2026-11-24T09:00:00+01:00"],
    ["as the break begins", "2026-11-24T11:30:00Z", false, "2026-11-24T13:30:00+01:00"],
    ["after the break", "2026-11-24T12:45:00Z", true, "2026-11-24T13:45:00+01:00"],
    ["on a Friday afternoon", "2026-11-27T14:00:00Z", false, "2026-11-30T09:00:00+01:00"],
    ["on a holiday", "2026-12-25T10:00:00Z", false, "2026-12-28T09:00:00+01:00"],
  ])("%s", (_, at, isOpen, next) => {
    expect(isBusinessTime(Date.parse(at), week)).toBe(isOpen);
    expect(shown(nextBusinessMoment(Date.parse(at), week), "Europe/Berlin")).toBe(next);
  });

  it.each([
    ["within the day", "2026-11-24T15:00:00Z", HOUR, "2026-11-24T15:00:00+01:00"],
    ["over the break", "2026-11-24T13:00:00Z", HOUR, "2026-11-24T12:00:00+01:00"],
    ["over the weekend", "2026-11-30T09:00:00Z", 2 * HOUR, "2026-11-27T12:00:00+01:00"],
    ["as far as the opening", "2026-11-27T12:00:00Z", 4 * HOUR, "2026-11-27T09:00:00+01:00"],
    ["over a holiday", "2026-12-28T09:00:00Z", 3 * HOUR, "2026-12-24T16:00:00+01:00"],
    ["nothing, from the middle of the night", "2026-11-24T03:00:00Z", 0, "2026-11-23T18:00:00+01:00"],
    ["over the night that is an hour longer", "2026-10-26T09:00:00Z", 2 * HOUR, "2026-10-23T12:00:00+02:00"],
  ])("is taken away %s", (_, at, span, expected) => {
    expect(shown(subtractBusinessTime(Date.parse(at), span, week), "Europe/Berlin")).toBe(expected);
  });

  it.each([
    ["a week of its hours", "2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z", BREAK, "Europe/Berlin", 36],
    ["a round day in spring", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", "24/7", "America/New_York", 23],
    ["a round day in autumn", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", "24/7", "America/New_York", 25],
    [
      "a day at work over spring's change",
      "2026-03-08T05:00:00Z",
      "2026-03-09T04:00:00Z",
      "Sun 09:00-17:00",
      "America/New_York",
      8,
    ],
    [
      "a night in which midnight is skipped",
      "2026-03-28T20:00:00Z",
      "2026-03-29T03:00:00Z",
      "Sat-Sun 20:00-24:00, Sun 00:00-04:00",
      "Asia/Beirut",
      5,
    ],
    [
      "a night in which the hour before midnight comes twice",
      "2026-10-24T17:00:00Z",
      "2026-10-25T02:00:00Z",
      "Sat-Sun 20:00-24:00, Sun 00:00-04:00",
      "Asia/Beirut",
      9,
    ],
    ["a closed night", "2026-11-24T18:00:00Z", "2026-11-25T08:00:00Z", "Mon-Fri 09:00-17:00", "UTC", 0],
  ])("%s is counted between two moments", (_, from, until, text, zone, hours) => {
    const times = timesOf(text, zone);
    expect(businessTimeBetween(Date.parse(from), Date.parse(until), times)).toBe(hours * HOUR);
    expect(businessTimeBetween(Date.parse(until), Date.parse(from), times)).toBe(-hours * HOUR);
  });
});

describe("For any desk, moment and span", () => {
  const desks = [
    timesOf("Mon-Fri 09:00-17:00", "Europe/Berlin", "12-25", "2026-03-30"),
    timesOf(BREAK, "America/New_York", "07-03", "2026-11-02"),
    timesOf("Sun 02:30-10:00", "Europe/Berlin"),
    timesOf("24/7", "Asia/Beirut", "2026-03-29"),
    timesOf("Fri-Mon 08:15-12:45, Sat 22:00-24:00; Sun 00:00-02:00", "America/Santiago"),
    timesOf("Mon-Sun 00:00-24:00", "Australia/Lord_Howe"),
  ];
  const moments = [
    "2026-03-08T06:30Z",
    "2026-11-01T05:30Z",
    "2026-03-29T00:30Z",
    "2026-10-25T00:30Z",
    "2026-04-05T02:30Z",
    "2026-09-06T03:30Z",
    "2026-10-24T20:30Z",
    "2026-03-28T21:30Z",
  ].map((text) => Date.parse(text));
  const YEAR = { min: Date.parse("2026-01-01"), max: Date.parse("2027-03-01") };
  const near = fc
    .tuple(fc.constantFrom(...moments), fc.integer({ min: -60 * HOUR, max: 60 * HOUR }))
    .map(([moment, off]) => moment + off);
  const moment = fc.oneof(fc.integer(YEAR), near);
  const span = fc.integer({ min: 1, max: 60 * HOUR });
  const desk = fc.constantFrom(...desks);

  /** Whether the clock on the wall shows an hour of the desk's. */
  function showsWork(at: number, { businessHours, holidays, zone }: WorkTimes): boolean {
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    const day = local.toPlainDate().toString();
    const minute = local.hour * 60 + local.minute;
    const isOpen = businessHours[local.dayOfWeek - 1]?.some(({ from, to }) => minute >= from && minute < to) ?? false;
    return isOpen && !holidays.includes(day) && !holidays.includes(day.slice(5));
  }

  it("business time is what the clock on the wall shows, where no opening or closing falls into an hour that comes twice", () => {
    const clear = fc.constantFrom(...desks.filter((_, index) => index !== 2));
    fc.assert(
      fc.property(moment, clear, (at, times) => {
        expect(isBusinessTime(at, times)).toBe(showsWork(at, times));
      }),
    );
  });

  it("an end is open until it comes, never sooner than it can be, and later for a longer span or a later beginning", () => {
    fc.assert(
      fc.property(moment, span, fc.integer({ min: 1, max: 90 * HOUR }), desk, (at, length, more, times) => {
        const end = addBusinessTime(at, length, times);
        expect(end - at).toBeGreaterThanOrEqual(length);
        expect(isBusinessTime(end - 1, times)).toBe(true);
        expect(addBusinessTime(at, length + more, times)).toBeGreaterThan(end);
        expect(addBusinessTime(at + more, length, times)).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  it("one span after another is both at once, forward and back", () => {
    fc.assert(
      fc.property(moment, span, span, desk, (at, first, second, times) => {
        const add = (from: number, length: number) => addBusinessTime(from, length, times);
        const takeAway = (from: number, length: number) => subtractBusinessTime(from, length, times);
        expect(add(add(at, first), second)).toBe(add(at, first + second));
        expect(takeAway(takeAway(at, first), second)).toBe(takeAway(at, first + second));
      }),
    );
  });

  it("what is added lies between, and taking it away leads back", () => {
    fc.assert(
      fc.property(moment, span, desk, (at, length, times) => {
        const end = addBusinessTime(at, length, times);
        expect(businessTimeBetween(at, end, times)).toBe(length);
        const start = subtractBusinessTime(at, length, times);
        expect(businessTimeBetween(start, at, times)).toBe(length);
        const open = nextBusinessMoment(at, times);
        expect(isBusinessTime(open, times)).toBe(true);
        expect(subtractBusinessTime(addBusinessTime(open, length, times), length, times)).toBe(open);
      }),
    );
  });

  it("what lies between two moments is what lies on either side of one between them", () => {
    fc.assert(
      fc.property(moment, fc.nat(300 * HOUR), fc.nat(300 * HOUR), desk, (at, first, second, times) => {
        const between = (from: number, until: number) => businessTimeBetween(from, until, times);
        const [middle, end] = [at + first, at + first + second];
        expect(between(at, middle) + between(middle, end)).toBe(between(at, end));
      }),
    );
  });

  it("what lies between moments years apart is what lies in their months", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 60, max: 1_500 }), desk, (at, days, times) => {
        const month = 30 * 24 * HOUR;
        const until = at + days * 24 * HOUR + (at % HOUR);
        let sum = 0;
        for (let from = at; from < until; from += month)
          sum += businessTimeBetween(from, Math.min(until, from + month), times);
        expect(businessTimeBetween(at, until, times)).toBe(sum);
      }),
      { numRuns: 15 },
    );
  });
});
