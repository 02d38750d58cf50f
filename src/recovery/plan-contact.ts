import type { Settings } from "../settings.ts";
import { addBusinessTime, nextBusinessMoment } from "./business-time.ts";
import { type Case, isContactDue } from "./case.ts";

/** How the desk keeps time with its cases. */
export type CaseTimes = Pick<Settings, "desk" | "recovery">;

/** By when a person must be in touch about what came in at that moment. */
export function contactDue(at: number, times: CaseTimes): number {
  return addBusinessTime(at, times.recovery.contactWithin, times.desk);
}

/** The moment itself where the desk works then, else when it next does. */
export function nextWorkingMoment(at: number, times: CaseTimes): number {
  return nextBusinessMoment(at, times.desk);
}

/** When the clock must look at the case next; null where nobody has to be in touch any more, or everybody has been told. A resolved one keeps the time at which its customer is asked. */
export function dueAtOf(item: Case, times: CaseTimes): number | null {
  if (item.state === "resolved") return item.dueAt;
  if (!isContactDue(item)) return null;
  const { contactWithin, remindBefore, escalateAfter } = times.recovery;
  const { openedAt, contactBy, remindedAt, overdueAt, escalatedAt } = item;
  const isToRemind = remindedAt === null && overdueAt === null && remindBefore < contactWithin;
  if (isToRemind && remindBefore > 0)
    return Math.min(addBusinessTime(openedAt, contactWithin - remindBefore, times.desk), contactBy);
  if (overdueAt === null) return contactBy;
  return escalatedAt === null ? Math.max(addBusinessTime(openedAt, escalateAfter, times.desk), overdueAt + 1) : null;
}

/** The case with its clock set. */
export function clocked(item: Case, times: CaseTimes): Case {
  return { ...item, dueAt: dueAtOf(item, times) };
}
