import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { holdPromise } from "../promise/hold-promise.ts";
import { holdTold } from "../recovery/say-told.ts";
import type { Post } from "../rows.ts";
import { holdQuestion } from "../survey/hold-question.ts";
import { holdPlaces, isAboutPauses } from "./hold-pauses.ts";
import { isFree, isHeldBy, leasedTo, UNLEASED } from "./lease.ts";
import { isOn, pauseIdsBefore } from "./pause.ts";

/** A dispatcher reports how far a post has got. What must not leave (now), or is another's, is refused. */
export async function settlePost(event: EventOf<"post-moved">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const post = await context.store.get("post", event.postId);
  if (!post || !isUnsettled(post) || !isMovers(post, event)) {
    draft.refuse({ code: "late", text: `Post ${event.postId} is settled, or another's` });
    return draft.outcome();
  }
  const known = { where: { id: pauseIdsBefore(post) } };
  const pauses = isAboutPauses(event.move) ? await context.store.list("pause", known) : [];
  if (event.move.kind === "sending" && pauses.some((pause) => isOn(pause, event.at))) {
    draft.refuse({ code: "late", text: `Post ${event.postId} goes where nothing may be posted now` });
    return draft.outcome();
  }
  if (event.move.kind === "sending" && (await isHeld(context, draft, { ...post, ...UNLEASED }, event.at))) {
    draft.refuse({ code: "late", text: `Post ${event.postId} is not to leave now` });
    return draft.outcome();
  }
  draft.put("post", moved(post, event));
  holdPlaces(draft, pauses, post, event.move);
  return draft.outcome();
}

/** Whether what is about to leave must not, by what has happened since it was said. */
async function isHeld(context: Context, draft: Draft, post: Post, at: number): Promise<boolean> {
  for (const hold of [holdQuestion, holdPromise, holdTold, holdReplacement])
    if (await hold(context, draft, post, at)) return true;
  return false;
}

/** Keeps from leaving what would replace a message that was withdrawn before it ever stood; true where it was kept. */
async function holdReplacement({ store }: Context, draft: Draft, post: Post): Promise<boolean> {
  const replaced = post.message.replaces ? await store.get("post", post.message.replaces) : null;
  if (replaced?.state !== "withdrawn") return false;
  draft.put("post", { ...post, state: "withdrawn" });
  return true;
}

function isUnsettled({ state }: Post): boolean {
  return state === "pending" || state === "sending";
}

/** Whether the mover holds the post, or nobody does and nobody has moved it since it was taken up. */
function isMovers(post: Post, { owner, version, at }: EventOf<"post-moved">): boolean {
  return isHeldBy(post, owner) || (isFree(post, at) && post.version === version);
}

function moved(post: Post, { move, at, owner }: EventOf<"post-moved">): Post {
  const free = { ...post, ...UNLEASED };
  switch (move.kind) {
    case "held":
      return { ...post, ...leasedTo(owner, move.until) };
    case "sending":
      return { ...post, ...leasedTo(owner, move.until), state: "sending", attempts: post.attempts + 1, sentAt: at };
    case "posted":
      return { ...free, state: "posted", postedAt: at, reference: move.reference, error: null };
    case "retry":
      return { ...free, state: move.state, attempts: move.attempts, dueAt: move.dueAt, error: move.error };
    case "failed":
      return { ...free, state: "failed", error: move.reason };
  }
}
