import { dayOf, momentsOf } from "../calendar/local-time.ts";
import { lastFinishedWeek } from "./week.ts";

/** A digest that should stand by now. */
export interface DueDigest {
  readonly week: string;
  /** When it was to be posted, milliseconds since 1970. */
  readonly at: number;
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The last moment, up to `now`, at which a clock in the zone showed a day and time such as `Mon 09:00`. */
export function lastMomentOf(weekly: string, now: number, zone: string): number {
  const [name = "", time = ""] = weekly.split(" ");
  const [hour, minute] = time.split(":").map(Number);
  const today = dayOf(now, zone);
  const isoDay = DAYS.indexOf(name) + 1;
  const since = (today.dayOfWeek - isoDay + 7) % 7;
  const moments = [since, since + 7].map(
    (days) => momentsOf(today.subtract({ days }), (hour ?? 0) * 60 + (minute ?? 0), zone)[0],
  );
  return moments.find((moment) => moment <= now) ?? Number.NEGATIVE_INFINITY;
}

/** The week whose digest was to be posted last, and when: the last one that was over at the last posting time. */
export function dueDigest(post: string, now: number, zone: string): DueDigest {
  const at = lastMomentOf(post, now, zone);
  return { week: lastFinishedWeek(at, zone), at };
}
