import type { Temporal } from "temporal-polyfill";
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

/** The milliseconds of business time from one moment until another; below zero where the other is earlier. Looks at ten years at most. */
export function businessTimeBetween(from: number, until: number, times: WorkTimes): number {
  if (until < from) return -businessTimeBetween(until, from, times);
  let passed = 0;
  for (const open of openFrom(from, times, 1)) {
    if (open.from >= until) break;
    passed += Math.max(0, Math.min(open.to, until) - Math.max(open.from, from));
  }
  return passed;
}
