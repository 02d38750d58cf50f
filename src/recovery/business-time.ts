import { Temporal } from "temporal-polyfill";
import { dayOf, momentsOf } from "../calendar/local-time.ts";
import type { BusinessHours } from "./business-hours.ts";

/**
 * When a desk works: its hours on a clock in its zone, but for the holidays (`2026-12-25`, or `12-25` in every year).
 *
 * It opens the first time that the clock shows the opening, and closes the first time that the clock shows the closing; what passes
 * in between is business time. So a night at work is an hour shorter when daylight saving begins and an hour longer when it ends,
 * and where an opening is skipped, the desk opens as the clock is put forward.
 */
export interface WorkTimes {
  readonly businessHours: BusinessHours;
  readonly holidays: readonly string[];
  readonly zone: string;
}

/** How far is looked for open hours, in days: ten years. Beyond them the clock counts round. */
const HORIZON = 3_653;

interface Open {
  readonly from: number;
  readonly to: number;
}

function openOn(day: Temporal.PlainDate, { businessHours, holidays, zone }: WorkTimes): Open[] {
  const name = day.toString();
  if (holidays.includes(name) || holidays.includes(name.slice(5))) return [];
  return (businessHours[day.dayOfWeek - 1] ?? [])
    .map((span) => ({ from: momentsOf(day, span.from, zone)[0], to: momentsOf(day, span.to, zone)[0] }))
    .filter(({ from, to }) => from < to);
}

/** What is open around the moment and from there on: later and later, or earlier and earlier. */
function* openFrom(at: number, times: WorkTimes, direction: 1 | -1): Generator<Open> {
  // Where daylight saving puts the clock back over midnight, the day before and the day after are both near.
  const start = dayOf(at, times.zone).subtract({ days: direction });
  for (let passed = 0; passed <= HORIZON; passed += 1) {
    const open = openOn(start.add({ days: direction * passed }), times);
    yield* direction === 1 ? open : open.reverse();
  }
}

/** The moment itself while the desk is open, or its next opening; the moment itself where ten years bring none. */
export function nextBusinessMoment(at: number, times: WorkTimes): number {
  for (const { from, to } of openFrom(at, times, 1)) if (to > at) return Math.max(from, at);
  return at;
}

/** Whether the desk is open; the moment of closing is no longer business time. */
export function isBusinessTime(at: number, times: WorkTimes): boolean {
  for (const { from, to } of openFrom(at, times, 1)) if (to > at) return from <= at;
  return false;
}

/**
 * The moment at which `span` milliseconds of business time have passed since `at`; for a span of nothing, the next moment of business
 * time. A desk that ten years find never open counts round the clock, and so does what ten years do not hold.
 */
export function addBusinessTime(at: number, span: number, times: WorkTimes): number {
  let left = span;
  let last = at;
  for (const { from, to } of openFrom(at, times, 1)) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    if (to - start >= left) return start + left;
    left -= to - start;
    last = to;
  }
  return last + left;
}

/**
 * The last moment from which `span` milliseconds of business time pass until `at`; for a span of nothing, the last moment of business
 * time, or a closing. What ten years do not hold counts round the clock.
 */
export function subtractBusinessTime(at: number, span: number, times: WorkTimes): number {
  let left = span;
  let first = at;
  for (const { from, to } of openFrom(at, times, -1)) {
    if (from >= at) continue;
    const end = Math.min(to, at);
    if (end - from >= left) return end - left;
    left -= end - from;
    first = from;
  }
  return first - left;
}

/** From how many days on a span is counted by its weekdays in place of day by day. */
const LONG = 60;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function openIn(spans: readonly Open[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Days on which a clock is put forward or back, with those beside them: only there a day may be longer or shorter than its clock says. */
function changingDays(first: Temporal.PlainDate, last: Temporal.PlainDate, zone: string): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  const until = last.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  let at = first.subtract({ days: 1 }).toZonedDateTime(zone).getTimeZoneTransition("next");
  while (at !== null && at.epochMilliseconds <= until) {
    const day = at.toPlainDate();
    days.push(day.subtract({ days: 1 }), day, day.add({ days: 1 }));
    at = at.getTimeZoneTransition("next");
  }
  return days;
}

/** The days that the list of holidays names between these years. */
function holidaysBetween(first: number, last: number, holidays: readonly string[]): Temporal.PlainDate[] {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const named = holidays.flatMap((name) => (name.length > 5 ? [name] : years.map((year) => `${year}-${name}`)));
  return named.map((name) => Temporal.PlainDate.from(name)).filter((day, index) => named[index] === day.toString());
}

/** The business time of these days, the last one included, by how often each weekday is among them. */
function businessTimeOf(first: Temporal.PlainDate, last: Temporal.PlainDate, times: WorkTimes): number {
  const days = first.until(last).days + 1;
  const onClock = (day: Temporal.PlainDate) =>
    (times.businessHours[day.dayOfWeek - 1] ?? []).reduce((sum, { from, to }) => sum + (to - from) * MINUTE_MS, 0);
  const week = Array.from({ length: 7 }, (_, index) => first.add({ days: index }));
  const regular = week.reduce((sum, day, index) => sum + onClock(day) * Math.ceil((days - index) / 7), 0);
  const others = [
    ...holidaysBetween(first.year, last.year, times.holidays),
    ...changingDays(first, last, times.zone),
  ].filter((day) => Temporal.PlainDate.compare(day, first) >= 0 && Temporal.PlainDate.compare(day, last) <= 0);
  const once = new Map(others.map((day) => [day.toString(), day]));
  return [...once.values()].reduce((sum, day) => sum + openIn(openOn(day, times)) - onClock(day), regular);
}

function dayByDay(from: number, until: number, times: WorkTimes): number {
  let passed = 0;
  for (const open of openFrom(from, times, 1)) {
    if (open.from >= until) break;
    passed += Math.max(0, Math.min(open.to, until) - Math.max(open.from, from));
  }
  return passed;
}

/** The milliseconds of business time from one moment until another; below zero where the other is earlier. Takes no longer for years than for weeks, and looks at ten of them at most. */
export function businessTimeBetween(from: number, until: number, times: WorkTimes): number {
  if (until < from) return -businessTimeBetween(until, from, times);
  if (until - from < LONG * DAY_MS) return dayByDay(from, until, times);
  const first = dayOf(from, times.zone).add({ days: 2 });
  const end = dayOf(Math.min(until, from + HORIZON * DAY_MS), times.zone).subtract({ days: 1 });
  const [begin] = momentsOf(first, 0, times.zone);
  const [rest] = momentsOf(end, 0, times.zone);
  const whole = businessTimeOf(first, end.subtract({ days: 1 }), times);
  return dayByDay(from, begin, times) + whole + dayByDay(rest, Math.min(until, from + HORIZON * DAY_MS), times);
}
