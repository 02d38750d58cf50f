import { Temporal } from "temporal-polyfill";

/** A span of a day, in minutes after local midnight; `to` may be 1440, the next midnight. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** The team's working week: for each day from Monday to Sunday its spans, in order, none touching another. */
export type BusinessHours = readonly (readonly DaySpan[])[];

const WHOLE_DAY: DaySpan = { from: 0, to: 24 * 60 };
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const DAY = "Mon|Tue|Wed|Thu|Fri|Sat|Sun";
const HOURS = "[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}";
const PART = new RegExp(`^(?<days>(?:${DAY})(?:-(?:${DAY}))?)?(?<hours>(?:(?:^| +)${HOURS})*)$`);
const SPAN = /^([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])$/;

function readDays(text: string): number[] {
  const [first = 0, last = first] = text.split("-").map((name) => DAYS.indexOf(name));
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7);
}

function readSpan(text: string): DaySpan | null {
  const match = SPAN.exec(text);
  if (!match) return null;
  const from = Number(match[1]) * 60 + Number(match[2]);
  const to = Number(match[3]) * 60 + Number(match[4]);
  return from < to && to <= WHOLE_DAY.to ? { from, to } : null;
}

/** Reads what stands between two semicolons into the week; false where it is not understood. */
function readRule(rule: string, week: DaySpan[][]): boolean {
  let days: number[] = [];
  let haveHours = false;
  for (const part of rule.split(",")) {
    const { days: named, hours = "" } = PART.exec(part.trim())?.groups ?? {};
    if (named !== undefined) {
      days = [...(haveHours ? [] : days), ...readDays(named)];
      haveHours = false;
    }
    const spans = hours.split(/ +/).filter(Boolean).map(readSpan);
    if (named === undefined && spans.length === 0) return false;
    for (const span of spans) {
      if (span === null || days.length === 0) return false;
      for (const day of days) week[day]?.push(span);
      haveHours = true;
    }
  }
  return haveHours;
}

/** The spans in order, those that touch made one; null where two overlap. */
function inOrder(spans: readonly DaySpan[]): DaySpan[] | null {
  const joined: DaySpan[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last && last.to > span.from) return null;
    if (last?.to === span.from) joined[joined.length - 1] = { from: last.from, to: span.to };
    else joined.push(span);
  }
  return joined;
}

/**
 * Reads `Mon-Fri 09:00-17:00`, several such rules between commas or semicolons, lists of days (`Mon,Wed 10:00-16:00`), breaks
 * (`Mon-Fri 09:00-12:30 13:30-18:00`) and `24/7`. Null for anything else, also where two spans of a day overlap: one cannot know
 * which of them was meant.
 */
export function parseBusinessHours(text: string): BusinessHours | null {
  if (text === "24/7") return DAYS.map(() => [WHOLE_DAY]);
  const week: DaySpan[][] = DAYS.map(() => []);
  if (!text.split(";").every((rule) => readRule(rule, week))) return null;
  const days = week.map(inOrder);
  return days.every((spans) => spans !== null) ? days : null;
}

/** Whether it names a day, `2026-12-25`, or one of every year, `12-25`; `02-29` is one of every leap year. */
export function isHoliday(text: string): boolean {
  if (!/^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  try {
    if (text.length > 5) Temporal.PlainDate.from(text, { overflow: "reject" });
    else Temporal.PlainMonthDay.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}
