import { html } from "hono/html";
import { dateFormat } from "../../../src/calendar/date-format.ts";
import { spanOf } from "../../../src/shadowing/pauses.ts";
import type { SayWords } from "../../../src/wording.ts";
import type { Markup } from "./markup.ts";

const MINUTE = 60_000;

/** How times are written on a page. */
export interface TimeStyle {
  readonly locale: string;
  /** IANA time zone. */
  readonly zone: string;
  readonly now: number;
}

function dayText(at: number, zone: string): string {
  return dateFormat("en-CA", { timeZone: zone }).format(at);
}

/** The locale by which times are written in that language: English without am and pm, as everywhere at the desk. */
export function timeLocale(lang: string): string {
  return lang === "en" ? "en-GB" : lang;
}

/** Whether the moment is of today, in the style's zone. */
export function isToday(at: number, { zone, now }: TimeStyle): boolean {
  return dayText(at, zone) === dayText(now, zone);
}

/** The time of day, and the date as well unless it is today's. */
export function writtenTime(at: number, style: TimeStyle): string {
  const { locale, zone } = style;
  const date = isToday(at, style) ? {} : ({ day: "numeric", month: "short" } as const);
  return dateFormat(locale, { ...date, hour: "numeric", minute: "2-digit", timeZone: zone }).format(at);
}

/** A moment as a `time` element. */
export function timeOf(at: number, style: TimeStyle): Markup {
  return html`<time datetime="${new Date(at).toISOString()}">${writtenTime(at, style)}</time>`;
}

/** How long something has lasted, in its largest unit and one minute at least, by the catalogues: `5 min`, `3 h`, `2 days`. */
export function writtenSpan(milliseconds: number, say: SayWords): string {
  const [{ unit, count }] = spanOf(Math.max(MINUTE, milliseconds));
  return say(`span.${unit}`, { count });
}
