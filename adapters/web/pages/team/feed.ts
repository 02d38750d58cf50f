import type { DigestRow } from "../../../../src/rows.ts";
import { type PageDesk, TEAM_LANE } from "../../desk.ts";
import { type ShownPost, shownPosts } from "../shown-posts.ts";

const MOST_READ = 300;
const MOST_SHOWN = 50;

/** What the bot posted to the team, latest first. */
export async function loadFeed(desk: PageDesk, viewer: string | null): Promise<ShownPost[]> {
  const posts = await desk.store.list("post", {
    where: { lane: TEAM_LANE, state: "posted" },
    orderBy: "id",
    descending: true,
    limit: MOST_READ,
  });
  return shownPosts(posts, viewer).toReversed().slice(0, MOST_SHOWN);
}

/** The digest that was posted last among these posts. */
export async function loadLatestDigest(desk: PageDesk, posts: readonly ShownPost[]): Promise<DigestRow | null> {
  const id = posts.find(({ message }) => message.kind === "digest")?.message.picture?.digestId;
  return id === undefined ? null : desk.store.get("digest", id);
}
