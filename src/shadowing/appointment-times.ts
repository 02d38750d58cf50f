import { dayOf } from "../calendar/local-time.ts";
import { nextMomentOf } from "../calendar/weekly.ts";
import { nextBusinessMoment, type WorkTimes } from "../recovery/business-time.ts";
import type { Shift } from "./shift.ts";

/** An appointment may be kept for so long, milliseconds: seven days. */
const KEPT_WITHIN_MS = 7 * 86_400_000;

/** Until when an appointment of the shift may be kept: seven days, or until the next one. */
export function deadlineOf(at: number, shift: Pick<Shift, "every" | "zone"> | null): number {
  const next = shift === null ? Number.POSITIVE_INFINITY : nextMomentOf(shift.every, at, shift.zone);
  return Math.min(at + KEPT_WITHIN_MS, next);
}

/** When it is offered once more: at the opening of the desk's next working day, or not at all where the time is up by then. */
export function offeredAgainAt(at: number, times: WorkTimes): number {
  const tomorrow = dayOf(at, times.zone).add({ days: 1 }).toZonedDateTime(times.zone).epochMilliseconds;
  return nextBusinessMoment(tomorrow, times);
}
