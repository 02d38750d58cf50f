import { addBusinessTime, type BusinessHours } from "./business-hours.ts";
import { type Case, isCaseOpen } from "./case.ts";

/** How the desk keeps time with its cases. */
export interface CaseTimes {
  readonly desk: { readonly businessHours: BusinessHours; readonly zone: string };
  /** In business time, milliseconds. */
  readonly recovery: {
    readonly contactWithin: number;
    readonly remindBefore: number;
    readonly escalateAfter: number;
  };
}

/** The moment at which so much of the desk's working time, milliseconds, has passed. */
export function afterWork(at: number, span: number, { desk }: CaseTimes): number {
  return addBusinessTime(at, span, desk.businessHours, desk.zone);
}

/** By when a person must be in touch about what came in at that moment. */
export function contactDue(at: number, times: CaseTimes): number {
  return afterWork(at, times.recovery.contactWithin, times);
}

/** The moment itself where the desk works then, else when it next does. */
export function nextWorkingMoment(at: number, times: CaseTimes): number {
  return afterWork(at, 1, times) - 1;
}

/** When the clock must look at the case next; null where nobody has to be in touch any more, or everybody has been told. */
export function dueAtOf(item: Case, times: CaseTimes): number | null {
  if (!isCaseOpen(item) || item.contactedAt !== null || item.contactWish === "no") return null;
  const { contactWithin, remindBefore, escalateAfter } = times.recovery;
  const { openedAt, contactBy, remindedAt, overdueAt, escalatedAt } = item;
  const isToRemind = remindedAt === null && overdueAt === null && remindBefore < contactWithin;
  if (isToRemind && remindBefore > 0)
    return Math.min(afterWork(openedAt, contactWithin - remindBefore, times), contactBy);
  if (overdueAt === null) return contactBy;
  return escalatedAt === null ? Math.max(afterWork(openedAt, escalateAfter, times), overdueAt + 1) : null;
}

/** The case with its clock set. */
export function clocked(item: Case, times: CaseTimes): Case {
  return { ...item, dueAt: dueAtOf(item, times) };
}
