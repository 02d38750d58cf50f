import type { TeamPost } from "../team/team-post.ts";

export const CASE_STATES = ["new", "claimed", "contacted", "resolved", "unreachable"] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** The follow-up of one detractor: closing the loop. */
export interface Case {
  readonly id: string;
  readonly version: number;
  readonly responseId: string;
  readonly interactionId: string;
  readonly customerId: string;
  readonly state: CaseState;
  readonly openedAt: number;
  /** By when a person must have contacted the customer. */
  readonly contactBy: number;
  /** When the clock must look at it next; null once contacted or closed. */
  readonly dueAt: number | null;
  readonly overdueAt: number | null;
  readonly escalatedAt: number | null;
  readonly ownerAddress: string | null;
  readonly ownerName: string | null;
  readonly contactedAt: number | null;
  readonly closedAt: number | null;
  /** What was done, in the closer's words. */
  readonly outcome: string | null;
  readonly alerts: readonly TeamPost[];
}

/** Whether a person still has to act. */
export function isCaseOpen(item: Case): boolean {
  return item.state !== "resolved" && item.state !== "unreachable";
}
