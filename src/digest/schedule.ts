import { lastMomentOf } from "../calendar/weekly.ts";
import { lastFinishedWeek } from "./week.ts";

/** A digest that should stand by now. */
export interface DueDigest {
  readonly week: string;
  /** When it was to be posted, milliseconds since 1970. */
  readonly at: number;
}

/** The week whose digest was to be posted last, and when: the last one that was over at the last posting time. */
export function dueDigest(post: string, now: number, zone: string): DueDigest {
  const at = lastMomentOf(post, now, zone);
  return { week: lastFinishedWeek(at, zone), at };
}
