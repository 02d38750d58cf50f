import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { cancelSurvey } from "../survey/cancel-survey.ts";
import { surveyOf } from "../survey/find-survey.ts";
import { isPartyTo, refuseStranger } from "./identify-person.ts";
import { fated, type Interaction } from "./interaction.ts";
import { interactionIn } from "./open-interaction.ts";

/** Takes the resolution back: the interaction is open again, and a survey that still waits is cancelled. */
export async function reopen(
  context: Context,
  draft: Draft,
  interaction: Interaction,
  at: number,
): Promise<Interaction> {
  const reopened: Interaction = { ...interaction, state: "open", resolutionId: null };
  draft.put("interaction", reopened);
  if (interaction.resolutionId === null) return reopened;
  const resolution = await context.store.get("resolution", interaction.resolutionId);
  if (resolution?.fate === "waiting") draft.put("resolution", fated(resolution, "not-asked", at, "reopened"));
  const survey = await surveyOf(context, interaction.resolutionId);
  if (survey) await cancelSurvey(context, draft, survey, at);
  return reopened;
}

/** Somebody took the resolution back by hand. */
export async function reopenInteraction(event: EventOf<"reopened">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const interaction = await interactionIn(context, event.conversation);
  if (interaction?.state !== "resolved") return draft.outcome();
  if (event.ifUnasked && (await wasAsked(context, interaction))) return draft.outcome();
  if (await isPartyTo(context, interaction, event.by)) await reopen(context, draft, interaction, event.at);
  else refuseStranger(context, draft, event.by);
  return draft.outcome();
}

async function wasAsked(context: Context, { resolutionId }: Interaction): Promise<boolean> {
  const survey = resolutionId === null ? null : await surveyOf(context, resolutionId);
  return survey !== null && survey.askedAt !== null;
}
