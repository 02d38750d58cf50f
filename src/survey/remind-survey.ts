import type { Context } from "../context.ts";
import type { Draft } from "../outcome.ts";
import { putQuestion, type Subject } from "./put-question.ts";
import { closedMessage, questionText, reminderMessage, sayInSurvey } from "./survey-messages.ts";

/** Asks once more and never again. A question that was not delivered, or whose reader has opted out since, only waits for its expiry. */
export function remindSurvey(context: Context, draft: Draft, subject: Subject): void {
  const { survey, customer, at } = subject;
  const dueAt = (survey.askedAt ?? at) + context.settings.ask.expireAfter;
  if (survey.deliveredAt === null || survey.questionPostId === null || customer.optedOutAt !== null) {
    draft.put("survey", { ...survey, dueAt });
    return;
  }
  const plain = { ...closedMessage(context, survey, "survey.question"), text: questionText(context, survey) };
  sayInSurvey(context, draft, survey, { ...plain, replaces: survey.questionPostId });
  const questionPostId = context.ids.next();
  draft.put("survey", { ...survey, state: "reminded", remindedAt: at, dueAt, questionPostId });
  putQuestion(draft, subject, {
    id: questionPostId,
    to: survey.askIn,
    message: reminderMessage(context, survey),
    surveyId: survey.id,
  });
}
