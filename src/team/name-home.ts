import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import type { Post } from "../rows.ts";
import { homeCursor, withSpace } from "./home.ts";
import type { TeamPost } from "./team-post.ts";

/** Most posts that are readdressed in one save. */
const MOST_AT_ONCE = 200;

type Readdress = (address: string) => string;

function readdressed<P extends TeamPost & { readonly thread?: string | null }>(
  posts: readonly P[],
  named: Readdress,
): P[] {
  return posts.map((post) => ({
    ...post,
    lane: named(post.lane),
    ...(post.thread ? { thread: named(post.thread) } : {}),
  }));
}

function isAtHome(posts: readonly TeamPost[], named: Readdress): boolean {
  return posts.some(({ lane }) => named(lane) !== lane);
}

/** The cases about which the posts are, which name them by address. */
async function nameInCases({ store }: Context, draft: Draft, posts: readonly Post[], named: Readdress): Promise<void> {
  const about = posts.map(({ message }) => message.about).filter((id) => id !== undefined);
  for (const item of await store.list("case", { where: { interactionId: about } }))
    if (isAtHome(item.alerts, named)) draft.put("case", { ...item, alerts: readdressed(item.alerts, named) });
}

async function nameInCords({ store }: Context, draft: Draft, named: Readdress): Promise<void> {
  for (const cord of await store.list("cord", { where: { state: "pulled" } }))
    if (isAtHome(cord.posts, named)) draft.put("cord", { ...cord, posts: readdressed(cord.posts, named) });
}

async function nameInGreetings({ store }: Context, draft: Draft, named: Readdress): Promise<void> {
  for (const greeting of await store.list("greeting", { where: { state: ["assigned", "greeted", "unreached"] } }))
    if (isAtHome(greeting.posts, named))
      draft.put("greeting", { ...greeting, posts: readdressed(greeting.posts, named) });
}

async function nameInDigests({ store }: Context, draft: Draft, named: Readdress): Promise<void> {
  for (const row of await store.list("digest", {}))
    if (isAtHome(row.posts, named)) draft.put("digest", { ...row, posts: readdressed(row.posts, named) });
}

/**
 * A platform has told which space `home` is: posts, cases, cords, greetings that go on and digests name it from then on. So many at a time; once nothing is left
 * it is remembered under {@link homeCursor}.
 */
export async function nameHome(event: EventOf<"home-found">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { platform, space, at } = event;
  const named: Readdress = (address) => withSpace(address, platform, space);
  const id = homeCursor(platform);
  const posts = await context.store.list("post", { startsWith: { lane: `${id}:` }, limit: MOST_AT_ONCE });
  for (const post of posts) draft.put("post", { ...post, lane: named(post.lane) });
  await nameInCases(context, draft, posts, named);
  if (posts.length === MOST_AT_ONCE) return draft.outcome();
  await nameInCords(context, draft, named);
  await nameInGreetings(context, draft, named);
  await nameInDigests(context, draft, named);
  const known = await context.store.get("cursor", id);
  if (known?.position !== space) draft.put("cursor", { id, version: known?.version ?? 0, position: space, at });
  return draft.outcome();
}
