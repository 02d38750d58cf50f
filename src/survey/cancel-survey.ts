import type { Context } from "../context.ts";
import type { Draft } from "../outcome.ts";
import { takeDownQuestion } from "./say-to-customer.ts";
import { ended, isOpen, type Survey } from "./survey.ts";

/** Cancels a survey that still waits; a question that has been put says so. Ended surveys are left alone. */
export async function cancelSurvey(context: Context, draft: Draft, survey: Survey, at: number): Promise<void> {
  if (!isOpen(survey)) return;
  draft.put("survey", ended(survey, "cancelled", at));
  await takeDownQuestion(context, draft, survey, "survey.superseded");
}
