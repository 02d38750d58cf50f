import { html } from "hono/html";
import type { Markup } from "./markup.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How times are written on a page. */
export interface TimeStyle {
  readonly locale: string;
  /** IANA time zone. */
  readonly zone: string;
  readonly now: number;
}

function dayText(at: number, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
}

/** The locale by which times are written in that language: English without am and pm, as everywhere at the desk. */
export function timeLocale(lang: string): string {
  return lang === "en" ? "en-GB" : lang;
}

/** The time of day, and the date as well unless it is today's. */
export function writtenTime(at: number, { locale, zone, now }: TimeStyle): string {
  const isToday = dayText(at, zone) === dayText(now, zone);
  const date = isToday ? {} : ({ day: "numeric", month: "short" } as const);
  return new Intl.DateTimeFormat(locale, { ...date, hour: "numeric", minute: "2-digit", timeZone: zone }).format(at);
}

/** A moment as a `time` element. */
export function timeOf(at: number, style: TimeStyle): Markup {
  return html`<time datetime="${new Date(at).toISOString()}">${writtenTime(at, style)}</time>`;
}

/** How long something has lasted, in its largest unit: `1 min` at least, `5 min`, `3 h`, `2 days`. */
export function writtenSpan(milliseconds: number): string {
  if (milliseconds < HOUR) return `${Math.max(1, Math.floor(milliseconds / MINUTE))} min`;
  if (milliseconds < DAY) return `${Math.floor(milliseconds / HOUR)} h`;
  const days = Math.floor(milliseconds / DAY);
  return days === 1 ? "1 day" : `${days} days`;
}
