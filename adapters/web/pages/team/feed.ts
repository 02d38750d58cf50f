import { shownTo } from "../../../../src/chat/find-shown.ts";
import type { DigestRow } from "../../../../src/rows.ts";
import { type ReadingDesk, TEAM_LANE } from "../../desk.ts";
import { agentNamed } from "../people.ts";
import { type ShownPost, shownPosts } from "../shown-posts.ts";
import { loadSteps, type ShownStep } from "./case-steps.ts";

const MOST_READ = 300;
const MOST_SHOWN = 50;

/** A post in the feed, with what happened to its case. */
export interface FeedPost extends ShownPost {
  readonly steps: readonly ShownStep[];
}

/** The post as this reader may read it: whoever may know the score reads it here, so nobody has to ask for it. */
async function feedPost(desk: ReadingDesk, post: ShownPost, viewer: string | null): Promise<FeedPost> {
  const message = shownTo(post.message, viewer);
  const actions = message.actions.filter(({ name }) => name !== "case-score");
  const { caseId } = message;
  const steps = caseId === undefined ? [] : await loadSteps(desk, caseId, viewer);
  return { ...post, message: { ...message, actions }, steps };
}

/** What the bot posted to the team, latest first. */
export async function loadFeed(desk: ReadingDesk, viewer: string | null): Promise<FeedPost[]> {
  const posts = await desk.store.list("post", {
    where: { lane: TEAM_LANE, state: "posted" },
    orderBy: "id",
    descending: true,
    limit: MOST_READ,
  });
  const shown = shownPosts(posts, viewer).toReversed().slice(0, MOST_SHOWN);
  return Promise.all(shown.map((post) => feedPost(desk, post, viewer)));
}

/** So many of the last conversations are looked through for people who can be given a case. */
const MOST_LOOKED_AT = 100;

/** Names of those who help at the local desk, for a case to be given to. */
export async function loadHelpers(desk: ReadingDesk, viewer: string | null): Promise<string[]> {
  const latest = { orderBy: "lastActivityAt", descending: true, limit: MOST_LOOKED_AT } as const;
  const interactions = await desk.store.list("interaction", latest);
  const names = interactions.flatMap(({ agents }) =>
    agents.flatMap(({ address, name }) => (name !== null && address === agentNamed(name).address ? [name] : [])),
  );
  return [...new Set([...(viewer === null ? [] : [viewer]), ...names])].toSorted();
}

/** The digest that was posted last among these posts. */
export async function loadLatestDigest(desk: ReadingDesk, posts: readonly ShownPost[]): Promise<DigestRow | null> {
  const id = posts.find(({ message }) => message.kind === "digest")?.message.picture?.digestId;
  return id === undefined ? null : desk.store.get("digest", id);
}
