import { Temporal } from "temporal-polyfill";
import { dayOf } from "../calendar/local-time.ts";
import { parseWeek, shiftedWeek, type Window, weekOf, windowOf } from "../digest/week.ts";

export const SPAN_KINDS = ["week", "month", "quarter", "own"] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** Whole days of the desk's calendar: `from` included and `to` not, ISO days. */
export interface ChosenSpan {
  readonly kind: SpanKind;
  /** As it stands in an address: `2026-W46`, `2026-11`, `2026-Q4`, `2026-10-01..2026-11-15` with the last day named. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** The longest span of one's own, days: three years. */
export const LONGEST_SPAN = 1096;

const MONTH = /^\d{4}-\d{2}$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
const OWN = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;
const FIRST_DAY = "1970-01-01";
const MONTHS_OF_QUARTER = 3;

function parseDay(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}

function spanFrom(kind: SpanKind, label: string, from: Temporal.PlainDate, to: Temporal.PlainDate): ChosenSpan {
  return { kind, label, from: from.toString(), to: to.toString() };
}

function weekSpan(label: string): ChosenSpan {
  const monday = dayOf(windowOf(label, "UTC").from, "UTC");
  return spanFrom("week", label, monday, monday.add({ weeks: 1 }));
}

function monthSpan(label: string): ChosenSpan | null {
  const first = parseDay(`${label}-01`);
  return first && spanFrom("month", label, first, first.add({ months: 1 }));
}

function quarterSpan(year: number, quarter: number): ChosenSpan | null {
  const month = String(MONTHS_OF_QUARTER * (quarter - 1) + 1).padStart(2, "0");
  const first = parseDay(`${String(year).padStart(4, "0")}-${month}-01`);
  const label = `${String(year).padStart(4, "0")}-Q${quarter}`;
  return first && spanFrom("quarter", label, first, first.add({ months: MONTHS_OF_QUARTER }));
}

/** The span of one's own from one day to another, the last one included; null where they are no days, in the wrong order or too far apart. */
export function ownSpan(first: string, last: string): ChosenSpan | null {
  const [from, until] = [parseDay(first), parseDay(last)];
  if (from === null || until === null) return null;
  const to = until.add({ days: 1 });
  const days = from.until(to, { largestUnit: "days" }).days;
  if (days < 1 || days > LONGEST_SPAN) return null;
  return spanFrom("own", `${from}..${until}`, from, to);
}

/** The span that the text names; null where it is none, or one before 1970. */
export function parseSpan(text: string): ChosenSpan | null {
  const week = parseWeek(text);
  const [, year, quarter] = QUARTER.exec(text) ?? [];
  const [, first = "", last = ""] = OWN.exec(text) ?? [];
  const span =
    week !== null
      ? weekSpan(week)
      : MONTH.test(text)
        ? monthSpan(text)
        : quarter !== undefined
          ? quarterSpan(Number(year), Number(quarter))
          : ownSpan(first, last);
  return span && span.from >= FIRST_DAY ? span : null;
}

/** The span of that kind in which the moment falls by the calendar of the zone; for one's own, the thirty days that end with it. */
export function spanAt(kind: SpanKind, at: number, zone: string): ChosenSpan {
  const day = dayOf(at, zone);
  const month = day.toString().slice(0, "2026-11".length);
  const found =
    kind === "week"
      ? weekSpan(weekOf(at, zone))
      : kind === "month"
        ? monthSpan(month)
        : kind === "quarter"
          ? quarterSpan(day.year, Math.ceil(day.month / MONTHS_OF_QUARTER))
          : ownSpan(day.subtract({ days: 29 }).toString(), day.toString());
  if (found === null) throw new RangeError(`There is no ${kind} at ${at}`);
  return found;
}

/** The span of the same kind so many places later; of one's own, by as many days as it has. */
export function shiftedSpan({ kind, label, from, to }: ChosenSpan, by: number): ChosenSpan | null {
  if (kind === "week") return parseSpan(shiftedWeek(label, by));
  const [first, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (kind === "own") {
    const days = by * first.until(end, { largestUnit: "days" }).days;
    return ownSpan(first.add({ days }).toString(), end.add({ days: days - 1 }).toString());
  }
  const moved = first.add({ months: by * (kind === "quarter" ? MONTHS_OF_QUARTER : 1) });
  const month = moved.toString().slice(0, "2026-11".length);
  return kind === "month" ? monthSpan(month) : quarterSpan(moved.year, Math.ceil(moved.month / MONTHS_OF_QUARTER));
}

const WEEK_DAYS = 7;

/** The whole weeks that hold the span, and no day more, so that two spans never differ by single days; of a longest one the latest. */
export function wholeWeeks(span: ChosenSpan): ChosenSpan {
  const [from, to] = [Temporal.PlainDate.from(span.from), Temporal.PlainDate.from(span.to)];
  const monday = from.subtract({ days: from.dayOfWeek - 1 });
  const sunday = to.add({ days: (WEEK_DAYS + 1 - to.dayOfWeek) % WEEK_DAYS }).subtract({ days: 1 });
  if (span.kind === "week") return span;
  const whole = (first: Temporal.PlainDate) => ownSpan(first.toString(), sunday.toString());
  return whole(monday) ?? whole(monday.add({ weeks: 2 })) ?? span;
}

/** From the first moment of its first day to the first moment of the day after its last, in the zone, whatever daylight saving does. */
export function windowOfSpan({ from, to }: ChosenSpan, zone: string): Window {
  const start = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
  return { from: start(from), to: start(to) };
}

/** Most weeks that are shown side by side: a year. */
export const MOST_WEEKS = 53;
/** How many are shown about a single week: a quarter. */
const ABOUT_A_WEEK = 13;

/** The whole weeks shown with a span, oldest first: those it touches, the latest of them; for a single week those that end with it. */
export function weeksOfSpan({ kind, label, from, to }: ChosenSpan): string[] {
  if (kind === "week")
    return Array.from({ length: ABOUT_A_WEEK }, (_, index) => shiftedWeek(label, index + 1 - ABOUT_A_WEEK));
  const last = Temporal.PlainDate.from(to).subtract({ days: 1 });
  const labelOf = (day: Temporal.PlainDate) => weekOf(day.toZonedDateTime("UTC").epochMilliseconds, "UTC");
  const weeks: string[] = [];
  for (let week = labelOf(last); week >= labelOf(Temporal.PlainDate.from(from)); week = shiftedWeek(week, -1)) {
    weeks.unshift(week);
    if (weeks.length === MOST_WEEKS) break;
  }
  return weeks;
}
