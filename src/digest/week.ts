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

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const FIRST_MONDAY = Date.UTC(1970, 0, 5);
const FIRST_WEEK = new Temporal.PlainDate(1970, 1, 5);

/** The day's beginning in UTC. `Date.UTC` would take the years up to 99 for those of the last century. */
function startOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** The number of the week with that moment in it, by UTC: 0 for the first whole week of 1970. */
function numberAt(at: number): number {
  return Math.floor((at - FIRST_MONDAY) / WEEK);
}

/** The beginning of its Thursday in UTC: a week belongs to the year of its Thursday (ISO 8601). */
function thursdayOf(number: number): Date {
  return new Date(FIRST_MONDAY + number * WEEK + 3 * DAY);
}

function labelOf(number: number): string {
  const thursday = thursdayOf(number);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - startOf(year, 1, 1)) / WEEK) + 1;
  return `${String(year).padStart(4, "0")}-W${String(week).padStart(2, "0")}`;
}

/** The number of that week; null where no such week exists. Week 1 is the one with 4 January in it (ISO 8601). */
function numberOf(text: string): number | null {
  const match = LABEL.exec(text);
  if (!match || match[1] === "0000") return null;
  const number = numberAt(startOf(Number(match[1]), 1, 4)) + Number(match[2]) - 1;
  return labelOf(number) === text ? number : null;
}

/** A number that is one higher each week. */
export function weekNumber(week: string): number {
  const number = numberOf(week);
  if (number === null) throw new RangeError(`"${week}" is not ${WEEK_FORM}`);
  return number;
}

/** Nothing can have been said in earlier years. */
const FIRST_YEAR = 1970;

/** The label where the text is one of a week that exists, else null: `2026-W53` does, `2025-W53` does not. None is taken before 1970. */
export function parseWeek(text: string): string | null {
  return numberOf(text) === null || Number(text.slice(0, 4)) < FIRST_YEAR ? null : text;
}

/** Label of the ISO week in which that moment falls, by the calendar of the zone. */
export function weekOf(at: number, zone: string): string {
  const { year, month, day } = dayOf(at, zone);
  return labelOf(numberAt(startOf(year, month, day)));
}

/** The week so many weeks later; earlier where negative. */
export function shiftedWeek(week: string, weeks: number): string {
  return labelOf(weekNumber(week) + weeks);
}

/** The weeks that end with this one, oldest first. */
export function weeksUpTo(week: string, count: number): string[] {
  const last = weekNumber(week);
  return Array.from({ length: count }, (_, index) => labelOf(last + index - count + 1));
}

/** The last week that is over at that moment. */
export function lastFinishedWeek(now: number, zone: string): string {
  return shiftedWeek(weekOf(now, zone), -1);
}

/** Most beginnings of weeks that are remembered: a zone's calendar takes long to ask, and the same weeks are asked for again and again. */
const MOST_REMEMBERED = 4_096;
const BEGINNINGS = new Map<string, number>();

/** The first moment of the week's Monday in the zone. */
function beginningOf(number: number, zone: string): number {
  const key = `${number} ${zone}`;
  const known = BEGINNINGS.get(key);
  if (known !== undefined) return known;
  const beginning = FIRST_WEEK.add({ weeks: number }).toZonedDateTime(zone).epochMilliseconds;
  if (BEGINNINGS.size >= MOST_REMEMBERED) BEGINNINGS.clear();
  BEGINNINGS.set(key, beginning);
  return beginning;
}

/** From the first moment of Monday to the first moment of the next, in the zone: 167 or 169 hours where daylight saving changes. */
export function windowOf(week: string, zone: string): Window {
  const number = weekNumber(week);
  return { from: beginningOf(number, zone), to: beginningOf(number + 1, zone) };
}

/** Whether the moment lies in the window. */
export function isWithin(at: number | null, { from, to }: Window): at is number {
  return at !== null && at >= from && at < to;
}

/** The calendar quarter that holds the week's Thursday, as a number one higher each quarter. */
export function quarterNumber(week: string): number {
  const thursday = thursdayOf(weekNumber(week));
  return thursday.getUTCFullYear() * 4 + Math.floor(thursday.getUTCMonth() / 3);
}
