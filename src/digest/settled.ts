import type { Resolution } from "../interaction/interaction.ts";
import { isWithin, type Window } from "./week.ts";

/** How many conversations were answered, and how many had no answer in all the time there was for one. */
export interface Settled {
  readonly answered: number;
  readonly silent: number;
}

/** The settled ones of the window; what was brought in from another tool is none of them. */
export function settledOf(
  resolutions: readonly Pick<Resolution, "at" | "fate" | "imported">[],
  window: Window,
): Settled {
  const own = resolutions.filter(({ at, imported }) => !imported && isWithin(at, window));
  const count = (fate: Resolution["fate"]) => own.filter((one) => one.fate === fate).length;
  return { answered: count("answered"), silent: count("silent") };
}

/** Share of those who answered, from 0 to 1; null where nobody was asked to the end. */
export function answeredShare({ answered, silent }: Settled): number | null {
  return answered + silent === 0 ? null : answered / (answered + silent);
}
