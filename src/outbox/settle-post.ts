import type { Context } from "../context.ts";
import { sayDetails } from "../digest/say-details.ts";
import type { EventOf } from "../events.ts";
import { appendBotEntry } from "../interaction/append-entry.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import type { Post } from "../rows.ts";
import { afterQuietHours } from "../survey/quiet-hours.ts";
import { settleFate } from "../survey/settle-fate.ts";
import { ended, isAwaitingAnswer, type Survey } from "../survey/survey.ts";
import { customerName, sayToTeam } from "../team/say-to-team.ts";

/** The dispatcher reports how far a post has got. What must not leave (now), or is another's already, is refused. */
export async function settlePost(event: EventOf<"post-moved">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const post = await context.store.get("post", event.postId);
  if (!post || !isUnsettled(post) || isAnothers(post, event)) {
    draft.refuse({ code: "late", text: `Post ${event.postId} is settled, or is being sent already` });
    return draft.outcome();
  }
  if (event.move.kind === "sending" && (await holdBack(context, draft, post, event.at))) {
    draft.refuse({ code: "late", text: `Post ${event.postId} is not to leave now` });
    return draft.outcome();
  }
  draft.put("post", moved(post, event));
  if (post.surveyId !== null) await settleQuestion(context, draft, post, post.surveyId, event);
  if (event.move.kind === "failed") await missDigest(context, draft, post, event.move.reason);
  if (event.move.kind === "posted" && event.move.thread !== null)
    await sayDetails(context, draft, post.message, event.move.thread);
  return draft.outcome();
}

function isUnsettled({ state }: Post): boolean {
  return state === "pending" || state === "sending";
}

/** Whether somebody else has moved the post since it was read to be sent. */
function isAnothers(post: Post, { move }: EventOf<"post-moved">): boolean {
  return move.kind === "sending" && move.version !== post.version;
}

/** Keeps a question from leaving that is over, unwanted by now, or would arrive in quiet hours. */
async function holdBack(context: Context, draft: Draft, post: Post, at: number): Promise<boolean> {
  if (post.surveyId === null) return false;
  const survey = await context.store.get("survey", post.surveyId);
  const customer = survey && (await context.store.get("customer", survey.customerId));
  if (!survey || !customer) return false;
  // Their versions guard against an answer or an opt-out that is being saved at this moment.
  draft.put("customer", customer);
  draft.put("survey", survey);
  const { ask, desk } = context.settings;
  const isWanted = isAwaitingAnswer(survey) && survey.questionPostId === post.id && customer.optedOutAt === null;
  const freeAt = afterQuietHours(at, ask.quietHours, customer.zone ?? desk.zone);
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

function moved(post: Post, { move, at }: EventOf<"post-moved">): Post {
  switch (move.kind) {
    case "sending":
      return { ...post, state: "sending", attempts: post.attempts + 1 };
    case "posted":
      return { ...post, state: "posted", postedAt: at, reference: move.reference, error: null };
    case "retry":
      return { ...post, state: move.state, attempts: move.attempts, dueAt: move.dueAt, error: move.error };
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
  const interaction = survey && (await context.store.get("interaction", survey.interactionId));
  if (!survey || !interaction) return;
  if (move.kind === "posted") {
    draft.put("interaction", appendBotEntry(draft, interaction, post, at));
    if (survey.deliveredAt === null) draft.put("survey", { ...survey, deliveredAt: at });
  }
  const isUnreached = survey.questionPostId === post.id && survey.deliveredAt === null && isAwaitingAnswer(survey);
  if (move.kind !== "failed" || !isUnreached) return;
  if (interaction.conversation !== survey.askIn) {
    const questionPostId = context.ids.next();
    draft.put("survey", { ...survey, askIn: interaction.conversation, questionPostId });
    draft.say({ id: questionPostId, to: interaction.conversation, message: post.message, surveyId });
    return;
  }
  draft.put("survey", ended(survey, "undeliverable", at));
  await settleFate(context, draft, survey, "undeliverable", at, move.reason);
  await tellTeam(context, draft, survey, move.reason);
}

/** A digest that cannot be edited, because somebody has deleted it perhaps, is said anew. */
async function missDigest(context: Context, draft: Draft, post: Post, reason: string): Promise<void> {
  const { message, lane } = post;
  if (message.kind !== "digest") return;
  if (message.replaces === undefined) return shoutAboutDigest(context, draft, post, reason);
  const { replaces: _, ...anew } = message;
  const postId = context.ids.next();
  draft.say({ id: postId, to: lane, message: anew });
  const row = await context.store.get("digest", message.picture?.digestId ?? "");
  const posts = row?.posts.map((standing) => (standing.lane === lane ? { lane, postId } : standing));
  if (row && posts) draft.put("digest", { ...row, posts });
}

/** A digest that cannot be posted in one team channel is missed there every week: the others say so. */
function shoutAboutDigest(context: Context, draft: Draft, { lane }: Post, reason: string): void {
  const { wording, settings, teamLanes, ids } = context;
  const text = wording.say(wording.choose(settings.desk.locale), "digest.undelivered", { place: lane, reason });
  for (const to of teamLanes.filter((other) => other !== lane))
    draft.say({ id: ids.next(), to, message: { kind: "alert", text, actions: [] } });
}

async function tellTeam(context: Context, draft: Draft, survey: Survey, reason: string): Promise<void> {
  const customer = await context.store.get("customer", survey.customerId);
  if (!customer) return;
  const { wording, settings } = context;
  const values = { customer: customerName(context, customer), reason };
  const text = wording.say(wording.choose(settings.desk.locale), "team.undelivered", values);
  sayToTeam(context, draft, { kind: "alert", text, actions: [], about: survey.interactionId });
}
