import type { Context } from "../context.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Draft } from "../outcome.ts";
import type { Post } from "../rows.ts";
import { leftOf } from "./erased-messages.ts";
import { type FoundTraces, gatherTraces } from "./gather-traces.ts";
import type { Tombstone } from "./tombstone.ts";
import { isQuoteOf } from "./traces.ts";

/** So many posts are looked at, and so many edited in chat, in one save. */
const POSTS = 300;
const EDITS = 100;

/** What becomes of one post: nothing, it goes, or it stays for now with what may be read of it. */
type Fate =
  | { readonly kind: "untouched" | "gone" }
  | { readonly kind: "kept"; readonly post: Post; readonly isEmpty: boolean };

/** What stands in a post of which nothing is left. */
function emptied({ wording, settings }: Context): OutboundMessage {
  const text = wording.say(wording.choose(settings.desk.locale), "privacy.removed");
  return { kind: "notice", text, actions: [] };
}

/** Whether the words stand in chat where they can be changed, or may stand there by now: a word to one person alone cannot. */
function isStanding({ state, reference, message }: Post): boolean {
  const isAway = message.privateTo !== undefined || message.kind === "webhook";
  return !isAway && (state === "sending" || (state === "posted" && reference !== null));
}

/** The first post of those that took each other's place. */
function rootOf({ id, message }: Post): string {
  return message.replaces ?? id;
}

/** Whether it quotes somebody without saying from which conversation. */
function isUnnamedQuote({ message }: Post): boolean {
  return message.quote !== undefined && message.about === undefined;
}

/** What the person has written, where any of the posts has a quote that may be of it. */
async function quotableIn({ store }: Context, posts: readonly Post[], { addresses }: FoundTraces): Promise<string[]> {
  if (!posts.some(isUnnamedQuote)) return [];
  return (await store.list("entry", { where: { address: addresses } })).map(({ text }) => text);
}

function fateOf(context: Context, post: Post, traces: FoundTraces, written: readonly string[]): Fate {
  const isTheirs = traces.lanes.has(post.lane);
  const texts = [...written, ...traces.words];
  const isQuoting = isUnnamedQuote(post) && isQuoteOf(post.message.quote?.text ?? "", texts);
  const left = isTheirs || isQuoting ? null : leftOf(post.message, traces);
  if (left === post.message) return { kind: "untouched" };
  const isStaying = isStanding(post) && (post.state === "sending" || !isTheirs);
  if (left === null && !isStaying) return { kind: "gone" };
  const { replaces } = post.message;
  const message = { ...(left ?? emptied(context)), ...(replaces === undefined ? {} : { replaces }) };
  return { kind: "kept", post: { ...post, message, surveyId: null }, isEmpty: left === null };
}

/** A survey lets go of the post of its question. */
function letGo(draft: Draft, { surveys }: FoundTraces, { id }: Post): void {
  for (const survey of surveys.filter(({ questionPostId }) => questionPostId === id))
    draft.put("survey", { ...(draft.drafted("survey", survey.id) ?? survey), questionPostId: null });
}

/** Has so many posts edited in chat, each to what is left of the one that stands there. */
async function sayEdits(context: Context, draft: Draft, tombstone: Tombstone): Promise<Tombstone> {
  const all = Object.entries(tombstone.edits);
  const posts = [...tombstone.posts];
  for (const [root, latest] of all.slice(0, EDITS)) {
    const post = draft.drafted("post", latest) ?? (await context.store.get("post", latest));
    if (!post) continue;
    const id = context.ids.next();
    draft.say({ id, to: post.lane, message: { ...post.message, replaces: root } });
    if (posts.includes(latest)) posts.push(id);
  }
  const edits = Object.fromEntries(all.slice(EDITS));
  const isDone = all.length <= EDITS;
  return { ...tombstone, edits, posts, ...(isDone ? { stage: "digests", after: "" } : {}) };
}

/** Goes through the next part of the outbox for what is the person's: it goes or is emptied, and what stands in chat is edited in the end. */
export async function erasePosts(
  context: Context,
  draft: Draft,
  tombstone: Tombstone,
  customerId: string,
): Promise<Tombstone> {
  const posts = await context.store.list("post", { after: tombstone.after, limit: POSTS });
  const traces = await gatherTraces(context.store, customerId);
  const written = await quotableIn(context, posts, traces);
  const edits = new Map(Object.entries(tombstone.edits));
  const kept = new Set(tombstone.posts);
  for (const post of posts.filter(({ id }) => !kept.has(id))) {
    const fate = fateOf(context, post, traces, written);
    if (fate.kind !== "untouched") letGo(draft, traces, post);
    if (fate.kind === "gone") draft.remove("post", post);
    if (fate.kind === "kept") draft.put("post", fate.post);
    if (fate.kind === "kept" && fate.isEmpty) kept.add(post.id);
    if (!isStanding(post) || traces.lanes.has(post.lane)) continue;
    if (fate.kind === "kept") edits.set(rootOf(post), post.id);
    else edits.delete(rootOf(post));
  }
  const after = posts.at(-1)?.id ?? tombstone.after;
  const went = { ...tombstone, after, edits: Object.fromEntries(edits), posts: [...kept] };
  return posts.length < POSTS ? sayEdits(context, draft, went) : went;
}
