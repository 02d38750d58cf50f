import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { interactionIn } from "../interaction/open-interaction.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { directLine } from "./find-direct-line.ts";
import { lastAsked } from "./find-survey.ts";
import { directlyPut, questionMessage } from "./survey-messages.ts";

/**
 * The place of a conversation that is resolved already is gone to its customer: the question goes to their direct line, be it scheduled or
 * put where they cannot see it any more. Null where there is nothing to move.
 */
export async function changePlace(event: EventOf<"resolved">, context: Context): Promise<Outcome | null> {
  const interaction = event.isPlaceGone ? await interactionIn(context, event.conversation) : null;
  const survey = interaction?.resolutionId ? await lastAsked(context, interaction.resolutionId) : null;
  if (!interaction || !survey || survey.askIn !== interaction.askIn) return null;
  const direct = await directLine(context, interaction);
  if (direct === null || (survey.state !== "scheduled" && survey.state !== "asked")) return null;
  const draft = createDraft();
  if (survey.state === "scheduled") {
    draft.put("survey", { ...survey, askIn: direct });
    return draft.outcome();
  }
  const questionPostId = context.ids.next();
  draft.put("survey", { ...survey, askIn: direct, questionPostId, deliveredAt: null });
  const message = directlyPut(context, survey, questionMessage(context, survey));
  draft.say({ id: questionPostId, to: direct, message, surveyId: survey.id });
  return draft.outcome();
}
