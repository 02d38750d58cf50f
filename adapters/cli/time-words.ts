import { dateFormat } from "../../src/calendar/date-format.ts";
import { TIME_UNITS } from "../../src/calendar/time-units.ts";
import type { QuietHours } from "../../src/survey/quiet-hours.ts";

/** A moment on a clock in that zone, e.g. `Mon 2026-11-16 10:00`: the same in every language. */
export function dayTime(at: number, zone: string): string {
  const day = dateFormat("en-GB", { weekday: "short", timeZone: zone }).format(at);
  const time = dateFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: zone }).format(at);
  return `${day} ${time}`;
}

/** How long, in the largest unit of which it is whole ones, e.g. `90 days`. */
export function lasting(ms: number): string {
  const [unit, size] =
    TIME_UNITS.find(([, one]) => ms >= one && ms % one === 0) ?? (ms === 0 ? TIME_UNITS[3] : ["millisecond", 1]);
  const count = ms / size;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

function minuteText(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** A daily span as settings write it, e.g. `20:00-08:00`. */
export function spanOfDay({ from, to }: QuietHours): string {
  return `${minuteText(from)}-${minuteText(to)}`;
}
