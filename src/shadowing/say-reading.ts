import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import type { Person } from "../interaction/customer.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import type { ReadSitting, ReadTranscript, Revealed } from "../privacy/disclosure.ts";
import type { Post } from "../rows.ts";
import { leaderOf } from "./find-leader.ts";
import { readingMessages, revealMessage, transcriptMessages } from "./reading-messages.ts";
import { sayPrivately } from "./sitting-messages.ts";

/** So many of the last posts on a direct line are looked through for those of a sitting. */
const LOOKED_BACK = 200;
/** What stands on a direct line since so short a time is not said there again, milliseconds: a second press meant the first. */
const STANDS_FOR_MS = 60_000;

function asks({ message }: Post, sittingId: string, name: "guess" | "lesson"): boolean {
  return message.actions.some((action) => action.name === name && action.subject === sittingId);
}

function latestPosts({ store }: Context, lane: string): Promise<Post[]> {
  return store.list("post", { where: { lane }, descending: true, limit: LOOKED_BACK });
}

async function sayTranscript(outcome: Outcome, by: Person, read: ReadSitting, context: Context): Promise<Outcome> {
  const leader = await leaderOf(context, by);
  const since = context.clock.now() - STANDS_FOR_MS;
  const latest = (await latestPosts(context, leader.address)).filter(({ createdAt }) => createdAt > since);
  if (latest.some((post) => asks(post, read.sittingId, "guess") || asks(post, read.sittingId, "lesson")))
    return outcome;
  const draft = createDraft(outcome);
  for (const message of readingMessages(leader, read)) sayPrivately(context, draft, leader, message);
  return draft.outcome();
}

/** In the place of the question that was answered by the guess; a second press leaves what stands there. */
async function sayReveal(outcome: Outcome, by: Person, shown: Revealed, context: Context): Promise<Outcome> {
  const leader = await leaderOf(context, by);
  const latest = await latestPosts(context, leader.address);
  if (latest.some((post) => asks(post, shown.sittingId, "lesson"))) return outcome;
  const sitting = await context.store.get("sitting", shown.sittingId);
  const asked = latest.find((post) => asks(post, shown.sittingId, "guess"));
  const place = { ...(sitting ? { wordsOf: sitting.interactionId } : {}), ...(asked ? { replaces: asked.id } : {}) };
  const draft = createDraft(outcome);
  sayPrivately(context, draft, leader, { ...revealMessage(leader, shown), ...place });
  return draft.outcome();
}

/** What a conversation that goes on has come to, above the entries that are to come. */
async function sayLive(outcome: Outcome, by: Person, transcript: ReadTranscript, context: Context): Promise<Outcome> {
  const leader = await leaderOf(context, by);
  const draft = createDraft({ ...outcome, messages: [] });
  for (const message of transcriptMessages(leader, transcript, leader.say("live.soFar")))
    sayPrivately(context, draft, leader, message);
  for (const said of outcome.messages) draft.say(said);
  return draft.outcome();
}

/** Events by which somebody reads in chat or on a page. */
type ReadInChat = EventOf<"sitting-opened" | "sitting-next" | "score-guessed" | "live-wanted">;

/** Says what was given to somebody who reads in chat on their direct line, in the same save as the line of the audit log; a page shows it itself. Rejects as the store does. */
export async function sayReading(event: ReadInChat, context: Context, outcome: Outcome): Promise<Outcome> {
  const { disclosed } = outcome;
  if (disclosed === undefined || event.via === "page") return outcome;
  switch (disclosed.kind) {
    case "sitting":
      return sayTranscript(outcome, event.by, disclosed, context);
    case "reveal":
      return sayReveal(outcome, event.by, disclosed, context);
    case "transcript":
      return sayLive(outcome, event.by, disclosed.transcript, context);
    default:
      return outcome;
  }
}
