import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import type { Post } from "../rows.ts";
import { holdQuestion } from "../survey/hold-question.ts";

/** The dispatcher reports how far a post has got. What must not leave (now), or is another's already, is refused. */
export async function settlePost(event: EventOf<"post-moved">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const post = await context.store.get("post", event.postId);
  if (!post || !isUnsettled(post) || isAnothers(post, event)) {
    draft.refuse({ code: "late", text: `Post ${event.postId} is settled, or is being sent already` });
    return draft.outcome();
  }
  if (event.move.kind === "sending" && (await holdQuestion(context, draft, post, event.at))) {
    draft.refuse({ code: "late", text: `Post ${event.postId} is not to leave now` });
    return draft.outcome();
  }
  draft.put("post", moved(post, event));
  return draft.outcome();
}

function isUnsettled({ state }: Post): boolean {
  return state === "pending" || state === "sending";
}

/** Whether somebody else has moved the post since it was read to be sent. */
function isAnothers(post: Post, { move }: EventOf<"post-moved">): boolean {
  return move.kind === "sending" && move.version !== post.version;
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
