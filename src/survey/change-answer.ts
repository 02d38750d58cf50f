import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { reopen } from "../interaction/reopen-interaction.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { followUp } from "../recovery/open-case.ts";
import { responseTo, surveyFor } from "./find-survey.ts";
import { isChangeable, revise } from "./record-response.ts";
import { COMMENT_WINDOW, type Response } from "./response.ts";
import { refusePerson, sayInSurvey } from "./say-to-customer.ts";
import { changeMessage, notice } from "./survey-messages.ts";

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
    await refusePerson(context, draft, asked.survey, event.by, { code: "late", text });
  }
  return draft.outcome();
}

/**
 * What was taken for the reason was a new question: the reason is withdrawn, kept in the history, and the interaction reopens.
 * Only typed words can be meant, within the day in which they were taken; a second tap changes nothing.
 */
export async function takeAsQuestion(event: EventOf<"new-question">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const asked = await surveyFor(context, draft, event.surveyId, event.by);
  if (!asked) return draft.outcome();
  const { survey, customer } = asked;
  const response = await responseTo(context, survey);
  const interaction = await context.store.get("interaction", survey.interactionId);
  if (!response || !interaction || !(await isTypedLately(context, response, event.at))) {
    const text = context.wording.say(survey.locale, "survey.notOpen");
    await refusePerson(context, draft, survey, event.by, { code: "late", text });
    return draft.outcome();
  }
  const after = revise(context, draft, { ...response, comment: null, commentedAt: null }, { via: "tap", at: event.at });
  if (interaction.resolutionId === survey.resolutionId) await reopen(context, draft, interaction, event.at);
  sayInSurvey(context, draft, survey, notice(context, survey, "conversation.reopened", event.by.address));
  await followUp(context, draft, customer, { before: response, after });
  return draft.outcome();
}

async function isTypedLately(context: Context, response: Response, at: number): Promise<boolean> {
  const where = { responseId: response.id, number: response.revisionCount };
  const [latest] = await context.store.list("revision", { where, limit: 1 });
  return latest?.via === "typed" && latest.comment !== null && at < latest.at + COMMENT_WINDOW;
}
