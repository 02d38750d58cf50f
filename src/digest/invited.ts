import type { Survey } from "../survey/survey.ts";
import { isWithin, type Window } from "./week.ts";

/** What the digest reads of a survey. */
export type SurveyRow = Pick<Survey, "state" | "askedAt" | "deliveredAt"> & Partial<Pick<Survey, "purpose">>;

function isAwaited(state: SurveyRow["state"]): boolean {
  return state === "asked" || state === "reminded";
}

/** What has come so far of the questions asked in a window; without those that were taken back. */
export interface Invited {
  /** Asked; without those whose question was taken back. */
  readonly invited: number;
  readonly delivered: number;
  readonly answered: number;
  /** Questions that are still open. */
  readonly awaited: number;
}

/** Whether the question about a resolution stands where the customer can answer it. */
export function hasReached({ state, deliveredAt, purpose }: SurveyRow): boolean {
  return deliveredAt !== null && isAwaited(state) && purpose !== "recovery";
}

/** What came of the questions asked in the window, whenever that was; those after a case are no invitation. */
export function invitedOf(surveys: Iterable<SurveyRow>, window: Window): Invited {
  const cohort = [...surveys].filter(
    ({ state, askedAt, purpose }) => isWithin(askedAt, window) && state !== "cancelled" && purpose !== "recovery",
  );
  return {
    invited: cohort.length,
    delivered: cohort.filter(({ state, deliveredAt }) => deliveredAt !== null || state === "answered").length,
    answered: cohort.filter(({ state }) => state === "answered").length,
    awaited: cohort.filter(({ state }) => isAwaited(state)).length,
  };
}
