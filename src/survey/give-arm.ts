import type { Context } from "../context.ts";
import type { Customer } from "../interaction/customer.ts";
import { armOf, isDrawing, type TrialDraw, UNDRAWN } from "../trial.ts";
import type { Survey } from "./survey.ts";

/** Who is about to be asked. */
export interface ToBeAsked {
  readonly customer: Customer;
  /** The other surveys of the same person. */
  readonly earlier: readonly Survey[];
  readonly at: number;
  /** Whether they must be asked at this moment, whatever hour is on trial. */
  readonly isAtOnce: boolean;
}

/**
 * The arm of the desk's trial that a person gets: the one they had before, else the one that their coin shows. Nobody is drawn who could not be
 * given either way: for words that are not in their language, or for an hour where they are asked at once.
 */
export function giveArm(
  { settings, wording }: Context,
  { customer, earlier, at, isAtOnce }: ToBeAsked,
): TrialDraw | typeof UNDRAWN {
  const { desk, trial } = settings;
  const { id: trialId, of, a, b } = trial;
  if (of === "off" || !isDrawing(trial, at, desk.zone)) return UNDRAWN;
  const isForeign = wording.choose(customer.locale, desk.locale) !== wording.choose(desk.locale);
  if ((of === "wording" && isForeign) || (of === "hour" && isAtOnce)) return UNDRAWN;
  const before = earlier.find((survey) => survey.trialId === trialId);
  const arm = before?.trialArm?.arm ?? armOf(trialId, customer.id);
  return { trialId, trialArm: { of, arm, a, b }, drawnAt: at };
}
