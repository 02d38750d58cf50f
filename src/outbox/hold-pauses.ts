import type { Context } from "../context.ts";
import type { Draft } from "../outcome.ts";
import type { Post, PostMove } from "../rows.ts";
import { pauseId, pausesAfter, pausesBefore } from "./pause.ts";

/** Whether the post has to wait because of what it or another has met, whichever dispatcher that was. */
export async function holdPaused({ store }: Context, post: Post, at: number): Promise<boolean> {
  const [pause] = await store.list("pause", {
    where: { id: pausesBefore(post) },
    atLeast: { until: at + 1 },
    limit: 1,
  });
  return pause !== undefined;
}

async function putPauses({ store }: Context, draft: Draft, ids: readonly string[], until: number): Promise<void> {
  const known = await store.list("pause", { where: { id: ids } });
  for (const id of ids) {
    const before = known.find((one) => one.id === id);
    if (before === undefined || before.until < until) draft.put("pause", { version: 0, ...before, id, until });
  }
}

/** Keeps in the same save what has to wait because of the move: the channel for its pace, or what the platform wants left alone. Of two that send to one channel at once, one is stale. */
export async function holdPlaces(context: Context, draft: Draft, post: Post, move: PostMove): Promise<void> {
  if (move.kind === "sending" && move.pacedUntil !== undefined)
    await putPauses(context, draft, [pauseId("paced", post.lane)], move.pacedUntil);
  if (move.kind === "retry" && move.pause !== undefined)
    await putPauses(context, draft, pausesAfter(post, move.pause.reach), move.pause.until);
}
