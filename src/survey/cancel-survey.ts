import type { Context } from "../context.ts";
import type { Draft } from "../outcome.ts";
import { ended, isOpen, type Survey } from "./survey.ts";
import { closeQuestion } from "./survey-messages.ts";

/** Keeps a question that has not left the outbox from being sent. True if there was one. */
export async function withdrawQuestion(context: Context, draft: Draft, survey: Survey): Promise<boolean> {
  if (survey.questionPostId === null) return false;
  const post = await context.store.get("post", survey.questionPostId);
  if (post?.state !== "pending") return false;
  draft.put("post", { ...post, state: "failed", error: "withdrawn before it was sent" });
  return true;
}

/** Cancels a survey that still waits; a question that has been put says so. Ended surveys are left alone. */
export async function cancelSurvey(context: Context, draft: Draft, survey: Survey, at: number): Promise<void> {
  if (!isOpen(survey)) return;
  draft.put("survey", ended(survey, "cancelled", at));
  if (!(await withdrawQuestion(context, draft, survey))) closeQuestion(context, draft, survey, "survey.superseded");
}
