import type { Context } from "./context.ts";
import type { EventOf } from "./events.ts";
import { createDraft, type Draft, type Outcome } from "./outcome.ts";
import { customerName, sayToTeam } from "./recovery/case-messages.ts";
import type { Post } from "./rows.ts";
import { afterQuietHours } from "./survey/quiet-hours.ts";
import { settleFate } from "./survey/settle-fate.ts";
import { ended, isAwaitingAnswer, type Survey } from "./survey/survey.ts";

/** The dispatcher reports how far a post has got. A post that is settled already is refused. */
export async function settlePost(event: EventOf<"post-moved">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const post = await context.store.get("post", event.postId);
  if (!post || post.state === "posted" || post.state === "failed") {
    draft.refuse({ code: "late", text: `Post ${event.postId} is settled already` });
    return draft.outcome();
  }
  const quietUntil = await endOfQuiet(context, post, event);
  if (quietUntil !== null) {
    draft.put("post", { ...post, dueAt: quietUntil });
    draft.refuse({ code: "late", text: `Post ${event.postId} waits for the end of quiet hours` });
    return draft.outcome();
  }
  draft.put("post", moved(post, event));
  if (post.surveyId !== null) await settleQuestion(context, draft, post, post.surveyId, event);
  return draft.outcome();
}

/** When a question that is about to leave in quiet hours may do so; null where it may leave now. */
async function endOfQuiet(context: Context, post: Post, { move, at }: EventOf<"post-moved">): Promise<number | null> {
  if (post.surveyId === null || move.kind !== "sending") return null;
  const survey = await context.store.get("survey", post.surveyId);
  const customer = survey && (await context.store.get("customer", survey.customerId));
  const { ask, desk } = context.settings;
  const free = afterQuietHours(at, ask.quietHours, customer?.zone ?? desk.zone);
  return free > at ? free : null;
}

function moved(post: Post, { move, at }: EventOf<"post-moved">): Post {
  switch (move.kind) {
    case "sending":
      return { ...post, state: "sending", attempts: post.attempts + 1 };
    case "posted":
      return { ...post, state: "posted", postedAt: at, reference: move.reference, error: null };
    case "retry":
      return { ...post, state: move.state, dueAt: move.dueAt, error: move.error };
    case "failed":
      return { ...post, state: "failed", error: move.reason };
  }
}

/** A delivered question counts from then on; one that cannot be delivered directly is put in the conversation, else it is that resolution's fate. */
async function settleQuestion(
  context: Context,
  draft: Draft,
  post: Post,
  surveyId: string,
  event: EventOf<"post-moved">,
): Promise<void> {
  const { move, at } = event;
  const survey = await context.store.get("survey", surveyId);
  if (!survey || survey.questionPostId !== post.id || survey.deliveredAt !== null) return;
  if (move.kind === "posted") draft.put("survey", { ...survey, deliveredAt: at });
  if (move.kind !== "failed" || !isAwaitingAnswer(survey)) return;
  const interaction = await context.store.get("interaction", survey.interactionId);
  if (interaction && interaction.conversation !== survey.askIn) {
    const questionPostId = context.ids.next();
    draft.put("survey", { ...survey, askIn: interaction.conversation, questionPostId });
    draft.say({ id: questionPostId, to: interaction.conversation, message: post.message, surveyId });
    return;
  }
  draft.put("survey", ended(survey, "undeliverable", at));
  await settleFate(context, draft, survey, "undeliverable", at, move.reason);
  await tellTeam(context, draft, survey, move.reason);
}

async function tellTeam(context: Context, draft: Draft, survey: Survey, reason: string): Promise<void> {
  const customer = await context.store.get("customer", survey.customerId);
  if (!customer) return;
  const { wording, settings } = context;
  const values = { customer: customerName(context, customer), reason };
  const text = wording.say(wording.choose(settings.desk.locale), "team.undelivered", values);
  sayToTeam(context, draft, { kind: "alert", text, actions: [], about: survey.interactionId });
}
