import { askedIn, type Ledger, total } from "./fates.ts";
import type { Window } from "./week.ts";

/** After how many of the conversations resolved in a window the question was answered: the ledger's own figures. */
export interface ResponseRate {
  /** Those after which it was put, whether or not it could be delivered. */
  readonly invited: number;
  /** Those after which it reached the customer. */
  readonly delivered: number;
  readonly answered: number;
  /** `answered / delivered`; null where nothing was delivered. */
  readonly rate: number | null;
  /** Whether it may still change: the window is not over, or a question is still open. */
  readonly provisional: boolean;
}

/** Share of the delivered questions that were answered: AAPOR's RR6, (I+P)/((I+P)+(R+NC+O)) (Standard Definitions, 2016). */
export function rateOf(answered: number, delivered: number): number | null {
  return delivered === 0 ? null : answered / delivered;
}

/** The response rate of the conversations that were resolved in the window, whenever they were answered. */
export function responseRateOf(
  ledger: Pick<Ledger, "fates" | "mayStillAnswer">,
  window: Window,
  now: number,
): ResponseRate {
  const { answered, waiting, undeliverable } = ledger.fates;
  const delivered = askedIn(ledger);
  const provisional = now < window.to || waiting > 0;
  return {
    invited: delivered + total(undeliverable),
    delivered,
    answered,
    rate: rateOf(answered, delivered),
    provisional,
  };
}
