import { dayOf } from "../calendar/local-time.ts";
import { businessTimeBetween, type WorkTimes } from "./business-time.ts";
import { type Case, isCaseOpen, isContactDue } from "./case.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long in the largest unit of which it holds one, whole ones counted; a minute at least. */
export interface Lateness {
  readonly unit: "minute" | "hour" | "day";
  readonly count: number;
}

/** How a case stands with its time, as people would say it; a late one in time in which the desk works. */
export type Deadline =
  | ({ readonly kind: "late" } & Lateness)
  | { readonly kind: "due"; readonly when: "today" | "tomorrow" | "on"; readonly at: number }
  | { readonly kind: "closed"; readonly at: number };

/** How long the desk works on a day on which it does, milliseconds: a day round where it never does. */
function workingDay({ businessHours }: WorkTimes): number {
  const days = businessHours.filter((spans) => spans.length > 0);
  const minutes = days.flat().reduce((sum, { from, to }) => sum + to - from, 0);
  return days.length === 0 ? DAY : (minutes / days.length) * MINUTE;
}

/** The time that has passed, in milliseconds, as people would say it, where a day is that long. */
export function latenessIn(passed: number, day = DAY): Lateness {
  const days = Math.floor(passed / day);
  if (days > 0) return { unit: "day", count: days };
  if (passed >= HOUR) return { unit: "hour", count: Math.floor(passed / HOUR) };
  return { unit: "minute", count: Math.max(1, Math.floor(passed / MINUTE)) };
}

/** How late contact is at the moment, in time in which the desk works. */
export function lateBy(contactBy: number, now: number, times: WorkTimes): Lateness {
  return latenessIn(businessTimeBetween(contactBy, now, times), workingDay(times));
}

/** How the case stands with its time; null where it is open and nobody has to be in touch. */
export function deadlineOf(item: Case, now: number, times: WorkTimes): Deadline | null {
  if (!isCaseOpen(item)) return item.closedAt === null ? null : { kind: "closed", at: item.closedAt };
  if (!isContactDue(item)) return null;
  if (item.contactBy < now) return { kind: "late", ...lateBy(item.contactBy, now, times) };
  const { days } = dayOf(now, times.zone).until(dayOf(item.contactBy, times.zone), { largestUnit: "days" });
  return { kind: "due", when: days === 0 ? "today" : days === 1 ? "tomorrow" : "on", at: item.contactBy };
}
