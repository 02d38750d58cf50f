import type { Context } from "../context.ts";
import type { Draft } from "../outcome.ts";
import { reminderAfter } from "../trial.ts";
import { readerToCall } from "./ask-survey.ts";
import { sayInSurvey } from "./say-to-customer.ts";
import type { Subject } from "./subject.ts";
import { closedMessage, questionText, reminderMessage } from "./survey-messages.ts";

/**
 * Asks once more and never again. A question that was not delivered yet is looked at again later; one whose reader has opted out
 * since only waits for its expiry.
 */
export async function remindSurvey(context: Context, draft: Draft, subject: Subject): Promise<void> {
  const { survey, customer, interaction, at } = subject;
  const { remindAfter: normal, expireAfter } = context.settings.ask;
  const remindAfter = reminderAfter(survey.trialArm, normal);
  const expiresAt = (survey.askedAt ?? at) + expireAfter;
  if (survey.deliveredAt === null || survey.questionPostId === null) {
    draft.put("survey", { ...survey, dueAt: Math.min(expiresAt, at + remindAfter) });
    return;
  }
  if (survey.state === "reminded" || customer.optedOutAt !== null || remindAfter === Number.POSITIVE_INFINITY) {
    draft.put("survey", { ...survey, dueAt: expiresAt });
    return;
  }
  const plain = { ...closedMessage(context, survey, "survey.question"), text: questionText(context, survey) };
  sayInSurvey(context, draft, survey, { ...plain, replaces: survey.questionPostId });
  const questionPostId = context.ids.next();
  draft.put("survey", { ...survey, state: "reminded", remindedAt: at, dueAt: expiresAt, questionPostId });
  // The customer's version guards against an opt-out that is being saved at this moment.
  draft.put("customer", customer);
  draft.say({
    id: questionPostId,
    to: survey.askIn,
    message: reminderMessage(context, survey, await readerToCall(context, survey, interaction)),
    surveyId: survey.id,
  });
}
