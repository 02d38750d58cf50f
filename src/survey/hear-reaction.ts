import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { customerAt } from "../interaction/identify-person.ts";
import { interactionIn } from "../interaction/open-interaction.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { interactionAskedIn, lastAsked } from "./find-survey.ts";
import { recordAnswer } from "./record-response.ts";
import { readScore } from "./score.ts";

/** A reaction to one of our messages: where it shows a score and its customer was asked there, it is their answer. */
export async function hearReaction(event: EventOf<"reacted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { conversation, by, at, reaction } = event;
  const interaction =
    (await interactionIn(context, conversation)) ?? (await interactionAskedIn(context, conversation, at));
  const customer = await customerAt(context, by.address);
  if (!interaction?.resolutionId || customer?.id !== interaction.customerId) return draft.outcome();
  const survey = await lastAsked(context, interaction.resolutionId);
  const reading = survey?.askedAt == null ? null : readScore(reaction, survey.scale);
  if (survey && reading?.kind === "score")
    await recordAnswer(context, draft, survey, { score: reading.score, comment: null, via: "tap", by, at });
  return draft.outcome();
}
