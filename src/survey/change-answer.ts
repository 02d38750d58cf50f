import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { reopen } from "../interaction/reopen-interaction.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { responseTo, surveyFor } from "./find-survey.ts";
import { isChangeable, revise } from "./record-response.ts";
import { changeMessage, notice, refusePerson, sayInSurvey } from "./survey-messages.ts";

/** The customer wants to answer anew: the buttons come back, while the window is open. */
export async function offerChange(event: EventOf<"change-wanted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const asked = await surveyFor(context, draft, event.surveyId, event.by);
  if (!asked) return draft.outcome();
  const response = await responseTo(context, asked.survey);
  if (response && isChangeable(context, response, event.at)) {
    sayInSurvey(context, draft, asked.survey, changeMessage(context, asked.survey, event.by.address));
  } else {
    const text = context.wording.say(asked.survey.locale, response ? "survey.changeLate" : "survey.notOpen");
    refusePerson(context, draft, asked.survey, event.by, "late", text);
  }
  return draft.outcome();
}

/** What was taken for the reason was a new question: the reason is withdrawn, kept in the history, and the interaction reopens. */
export async function takeAsQuestion(event: EventOf<"new-question">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const asked = await surveyFor(context, draft, event.surveyId, event.by);
  if (!asked) return draft.outcome();
  const { survey } = asked;
  const response = await responseTo(context, survey);
  const interaction = await context.store.get("interaction", survey.interactionId);
  if (response?.comment != null)
    revise(context, draft, { ...response, comment: null, commentedAt: null }, { via: "tap", at: event.at });
  if (interaction?.state === "resolved") await reopen(context, draft, interaction, event.at);
  sayInSurvey(context, draft, survey, notice(context, survey, "conversation.reopened", event.by.address));
  return draft.outcome();
}
