import { grouped } from "../grouping.ts";
import type { Case } from "../recovery/case.ts";
import { bandOf } from "../survey/score.ts";
import type { DigestAnswer } from "./tally.ts";
import { isWithin, type Window } from "./week.ts";

/** What the digest reads of a case. */
export type CaseRow = Pick<
  Case,
  "responseId" | "customerId" | "state" | "openedAt" | "contactBy" | "contactedAt" | "closedAt" | "cause"
> &
  Partial<Pick<Case, "contactWish">>;

/** What happened to cases in a window, each figure counted when it happened. */
export interface CaseFigures {
  readonly opened: number;
  /** First contacts made, no later than due. */
  readonly contactedInTime: number;
  /** Contacts that fell due and had not been made; not of customers who do not want any. */
  readonly overdue: number;
  readonly resolved: number;
  /** Customers of a case who have since given a better answer than a detractor's. */
  readonly recovered: number;
  /** The root causes of the cases closed, the most frequent first; by id. Absent in a digest from before they were counted. */
  readonly causes?: readonly CauseCount[];
}

/** How many cases one root cause was behind. */
export interface CauseCount {
  /** Id of a cause on the desk's list. */
  readonly cause: string;
  readonly cases: number;
}

/** The causes in the order in which they are told. */
export function causesInOrder(causes: readonly CauseCount[]): CauseCount[] {
  return causes.toSorted((a, b) => b.cases - a.cases || (a.cause < b.cause ? -1 : 1));
}

function causesOf(cases: readonly CaseRow[], window: Window): CauseCount[] {
  const closed = cases.filter(({ closedAt, state }) => isWithin(closedAt, window) && ENDED.includes(state));
  const named = closed.flatMap(({ cause }) => (cause === null ? [] : [cause]));
  const byCause = grouped(named, (cause) => cause);
  return causesInOrder([...byCause].map(([cause, all]) => ({ cause, cases: all.length })));
}

/** In these a case has ended with somebody's word on it. */
const ENDED: readonly Case["state"][] = ["resolved", "closed"];

/** Whether its first contact fell due in the window and had not been made by then, nor was it closed; not where the customer does not want any. */
export function wentOverdue(row: CaseRow, window: Window, now: number): boolean {
  const { contactBy, contactedAt, closedAt, contactWish } = row;
  if (contactWish === "no") return false;
  const doneAt = contactedAt ?? closedAt;
  return isWithin(contactBy, window) && contactBy < now && (doneAt === null || doneAt > contactBy);
}

function recoveredAmong(cases: readonly CaseRow[], answers: Iterable<DigestAnswer>, window: Window): number {
  const byCustomer = grouped(cases, ({ customerId }) => customerId);
  const recovered = new Set<string>();
  for (const { id, customerId, score, answeredAt, excluded } of answers) {
    if (excluded !== null || !isWithin(answeredAt, window) || bandOf(score) === "detractor") continue;
    const known = byCustomer.get(customerId) ?? [];
    if (known.some(({ responseId, openedAt }) => responseId !== id && openedAt < answeredAt)) recovered.add(customerId);
  }
  return recovered.size;
}

/** The figures of the window. `cases` must hold the earlier cases of customers who answered in it, for them to be recovered. */
export function caseFiguresOf(
  cases: readonly CaseRow[],
  answers: Iterable<DigestAnswer>,
  window: Window,
  now: number,
): CaseFigures {
  const number = (holds: (row: CaseRow) => boolean) => cases.filter(holds).length;
  return {
    opened: number(({ openedAt }) => isWithin(openedAt, window)),
    contactedInTime: number(({ contactedAt, contactBy }) => isWithin(contactedAt, window) && contactedAt <= contactBy),
    overdue: number((row) => wentOverdue(row, window, now)),
    resolved: number(({ state, closedAt }) => state === "resolved" && isWithin(closedAt, window)),
    recovered: recoveredAmong(cases, answers, window),
    causes: causesOf(cases, window),
  };
}
