import { isWeekday, monthOf } from "./month-names.ts";

/** The hands of a clock; the hour by 24, NaN where a 12-hour clock shows no such hour. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

interface Timed {
  readonly clock: ClockTime;
  /** `Z`, an offset such as `+01:00`, or an IANA zone; null where the text names none. */
  readonly zone: string | null;
}

/** What a text in a time column looks like, before anything is decided about it. */
export type TimeShape =
  | { readonly kind: "moment"; readonly at: number }
  | ({ readonly kind: "day"; readonly year: number; readonly month: number; readonly day: number } & Timed)
  | ({
      /** A day and a month in an order that the text does not say. */
      readonly kind: "numbers";
      readonly first: number;
      readonly second: number;
      readonly year: number;
      /** Whether dots part them, as nobody does who writes the month first. */
      readonly isDotted: boolean;
      readonly isShortYear: boolean;
    } & Timed)
  /** The days of a spreadsheet, which say neither zone nor what they are. */
  | { readonly kind: "serial" }
  | { readonly kind: "none" };

const NONE: TimeShape = { kind: "none" };
const LONGEST = 100;
const UNIX_SECONDS = /^\d{10}(?:\.\d{1,9})?$/;
const UNIX_MILLISECONDS = /^\d{13}$/;
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/.-])/;
const NUMBERS = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?!\d)/;
const MONTH_DAY = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -](?:de )?(\p{L}+)\.?[ -](?:de )?(\d{4}|\d{2})(?!\d)/u;
const YEAR_LAST = /^(\p{L}+ \d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?(?: [A-Z]{3}| [+-]\d{4})?) (\d{4})$/u;
const CLOCK =
  /^(?:T|,? ?(?:at|um|à|às|a las)? )(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?: ?Uhr)?(?: ?([AP]M)(?![a-z]))?/i;
const ZONE = /^ ?(Z|(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?|UTC|GMT|[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+)$/;
const MIDNIGHT: ClockTime = { hour: 0, minute: 0, second: 0, millisecond: 0 };

/** The text with one kind of blank, `AM` and `PM`, hyphens for Japanese signs, and no day of the week. */
function normal(text: string): string {
  const plain = text
    .replace(/[\s\u200e\u200f]+/gu, " ")
    .replace(/(\d{4})年 ?(\d{1,2})月 ?(\d{1,2})日/u, "$1-$2-$3 ")
    .replace(/ {2,}/g, " ")
    .replace(/(午前|午後) ?(\d[\d:]*)/u, (_, half: string, time: string) => `${time} ${half === "午前" ? "AM" : "PM"}`)
    .replace(/([ap])\. ?m\./i, "$1m")
    .replace(/ \([^()]*\)$/, "")
    .trim();
  const [lead, word] = /^(\p{L}+)\.?,? /u.exec(plain) ?? [];
  const rest = plain.slice(lead?.length ?? 0);
  const isDay = word !== undefined && isWeekday(word) && (monthOf(word) === null || /^\d{1,2}\.? \p{L}/u.test(rest));
  return (isDay ? rest : plain).replace(YEAR_LAST, "$1 $3 $2");
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toUpperCase() === "PM" ? 12 : 0);
}

function zoneOf(text: string): string | null {
  const [, zone = "", sign, hours, minutes = "00"] = ZONE.exec(text) ?? [];
  if (zone === "") return null;
  if (sign !== undefined) return `${sign}${hours?.padStart(2, "0")}:${minutes}`;
  return zone === "UTC" || zone === "GMT" ? "Z" : zone;
}

/** What stands behind a date; null where it is no time of day. */
function timedOf(rest: string): Timed | null {
  const match = CLOCK.exec(rest);
  const left = match === null ? rest : rest.slice(match[0].length);
  const zone = zoneOf(left);
  if (zone === null && left.trim() !== "") return null;
  if (match === null) return { clock: MIDNIGHT, zone };
  const [, hour, minute, second = "0", fraction = "0", half] = match;
  const millisecond = Math.trunc(Number(`0.${fraction}`) * 1_000);
  const clock = { hour: hourOf(Number(hour), half), minute: Number(minute), second: Number(second), millisecond };
  return { clock, zone };
}

function yearOf(text: string | undefined): number {
  return Number(text) + (text?.length === 2 ? 2_000 : 0);
}

type DatePart = { readonly length: number } & (
  | { readonly kind: "day"; readonly year: number; readonly month: number; readonly day: number }
  | Omit<Extract<TimeShape, { kind: "numbers" }>, keyof Timed>
);

function named(
  month: string | undefined,
  day: string | undefined,
  year: string | undefined,
  length: number,
): DatePart | null {
  const found = monthOf(month ?? "");
  return found === null ? null : { kind: "day", year: yearOf(year), month: found, day: Number(day), length };
}

function dateIn(text: string): DatePart | null {
  const iso = YEAR_FIRST.exec(text);
  if (iso)
    return { kind: "day", year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]), length: iso[0].length };
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [whole, first, sign, second, year] = numbers;
    const how = { isDotted: sign === ".", isShortYear: year?.length === 2, length: whole.length };
    return { kind: "numbers", first: Number(first), second: Number(second), year: yearOf(year), ...how };
  }
  const monthFirst = MONTH_DAY.exec(text);
  if (monthFirst) return named(monthFirst[1], monthFirst[2], monthFirst[3], monthFirst[0].length);
  const dayFirst = DAY_MONTH.exec(text);
  return dayFirst ? named(dayFirst[2], dayFirst[1], dayFirst[3], dayFirst[0].length) : null;
}

/** What the text of a time looks like; `none` where it looks like none. */
export function shapeOf(written: string): TimeShape {
  const text = written.trim();
  if (text.length > LONGEST) return NONE;
  if (UNIX_SECONDS.test(text)) return { kind: "moment", at: Math.trunc(Number(text) * 1_000) };
  if (UNIX_MILLISECONDS.test(text)) return { kind: "moment", at: Number(text) };
  if (SERIAL.test(text)) return { kind: "serial" };
  const plain = normal(text);
  const date = dateIn(plain);
  const timed = date === null ? null : timedOf(plain.slice(date.length));
  return date === null || timed === null ? NONE : { ...date, ...timed };
}
