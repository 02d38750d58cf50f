import { shownPosts } from "../../adapters/web/pages/shown-posts.ts";
import { createWebChat } from "../../adapters/web/web-chat.ts";
import type { Post } from "../../src/rows.ts";
import { chatContract } from "../contracts/chat-contract.ts";
import { MONDAY_TEN } from "../world.ts";

chatContract("The web", async () => {
  const posts: Post[] = [];
  return {
    chat: createWebChat(),
    lane: "web:chat:1",
    unknownLane: "elsewhere:chat:1",
    now: MONDAY_TEN,
    keep: async (post) => void posts.push(post),
    shown: async () => shownPosts(posts, null).map(({ message }) => message.text),
  };
});
