import { dayOf, momentsOf } from "./local-time.ts";

/** The days of the week as settings write them, Monday first. */
export const DAYS: readonly string[] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A day and time such as `Mon 09:00`: the day as in ISO 8601, 1 for Monday, and the minute after midnight. */
function partsOf(weekly: string): { readonly isoDay: number; readonly minute: number } {
  const [name = "", time = ""] = weekly.split(" ");
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return { isoDay: DAYS.indexOf(name) + 1, minute: hour * 60 + minute };
}

/** The last moment, up to `now`, at which a clock in the zone showed a day and time such as `Mon 09:00`. */
export function lastMomentOf(weekly: string, now: number, zone: string): number {
  const { isoDay, minute } = partsOf(weekly);
  const today = dayOf(now, zone);
  const since = (today.dayOfWeek - isoDay + 7) % 7;
  for (const days of [since, since + 7]) {
    const [moment] = momentsOf(today.subtract({ days }), minute, zone);
    if (moment <= now) return moment;
  }
  return Number.NEGATIVE_INFINITY;
}

/** The next moment, after `now`, at which a clock in the zone shows it. */
export function nextMomentOf(weekly: string, now: number, zone: string): number {
  const { isoDay, minute } = partsOf(weekly);
  const today = dayOf(now, zone);
  const until = (isoDay - today.dayOfWeek + 7) % 7;
  for (const days of [until, until + 7]) {
    const [moment] = momentsOf(today.add({ days }), minute, zone);
    if (moment > now) return moment;
  }
  return Number.POSITIVE_INFINITY;
}
