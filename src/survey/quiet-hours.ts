import { dayOf, minuteOf, momentsOf } from "../calendar/local-time.ts";

/** A daily span in which nobody is asked, minutes after local midnight; may pass midnight. Null bounds mean none. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** No quiet hours. */
export const NO_QUIET_HOURS: QuietHours = { from: 0, to: 0 };

const SPAN = /^([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])$/;

/** Reads `20:00-08:00`; the empty text is none; null for anything else. */
export function parseQuietHours(text: string): QuietHours | null {
  if (text === "") return NO_QUIET_HOURS;
  const match = SPAN.exec(text);
  if (!match) return null;
  const [, fromHour, fromMinute, toHour, toMinute] = match.map(Number);
  const from = (fromHour ?? 0) * 60 + (fromMinute ?? 0);
  const to = (toHour ?? 0) * 60 + (toMinute ?? 0);
  return from === to ? null : { from, to };
}

function isInSpan(minute: number, quiet: QuietHours): boolean {
  return quiet.from < quiet.to
    ? minute >= quiet.from && minute < quiet.to
    : quiet.from !== quiet.to && (minute >= quiet.from || minute < quiet.to);
}

/** Whether the moment lies in quiet hours on a clock in that zone. */
export function isQuiet(at: number, quiet: QuietHours, zone: string): boolean {
  return isInSpan(minuteOf(at, zone), quiet);
}

function nextEnd(at: number, quiet: QuietHours, zone: string): number {
  for (let day = dayOf(at, zone); ; day = day.add({ days: 1 })) {
    const end = momentsOf(day, quiet.to, zone).find((moment) => moment > at);
    if (end !== undefined) return end;
  }
}

/**
 * The moment itself, or the end of the quiet hours it falls into, on a clock in that zone. Where daylight saving skips the end,
 * the first moment after the gap; where it repeats it, the first of the two that lies ahead.
 */
export function afterQuietHours(at: number, quiet: QuietHours, zone: string): number {
  let moment = at;
  while (isQuiet(moment, quiet, zone)) moment = nextEnd(moment, quiet, zone);
  return moment;
}

/** When a desk leaves customers in peace, and the zone of those whose own is not known. */
export interface Peace {
  readonly ask: { readonly quietHours: QuietHours };
  readonly desk: { readonly zone: string };
}

/** The moment itself, or the end of the quiet hours it falls into on the person's own clock. */
export function quietUntil(at: number, { ask, desk }: Peace, { zone }: { readonly zone: string | null }): number {
  return afterQuietHours(at, ask.quietHours, zone ?? desk.zone);
}
