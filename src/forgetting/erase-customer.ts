import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { eraseInDigests, eraseReceipts } from "./erase-elsewhere.ts";
import { erasePosts } from "./erase-posts.ts";
import { eraseRows } from "./erase-rows.ts";
import { isBegun, type Tombstone } from "./tombstone.ts";

/** From one look at what is still to be edited in chat to the next, milliseconds. */
const LOOK_AGAIN = 60_000;
/** So many posts go in one save. */
const POSTS = 300;

/** Once all of them have left, the emptied posts and the edits go as well. */
async function eraseEdits({ store }: Context, draft: Draft, tombstone: Tombstone, at: number): Promise<Tombstone> {
  const posts = await store.list("post", { where: { id: tombstone.posts.slice(0, POSTS) } });
  const isLeft = posts.some(({ state }) => state === "pending" || state === "sending");
  if (isLeft) return { ...tombstone, dueAt: at + LOOK_AGAIN };
  for (const post of posts) draft.remove("post", post);
  const left = tombstone.posts.slice(POSTS);
  return left.length > 0 ? { ...tombstone, posts: left } : { ...tombstone, posts: [], stage: "done", dueAt: null };
}

function step(context: Context, draft: Draft, tombstone: Tombstone, at: number): Promise<Tombstone> | Tombstone {
  const { customerId, stage } = tombstone;
  if (stage === "edits") return eraseEdits(context, draft, tombstone, at);
  if (customerId === null) return { ...tombstone, stage: "edits" };
  if (stage === "posts") return erasePosts(context, draft, tombstone, customerId);
  if (stage === "digests") return eraseInDigests(context, draft, tombstone, customerId);
  if (stage === "receipts") return eraseReceipts(context, draft, tombstone, customerId);
  return eraseRows(context, draft, tombstone, customerId);
}

/** The clock goes on with forgetting somebody: one bounded part of it, until nothing is left. What is broken off goes on where it was. */
export async function eraseCustomer(event: EventOf<"tombstone-due">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const tombstone = await context.store.get("tombstone", event.subject);
  if (!tombstone || !isBegun(tombstone) || tombstone.dueAt === null || tombstone.dueAt > event.at)
    return draft.outcome();
  const went = await step(context, draft, tombstone, event.at);
  draft.put("tombstone", went);
  if (went.stage === "edits" && tombstone.stage !== "edits")
    draft.audit({ by: null, act: "erased", table: "tombstone", subject: went.id, via: "clock" });
  return draft.outcome();
}
