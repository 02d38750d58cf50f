import type { Chat, Outgoing } from "../../src/ports.ts";

const WEB_LANE = /^web:\S/;

/**
 * The web as a chat: a posted outbox row is the message, so there is nothing to send, nothing that could be sent twice, and the
 * save that marks it posted is what wakes the pages.
 */
export function createWebChat(): Chat {
  return {
    platform: "web",
    paceMs: 0,
    mostAtOnce: 64,
    arrivalMs: 0,
    post: async ({ post }: Outgoing) =>
      WEB_LANE.test(post.lane)
        ? { kind: "posted", reference: post.id }
        : { kind: "refused", reason: `${post.lane} is no address on the web` },
    find: async ({ post }) => post.id,
    threadUnder: () => null,
  };
}
