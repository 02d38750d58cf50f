import type { OutboundMessage } from "../../../src/messages.ts";
import type { Post } from "../../../src/rows.ts";

/** A post as it stands on a page. */
export interface ShownPost {
  /** Id of the first post in this place; it stays the same when the post is replaced. */
  readonly place: string;
  /** When the first post in this place was posted. */
  readonly at: number;
  readonly message: OutboundMessage;
}

function rootOf(post: Post, byId: ReadonlyMap<string, Post>): Post {
  const earlier = post.message.replaces === undefined ? undefined : byId.get(post.message.replaces);
  return earlier === undefined ? post : rootOf(earlier, byId);
}

/** The posts as the viewer (an address; null for nobody in particular) sees them, oldest first: a replacing post takes the place of the one it replaces. */
export function shownPosts(posts: readonly Post[], viewer: string | null): ShownPost[] {
  const visible = posts
    .filter((post) => post.message.privateTo === undefined || post.message.privateTo === viewer)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(visible.map((post) => [post.id, post]));
  const places = new Map<string, ShownPost>();
  for (const post of visible) {
    const root = rootOf(post, byId);
    places.set(root.id, { place: root.id, at: root.postedAt ?? root.createdAt, message: post.message });
  }
  return [...places.values()];
}
