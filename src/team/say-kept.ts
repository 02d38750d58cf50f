import type { Context } from "../context.ts";
import { platformOf } from "../interaction/address.ts";
import type { Draft } from "../outcome.ts";
import type { Post } from "../rows.ts";
import type { TeamPost } from "./team-post.ts";

/** The cord whose card is said elsewhere knows it there. */
async function moveCord({ store }: Context, draft: Draft, id: string, moved: TeamPost): Promise<void> {
  for (const cord of await store.list("cord", { where: { state: "pulled" } })) {
    const posts = cord.posts.map((one) => (one.postId === id ? moved : one));
    if (cord.posts.some((one) => one.postId === id)) draft.put("cord", { ...cord, posts });
  }
}

/**
 * An alert that waited for a team channel which the settings do not name any more is said in the one that they name on that
 * platform, and its case or cord knows it there; an edit of it follows.
 */
export async function sayKept(context: Context, draft: Draft, { id, lane, message }: Post): Promise<void> {
  const to = context.teamLanes.find((other) => platformOf(other) === platformOf(lane));
  if (to === undefined) return;
  const { replaces, ...words } = message;
  const about = message.about === undefined ? [] : [message.about];
  const items = await context.store.list("case", { where: { interactionId: about } });
  if (replaces !== undefined) {
    const standing = items.flatMap(({ alerts }) => alerts).find((alert) => alert.lane === to);
    if (standing) draft.say({ id: context.ids.next(), to, message: { ...words, replaces: standing.postId } });
    return;
  }
  const postId = context.ids.next();
  draft.say({ id: postId, to, message: words });
  await moveCord(context, draft, id, { lane: to, postId });
  for (const item of items) {
    const alerts = item.alerts.map((one) => (one.postId === id ? { ...one, lane: to, postId, thread: null } : one));
    if (item.alerts.some((one) => one.postId === id)) draft.put("case", { ...item, alerts });
  }
}
