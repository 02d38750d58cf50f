import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { reopen } from "../interaction/reopen-interaction.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { responseTo, surveyFor } from "./find-survey.ts";
import { mayWait } from "./find-words.ts";
import { isChangeable, revise, whyUnchangeable } from "./record-response.ts";
import { awaitsComment, COMMENT_WINDOW, type Response } from "./response.ts";
import { refusePerson, sayInSurvey } from "./say-to-customer.ts";
import { isAwaitingAnswer, type Survey } from "./survey.ts";
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
    const text = context.wording.say(asked.survey.locale, response ? whyUnchangeable(response) : "survey.notOpen");
    await refusePerson(context, draft, asked.survey, event.by, { code: "late", text });
  }
  return draft.outcome();
}

/**
 * What was taken for the answer, its reason or mere words was a new question: the interaction reopens, and a reason is withdrawn, kept in
 * the history. It can be said for as long as the words may be meant so: until the conversation is reopened, or within a day of a reason.
 */
export async function takeAsQuestion(event: EventOf<"new-question">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const asked = await surveyFor(context, draft, event.surveyId, event.by);
  if (!asked) return draft.outcome();
  const { survey } = asked;
  const response = await responseTo(context, survey);
  const interaction = await context.store.get("interaction", survey.interactionId);
  const isStanding = interaction?.resolutionId === survey.resolutionId;
  if (!interaction || !(await isOffered(context, survey, response, event.at, isStanding))) {
    const text = context.wording.say(survey.locale, "survey.notOpen");
    await refusePerson(context, draft, survey, event.by, { code: "late", text });
    return draft.outcome();
  }
  if (isStanding) reopen(draft, interaction);
  sayInSurvey(context, draft, survey, notice(context, survey, "conversation.reopened", event.by.address));
  if (response?.comment != null) {
    const withdrawn = { ...response, comment: null, commentedAt: null, commentEntryId: null };
    revise(context, draft, withdrawn, { via: "tap", at: event.at });
  }
  return draft.outcome();
}

/** While the resolution stands, and an answer or a reason is awaited or something was written that may be a question; of a reason that was typed, within the day. */
async function isOffered(
  context: Context,
  survey: Survey,
  response: Response | null,
  at: number,
  isStanding: boolean,
): Promise<boolean> {
  if (response === null || response.comment === null) {
    const isAwaited = response === null ? isAwaitingAnswer(survey) : awaitsComment(response, at);
    return isStanding && (isAwaited || (await mayWait(context, survey)));
  }
  const where = { responseId: response.id, number: response.revisionCount };
  const [latest] = await context.store.list("revision", { where, limit: 1 });
  return latest?.via === "typed" && at < latest.at + COMMENT_WINDOW;
}
