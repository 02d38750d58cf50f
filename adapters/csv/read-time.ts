import { Temporal } from "temporal-polyfill";

/** How the times of a file are to be understood. */
export interface TimeRule {
  /** IANA zone of times that name none. */
  readonly zone: string;
  /** Whether `11/08/2026` is the eighth of November; such dates are not read where this is false. */
  readonly isMonthFirst: boolean;
}

const UNIX_SECONDS = /^\d{10}$/;
const UNIX_MILLISECONDS = /^\d{13}$/;
const DAY_AND_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))?\s?(Z|UTC|[+-]\d{2}:?\d{2})?$/i;
const MONTH_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP]M))?)?$/i;

/** Hour of the day by the 24-hour clock; NaN where a 12-hour clock shows no such hour. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toUpperCase() === "PM" ? 12 : 0);
}

function monthFirst(text: string, zone: string): number | null {
  const match = MONTH_FIRST.exec(text);
  if (!match) return null;
  const [month, day, year, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const fields = { year: year ?? 0, month: month ?? 0, day: day ?? 0, hour: hourOf(hour, match[7]), minute, second };
  return Temporal.PlainDateTime.from(fields, { overflow: "reject" }).toZonedDateTime(zone).epochMilliseconds;
}

function dayFirst(text: string, zone: string): number | null {
  const [, day, time, offset] = DAY_AND_TIME.exec(text) ?? [];
  if (day === undefined) return null;
  const local = `${day}T${time ?? "00:00"}`;
  if (offset === undefined) return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
  return Temporal.Instant.from(`${local}${offset.toUpperCase() === "UTC" ? "Z" : offset}`).epochMilliseconds;
}

/**
 * The moment a text names, in milliseconds since 1970; null where it names none. Read are RFC 3339 times, the same without an
 * offset or without a time of day in the rule's zone, and Unix times of 10 digits (seconds) or 13 (milliseconds).
 */
export function readTime(text: string, { zone, isMonthFirst }: TimeRule): number | null {
  if (UNIX_SECONDS.test(text)) return Number(text) * 1_000;
  if (UNIX_MILLISECONDS.test(text)) return Number(text);
  try {
    return dayFirst(text, zone) ?? (isMonthFirst ? monthFirst(text, zone) : null);
  } catch {
    return null;
  }
}
