import type { Log } from "../../src/ports.ts";
import type { DiscordApi } from "./api.ts";
import type { Places } from "./channel-desks.ts";
import { solvedTag } from "./closed-channels.ts";
import type { DiscordSection } from "./section.ts";

/** Most tags of a post, by Discord's rule. */
const MOST_TAGS = 5;

export interface SolvedTagsConfig {
  readonly api: DiscordApi;
  readonly places: Pick<Places, "lookUp">;
  readonly section: DiscordSection;
  readonly log: Log;
}

/** Gives the post in a forum that has a tag for solved ones that tag; leaves alone what is archived, has it, or has no room. Never rejects. */
export type SetSolvedTag = (channel: string) => Promise<void>;

export function createSetSolvedTag({ api, places, section, log }: SolvedTagsConfig): SetSolvedTag {
  const set = async (id: string): Promise<void> => {
    const post = await places.lookUp(id);
    const forum = post?.thread && post.parent !== null ? await places.lookUp(post.parent) : null;
    const tag = forum && solvedTag(forum.tagNames, section);
    if (!post || !tag || post.thread?.isArchived || post.tags.includes(tag.id) || post.tags.length >= MOST_TAGS) return;
    const answer = await api.call("PATCH", `/channels/${id}`, { body: { applied_tags: [...post.tags, tag.id] } });
    if (answer.kind !== "ok")
      log.warn("A solved post could not be tagged; the bot needs the permission Manage Threads", {
        channel: id,
        answer,
      });
  };

  return async (channel) => {
    if (!section.setSolvedTag) return;
    await set(channel).catch((error) =>
      log.warn("A solved post could not be tagged", { channel, error: String(error) }),
    );
  };
}
