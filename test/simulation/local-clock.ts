import { MINUTE } from "../world.ts";

const MINUTES_A_DAY = 1440;

/** Whether the minute of a day lies in the span, which may pass midnight; in one from a minute to the same none does. */
export function isWithinSpan(minute: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const since = (other: number) => (other - from + MINUTES_A_DAY) % MINUTES_A_DAY;
  return since(minute) < since(to);
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const parts = { weekday: "short", hour: "2-digit", minute: "2-digit" } as const;
  const format = FORMATS.get(zone) ?? new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...parts });
  FORMATS.set(zone, format);
  return format;
}

interface Shown {
  readonly weekday: string;
  readonly minute: number;
}

const QUARTER = 15 * MINUTE;
/** What clocks show at the beginning of a quarter of an hour: none is set within one. */
const SHOWN = new Map<string, Shown>();

function shownAt(at: number, zone: string): Shown {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return { weekday: parts.get("weekday") ?? "", minute: Number(parts.get("hour")) * 60 + Number(parts.get("minute")) };
}

/** The day of the week and the minute of the day on a clock in that zone; reckoned apart from the program's own. */
export function clockOf(at: number, zone: string): Shown {
  const quarter = Math.floor(at / QUARTER);
  const key = `${quarter} ${zone}`;
  const shown = SHOWN.get(key) ?? shownAt(quarter * QUARTER, zone);
  SHOWN.set(key, shown);
  return { ...shown, minute: shown.minute + Math.floor((at % QUARTER) / MINUTE) };
}
