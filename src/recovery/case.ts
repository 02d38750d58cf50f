import type { TeamPost } from "../team/team-post.ts";

/** The case as it stands in one team channel: one card for all of its life, what happens in the thread under it. */
export interface CaseCard extends TeamPost {
  /** Address of the thread under it; absent until the card stands, null where the place keeps none. */
  readonly thread?: string | null;
  /** The number of the last step that is told in the thread; none unless it says so. */
  readonly told?: number;
}

/** `waiting`: for the customer. `closed`: without contact. `withdrawn`: the answer is no detractor's any more. */
export const CASE_STATES = [
  "new",
  "claimed",
  "contacted",
  "waiting",
  "escalated",
  "resolved",
  "closed",
  "withdrawn",
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** The states in which a person still has to act. */
export const OPEN_CASE_STATES = [
  "new",
  "claimed",
  "contacted",
  "waiting",
  "escalated",
] as const satisfies readonly CaseState[];

/** How far a case has got: what each step changes and taking one back restores. */
export interface CaseProgress {
  readonly state: CaseState;
  readonly openedAt: number;
  /** By when a person must have contacted the customer. */
  readonly contactBy: number;
  /** When the clock must look at it next; null once contacted or closed. */
  readonly dueAt: number | null;
  readonly remindedAt: number | null;
  readonly overdueAt: number | null;
  readonly escalatedAt: number | null;
  readonly ownerAddress: string | null;
  readonly ownerName: string | null;
  readonly contactedAt: number | null;
  readonly closedAt: number | null;
  /** What was done, in the closer's words. */
  readonly outcome: string | null;
  /** Id of an outcome on the desk's list. */
  readonly outcomeKind: string | null;
  /** Id of a root cause on the desk's list. */
  readonly cause: string | null;
}

/** The follow-up of one detractor: closing the loop. */
export interface Case extends CaseProgress {
  readonly id: string;
  readonly version: number;
  readonly responseId: string;
  readonly interactionId: string;
  readonly customerId: string;
  /** What its answer is about, as far as that is known, and the score of it: as they are now. By these cases are sought. */
  readonly product: string | null;
  readonly score: number;
  /** Whether the customer wants to be contacted; null while they have not said. */
  readonly contactWish: "yes" | "no" | null;
  /** How, in the customer's words. */
  readonly contactHow: string | null;
  /** Whether the customer says that it has been put right; null while they have not. */
  readonly putRight: "yes" | "no" | null;
  readonly stepCount: number;
  readonly alerts: readonly CaseCard[];
}

/** What a case begins with: nobody has done anything, and the customer has said nothing more. */
export const UNTOUCHED = {
  ...{ state: "new", remindedAt: null, overdueAt: null, escalatedAt: null, ownerAddress: null, ownerName: null },
  ...{ contactedAt: null, closedAt: null, outcome: null, outcomeKind: null, cause: null },
  ...{ contactWish: null, contactHow: null, putRight: null, stepCount: 0, alerts: [] },
} as const satisfies Partial<Case>;

/** Whether a person still has to act. */
export function isCaseOpen(item: Pick<Case, "state">): boolean {
  return OPEN_CASE_STATES.some((state) => state === item.state);
}

/** Whether a person still has to be in touch: nobody has been, and the customer does not mind. */
export function isContactDue(item: Pick<Case, "state" | "contactedAt" | "contactWish">): boolean {
  return isCaseOpen(item) && item.contactedAt === null && item.contactWish !== "no";
}

/** What somebody can do with a case. */
export const CASE_ACTS = [
  "claim",
  "assign",
  "release",
  "contact",
  "wait",
  "escalate",
  "note",
  "resolve",
  "close",
  "reopen",
  "take-back",
] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/**
 * What a step is: an act, also one that nobody does (the clock escalates, a lower score opens again), or what else the clock and the
 * customer bring.
 */
export type StepKind = CaseAct | ("remind" | "overdue" | "lower" | "raise" | "comment" | "withdraw") | CustomersWord;

/** What a customer says in their own case: how they want to be contacted, whether it has been put right, a new answer, or mere words. */
export const CUSTOMERS_WORDS = ["wanted", "unwanted", "put-right", "not-right", "again", "wrote"] as const;
export type CustomersWord = (typeof CUSTOMERS_WORDS)[number];

/** The acts by which somebody has been in touch with the customer. */
export const CONTACTING_ACTS = ["contact", "wait", "resolve"] as const satisfies readonly CaseAct[];

/** What a step is told with besides who took it. */
export interface StepFacts {
  /** Who was given the case. */
  readonly to?: string;
  /** The scores before and after the customer's change. */
  readonly before?: number;
  readonly score?: number;
  /** Whether there was something to call people for: a first reason, a lower score. */
  readonly isNew?: boolean;
}

/** One step of a case: never changed but by taking it back. */
export interface CaseStep {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  /** 1 for the first. */
  readonly number: number;
  readonly act: StepKind;
  /** Who took it; null for the clock and the customer. */
  readonly byAddress: string | null;
  readonly byName: string | null;
  readonly at: number;
  readonly note: string | null;
  readonly facts: StepFacts;
  /** How far the case had got before it. */
  readonly earlier: CaseProgress;
  readonly takenBack: boolean;
}

/** How far a case has got, by itself. */
export function progressOf(item: CaseProgress): CaseProgress {
  const { state, openedAt, contactBy, dueAt, remindedAt, overdueAt, escalatedAt } = item;
  const { ownerAddress, ownerName, contactedAt, closedAt, outcome, outcomeKind, cause } = item;
  return {
    ...{ state, openedAt, contactBy, dueAt, remindedAt, overdueAt, escalatedAt },
    ...{ ownerAddress, ownerName, contactedAt, closedAt, outcome, outcomeKind, cause },
  };
}
