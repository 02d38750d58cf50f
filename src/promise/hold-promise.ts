import type { Context } from "../context.ts";
import type { Draft, RowChange } from "../outcome.ts";
import type { Post } from "../rows.ts";
import { quietUntil } from "../survey/quiet-hours.ts";
import { promiseAskedIn } from "./promise-messages.ts";

/** Keeps the question about a promise from leaving where it would arrive in quiet hours, or nobody wants it any more; true where it was kept. */
export async function holdPromise(context: Context, draft: Draft, post: Post, at: number): Promise<boolean> {
  const promise = await promiseAskedIn(context, post.message);
  const customer = promise && (await context.store.get("customer", promise.customerId));
  if (!promise || !customer) return false;
  const freeAt = quietUntil(at, context.settings, customer);
  const isWanted = customer.optedOutAt === null;
  // Its version guards against an opt-out that is being saved at this moment.
  draft.put("customer", customer);
  if (isWanted && freeAt <= at) return false;
  draft.put("post", isWanted ? { ...post, dueAt: freeAt } : { ...post, state: "withdrawn" });
  if (!isWanted) draft.put("promise", { ...promise, askedAt: null });
  return true;
}

/** A question that never came to stand was not asked. */
export async function settlePromise(
  context: Context,
  draft: Draft,
  { before, after: post }: RowChange<"post">,
): Promise<void> {
  const isLost = post.state === "failed" && before?.state !== "failed";
  const promise = isLost ? await promiseAskedIn(context, post.message) : null;
  if (promise) draft.put("promise", { ...promise, askedAt: null });
}
