import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Draft, RowChange } from "../outcome.ts";
import type { Post } from "../rows.ts";
import { sayDetails } from "./say-details.ts";

/** A digest has been posted or has failed: its details go into the thread under it, or it is said anew or missed aloud. */
export async function settleDigestPost(
  context: Context,
  draft: Draft,
  { before, after: post }: RowChange<"post">,
  event: InboundEvent,
): Promise<void> {
  if (post.message.kind !== "digest" || before?.state === post.state || event.kind !== "post-moved") return;
  const { move } = event;
  if (move.kind === "posted" && move.thread !== null)
    await sayDetails(context, draft, post.message, { address: move.thread, portions: move.portions });
  if (move.kind === "failed") await missDigest(context, draft, post, move.reason);
}

/** A digest that cannot be edited, because somebody has deleted it perhaps, is said anew. */
async function missDigest(context: Context, draft: Draft, { message, lane }: Post, reason: string): Promise<void> {
  if (message.replaces === undefined) return shoutAboutDigest(context, draft, lane, reason);
  const { replaces: _, ...anew } = message;
  const postId = context.ids.next();
  draft.say({ id: postId, to: lane, message: anew });
  const row = message.picture && (await context.store.get("digest", message.picture.digestId));
  const posts = row?.posts.map((standing) => (standing.lane === lane ? { lane, postId } : standing));
  if (row && posts) draft.put("digest", { ...row, posts });
}

/** A digest that cannot be posted in one team channel is missed there every week: the others say so. */
function shoutAboutDigest(context: Context, draft: Draft, lane: string, reason: string): void {
  const { wording, settings, teamLanes, ids } = context;
  const text = wording.say(wording.choose(settings.desk.locale), "digest.undelivered", { place: lane, reason });
  for (const to of teamLanes.filter((other) => other !== lane))
    draft.say({ id: ids.next(), to, message: { kind: "alert", text, actions: [] } });
}
