import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";

/** A program outside is to be told once more what it was told, under the same webhook-id, so that it knows it again. */
export async function sayAgain({ postId }: EventOf<"said-again">, { store, ids }: Context): Promise<Outcome> {
  const draft = createDraft();
  const post = await store.get("post", postId);
  const payload = post?.message.payload;
  if (!post || !payload) draft.refuse({ code: "unknown", text: `There is no webhook's post ${postId}.` });
  else if (post.state === "pending" || post.state === "sending")
    draft.refuse({ code: "late", text: `${postId} still waits to be sent; it needs no replay.` });
  else {
    const message = { ...post.message, payload: { ...payload, id: payload.id ?? post.id } };
    draft.say({ id: ids.next(), to: post.lane, message });
  }
  return draft.outcome();
}
