import type { Context } from "../context.ts";
import { fated } from "../interaction/interaction.ts";
import type { Draft } from "../outcome.ts";
import { whyNotAsk } from "./eligibility.ts";
import { putQuestion, type Subject } from "./put-question.ts";
import { ended, type Survey } from "./survey.ts";
import { questionMessage } from "./survey-messages.ts";

/** Puts the question, or cancels it with the reason that has come up since it was scheduled. */
export async function askSurvey(context: Context, draft: Draft, subject: Subject): Promise<void> {
  const { survey, customer, interaction, resolution, at } = subject;
  const all = await context.store.list("survey", { where: { customerId: customer.id } });
  const earlier = all.filter(({ id }) => id !== survey.id);
  const candidate = { customer, interaction, earlier, draw: resolution.id, skipped: false, askAt: at };
  const isStillResolved = interaction.resolutionId === resolution.id;
  const reason = isStillResolved ? whyNotAsk(candidate, context.settings.ask) : "reopened";
  if (reason !== null) {
    draft.put("survey", ended(survey, "cancelled", at));
    draft.put("resolution", fated(resolution, "not-asked", at, reason));
    return;
  }
  const { remindAfter, expireAfter } = context.settings.ask;
  const questionPostId = context.ids.next();
  const asked: Survey = {
    ...survey,
    state: "asked",
    askedAt: at,
    dueAt: at + Math.min(remindAfter, expireAfter),
    questionPostId,
  };
  draft.put("survey", asked);
  // The customer's version guards against an opt-out that is being saved at this moment.
  draft.put("customer", customer);
  putQuestion(draft, subject, {
    id: questionPostId,
    to: survey.askIn,
    message: questionMessage(context, asked),
    surveyId: survey.id,
  });
}
