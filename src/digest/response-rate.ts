import type { Survey } from "../survey/survey.ts";
import { isWithin, type Window } from "./week.ts";

/** What the digest reads of a survey. */
export type SurveyRow = Pick<Survey, "state" | "askedAt" | "deliveredAt"> & Partial<Pick<Survey, "purpose">>;

function isAwaited(state: SurveyRow["state"]): boolean {
  return state === "asked" || state === "reminded";
}

/** How many of those asked in a window have answered. */
export interface ResponseRate {
  /** Asked; without those whose question was taken back. */
  readonly invited: number;
  readonly delivered: number;
  readonly answered: number;
  /** `answered / delivered`; null where nothing was delivered. */
  readonly rate: number | null;
  /** Whether it may still change: the window is not over, or a question is still open. */
  readonly provisional: boolean;
}

/** What has come so far of the questions asked in a window; without those that were taken back. */
export interface Invited extends Pick<ResponseRate, "invited" | "delivered" | "answered"> {
  /** Questions that are still open. */
  readonly awaited: number;
}

/** Share of the delivered questions that were answered: AAPOR's RR6, (I+P)/((I+P)+(R+NC+O)) (Standard Definitions, 2016). */
export function rateOf(answered: number, delivered: number): number | null {
  return delivered === 0 ? null : answered / delivered;
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

/** The response rate of those who were asked in the window, whenever they answered. */
export function responseRateFrom({ awaited, ...counts }: Invited, window: Window, now: number): ResponseRate {
  const { answered, delivered } = counts;
  return { ...counts, rate: rateOf(answered, delivered), provisional: now < window.to || awaited > 0 };
}
