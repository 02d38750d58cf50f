import type { Context } from "../context.ts";
import type { Draft } from "../outcome.ts";
import type { Post } from "../rows.ts";
import { quietUntil } from "./quiet-hours.ts";
import { settleFate } from "./settle-fate.ts";
import { ended, isAwaitingAnswer, type Survey } from "./survey.ts";

/** Keeps a question from leaving that is over, unwanted by now, or would arrive in quiet hours; true where it was kept. */
export async function holdQuestion(context: Context, draft: Draft, post: Post, at: number): Promise<boolean> {
  if (post.surveyId === null) return false;
  const survey = await context.store.get("survey", post.surveyId);
  const customer = survey && (await context.store.get("customer", survey.customerId));
  if (!survey || !customer) return false;
  // Their versions guard against an answer or an opt-out that is being saved at this moment.
  draft.put("customer", customer);
  draft.put("survey", survey);
  const isWanted = isAwaitingAnswer(survey) && survey.questionPostId === post.id && customer.optedOutAt === null;
  const freeAt = quietUntil(at, context.settings, customer);
  if (isWanted && freeAt <= at) return false;
  draft.put("post", isWanted ? { ...post, dueAt: freeAt } : { ...post, state: "withdrawn" });
  if (!isWanted) await endUnwanted(context, draft, survey, at);
  return true;
}

/** A question that was held back because its reader opted out has not been asked. */
async function endUnwanted(context: Context, draft: Draft, survey: Survey, at: number): Promise<void> {
  if (!isAwaitingAnswer(survey) || survey.deliveredAt !== null) return;
  draft.put("survey", ended(survey, "cancelled", at));
  await settleFate(context, draft, survey, "not-asked", at, "opted-out");
}
