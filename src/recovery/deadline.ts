import { dayOf } from "../calendar/local-time.ts";
import { businessTimeBetween, type WorkTimes } from "./business-time.ts";
import { type Case, isCaseOpen, isContactDue } from "./case.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How a case stands with its time, as people would say it; a late one in time in which the desk works. */
export type Deadline =
  | { readonly kind: "late"; readonly unit: "minute" | "hour" | "day"; readonly count: number }
  | { readonly kind: "due"; readonly when: "today" | "tomorrow" | "on"; readonly at: number }
  | { readonly kind: "closed"; readonly at: number };

/** How long the desk works on a day on which it does, milliseconds: a day round where it never does. */
function workingDay({ businessHours }: WorkTimes): number {
  const days = businessHours.filter((spans) => spans.length > 0);
  const minutes = days.flat().reduce((sum, { from, to }) => sum + to - from, 0);
  return days.length === 0 ? DAY : (minutes / days.length) * MINUTE;
}

function lateBy(contactBy: number, now: number, times: WorkTimes): Deadline {
  const passed = businessTimeBetween(contactBy, now, times);
  const days = Math.floor(passed / workingDay(times));
  if (days > 0) return { kind: "late", unit: "day", count: days };
  if (passed >= HOUR) return { kind: "late", unit: "hour", count: Math.floor(passed / HOUR) };
  return { kind: "late", unit: "minute", count: Math.max(1, Math.floor(passed / MINUTE)) };
}

/** How the case stands with its time; null where it is open and nobody has to be in touch. */
export function deadlineOf(item: Case, now: number, times: WorkTimes): Deadline | null {
  if (!isCaseOpen(item)) return item.closedAt === null ? null : { kind: "closed", at: item.closedAt };
  if (!isContactDue(item)) return null;
  if (item.contactBy < now) return lateBy(item.contactBy, now, times);
  const { days } = dayOf(now, times.zone).until(dayOf(item.contactBy, times.zone), { largestUnit: "days" });
  return { kind: "due", when: days === 0 ? "today" : days === 1 ? "tomorrow" : "on", at: item.contactBy };
}
