import type { Context } from "../context.ts";
import { fated } from "../interaction/interaction.ts";
import type { Draft } from "../outcome.ts";
import { withdrawQuestion } from "./cancel-survey.ts";
import type { Subject } from "./put-question.ts";
import { ended } from "./survey.ts";
import { closeQuestion } from "./survey-messages.ts";

/** Closes a survey that nobody answered. Silence counts as such only where the question was delivered. */
export async function expireSurvey(context: Context, draft: Draft, subject: Subject): Promise<void> {
  const { survey, resolution, at } = subject;
  if (survey.deliveredAt === null && (await withdrawQuestion(context, draft, survey))) {
    draft.put("survey", ended(survey, "undeliverable", at));
    draft.put("resolution", fated(resolution, "undeliverable", at, "not-delivered-in-time"));
    return;
  }
  draft.put("survey", ended(survey, "expired", at));
  draft.put("resolution", fated(resolution, "silent", at));
  closeQuestion(context, draft, survey, "survey.closed");
}
