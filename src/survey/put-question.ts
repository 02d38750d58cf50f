import { appendBotEntry } from "../interaction/append-entry.ts";
import type { Customer } from "../interaction/customer.ts";
import type { Interaction, Resolution } from "../interaction/interaction.ts";
import type { Draft, Say } from "../outcome.ts";
import type { Survey } from "./survey.ts";

/** A survey whose time has come, with everything it is about. */
export interface Subject {
  readonly survey: Survey;
  readonly customer: Customer;
  readonly interaction: Interaction;
  readonly resolution: Resolution;
  readonly at: number;
}

/** Says the question, which is part of the transcript too. */
export function putQuestion(draft: Draft, { interaction, at }: Subject, say: Say): void {
  draft.say(say);
  draft.put("interaction", appendBotEntry(draft, interaction, say, at));
}
