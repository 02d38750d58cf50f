import { Temporal } from "temporal-polyfill";
import { dayOf } from "../calendar/local-time.ts";

/** A stretch of time in milliseconds since 1970, `from` included and `to` not. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** What a week must look like, for error sentences. */
export const WEEK_FORM = "an ISO week such as 2026-W46";

const LABEL = /^(\d{4})-W(\d{2})$/;

const DAY_MS = 86_400_000;

/** Days are counted from 1 January 1970, so that weeks are found by whole numbers alone: a digest asks for hundreds of them. */
function dayOfYear(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day) / DAY_MS;
}

function yearOfDay(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** The Monday of that day's week. */
function mondayBefore(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** Label of the week that begins with that Monday. Its Thursday has its year, and week 1 is the one with 4 January in it (ISO 8601). */
function labelFrom(monday: number): string {
  const year = yearOfDay(monday + 3);
  const first = mondayBefore(dayOfYear(year, 0, 4));
  return `${String(year).padStart(4, "0")}-W${String((monday - first) / 7 + 1).padStart(2, "0")}`;
}

/** The Monday of that week; null where no such week exists. */
function mondayOf(text: string): number | null {
  const match = LABEL.exec(text);
  if (!match || match[1] === "0000") return null;
  const monday = mondayBefore(dayOfYear(Number(match[1]), 0, 4)) + 7 * (Number(match[2]) - 1);
  return labelFrom(monday) === text ? monday : null;
}

function knownMonday(week: string): number {
  const monday = mondayOf(week);
  if (monday === null) throw new RangeError(`"${week}" is not ${WEEK_FORM}`);
  return monday;
}

/** Nothing can have been said in earlier years. */
const FIRST_YEAR = 1970;

/** The label where the text is one of a week that exists, else null: `2026-W53` does, `2025-W53` does not. None is taken before 1970. */
export function parseWeek(text: string): string | null {
  const monday = mondayOf(text);
  return monday === null || Number(text.slice(0, 4)) < FIRST_YEAR ? null : text;
}

/** Label of the ISO week in which that moment falls, by the calendar of the zone. */
export function weekOf(at: number, zone: string): string {
  const { year, month, day } = dayOf(at, zone);
  return labelFrom(mondayBefore(dayOfYear(year, month - 1, day)));
}

/** The week so many weeks later; earlier where negative. */
export function shiftedWeek(week: string, weeks: number): string {
  return labelFrom(knownMonday(week) + 7 * weeks);
}

/** The weeks that end with this one, oldest first. */
export function weeksUpTo(week: string, count: number): string[] {
  const monday = knownMonday(week);
  return Array.from({ length: count }, (_, index) => labelFrom(monday + 7 * (index - count + 1)));
}

/** The last week that is over at that moment. */
export function lastFinishedWeek(now: number, zone: string): string {
  return shiftedWeek(weekOf(now, zone), -1);
}

/** Most beginnings of days that are remembered: a zone's calendar takes long to ask, and the same weeks are asked for again and again. */
const MOST_REMEMBERED = 4_096;
const STARTS = new Map<string, number>();

function startOf(day: number, zone: string): number {
  const key = `${day} ${zone}`;
  const known = STARTS.get(key);
  if (known !== undefined) return known;
  const date = Temporal.PlainDate.from("1970-01-01").add({ days: day });
  const start = date.toZonedDateTime(zone).epochMilliseconds;
  if (STARTS.size >= MOST_REMEMBERED) STARTS.clear();
  STARTS.set(key, start);
  return start;
}

/** From the first moment of Monday to the first moment of the next, in the zone: 167 or 169 hours where daylight saving changes. */
export function windowOf(week: string, zone: string): Window {
  const monday = knownMonday(week);
  return { from: startOf(monday, zone), to: startOf(monday + 7, zone) };
}

/** Whether the moment lies in the window. */
export function isWithin(at: number | null, { from, to }: Window): at is number {
  return at !== null && at >= from && at < to;
}

/** The Monday from which weeks are numbered. */
const FIRST_MONDAY = 4;

/** A number that is one higher each week. */
export function weekNumber(week: string): number {
  return (knownMonday(week) - FIRST_MONDAY) / 7;
}

/** The calendar quarter that holds the week's Thursday, as a number one higher each quarter. */
export function quarterNumber(week: string): number {
  const thursday = knownMonday(week) + 3;
  return yearOfDay(thursday) * 4 + Math.floor(new Date(thursday * DAY_MS).getUTCMonth() / 3);
}
