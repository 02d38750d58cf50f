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

function labelOf(day: Temporal.PlainDate): string {
  const { yearOfWeek, weekOfYear } = day;
  return `${String(yearOfWeek).padStart(4, "0")}-W${String(weekOfYear).padStart(2, "0")}`;
}

/** The Monday of that week; null where no such week exists. Week 1 is the one with 4 January in it (ISO 8601). */
function mondayOf(text: string): Temporal.PlainDate | null {
  const match = LABEL.exec(text);
  if (!match || match[1] === "0000") return null;
  const fourth = Temporal.PlainDate.from({ year: Number(match[1]), month: 1, day: 4 });
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(match[2]) - 1 });
  return labelOf(monday) === text ? monday : null;
}

function knownMonday(week: string): Temporal.PlainDate {
  const monday = mondayOf(week);
  if (!monday) throw new RangeError(`"${week}" is not ${WEEK_FORM}`);
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
  return labelOf(dayOf(at, zone));
}

/** The week so many weeks later; earlier where negative. */
export function shiftedWeek(week: string, weeks: number): string {
  return labelOf(knownMonday(week).add({ weeks }));
}

/** The weeks that end with this one, oldest first. */
export function weeksUpTo(week: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => shiftedWeek(week, index - count + 1));
}

/** The last week that is over at that moment. */
export function lastFinishedWeek(now: number, zone: string): string {
  return shiftedWeek(weekOf(now, zone), -1);
}

/** From the first moment of Monday to the first moment of the next, in the zone: 167 or 169 hours where daylight saving changes. */
export function windowOf(week: string, zone: string): Window {
  const monday = knownMonday(week);
  const start = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  return { from: start(monday), to: start(monday.add({ weeks: 1 })) };
}

/** Whether the moment lies in the window. */
export function isWithin(at: number | null, { from, to }: Window): at is number {
  return at !== null && at >= from && at < to;
}

/** A number that is one higher each week. */
export function weekNumber(week: string): number {
  return Temporal.PlainDate.from("1970-01-05").until(knownMonday(week), { largestUnit: "days" }).days / 7;
}

/** The calendar quarter that holds the week's Thursday, as a number one higher each quarter. */
export function quarterNumber(week: string): number {
  const thursday = knownMonday(week).add({ days: 3 });
  return thursday.year * 4 + Math.floor((thursday.month - 1) / 3);
}
