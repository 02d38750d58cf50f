import type { Context } from "hono";
import type { Change } from "../../../src/outcome.ts";
import type { PageDesk } from "../desk.ts";
import type { Followed, Live, Topic } from "../live.ts";
import { topicsOf } from "../live.ts";
import { chatAddress } from "../pages/people.ts";

/** A customer may have the chat open so many times at once. */
const MOST_PAGES = 6;

/** The feeds of customers' open chats: each hears of their own conversations alone. */
export interface ChatFeeds {
  /** Tells of the customer's conversations, whose ids all begin with `prefix`. */
  stream(context: Context, me: string, prefix: string): Response;
}

/** What of the changes belongs to conversations whose ids begin with the prefix. */
function ownChanges(prefix: string): (change: Change) => readonly Topic[] {
  const address = chatAddress(`${prefix}-`);
  const interactions = new Set<string>();
  const isOwn = (change: Change): boolean => {
    if (change.table === "post") return change.row.lane.startsWith(address);
    if (change.table === "interaction") {
      const { id, conversation } = change.row;
      if (conversation.startsWith(address)) interactions.add(id);
      return interactions.has(id);
    }
    const about = change.table === "entry" || change.table === "response" || change.table === "resolution";
    return about && interactions.has(change.row.interactionId);
  };
  return (change) => (isOwn(change) && topicsOf(change).includes("conversation") ? ["conversation"] : []);
}

/** Counts who follows, so that neither one customer nor all of them together keep more connections open than they may. */
export function createChatFeeds(desk: PageDesk, live: Live): ChatFeeds {
  const open = new Map<string, number>();
  let all = 0;
  const follow = (me: string, prefix: string): Followed => {
    open.set(me, (open.get(me) ?? 0) + 1);
    all += 1;
    return {
      hears: ownChanges(prefix),
      mayStay: async () => desk.settings.chat.public,
      left: () => {
        all -= 1;
        const others = (open.get(me) ?? 1) - 1;
        if (others === 0) open.delete(me);
        else open.set(me, others);
      },
    };
  };
  return {
    stream: (context, me, prefix) => {
      const isFull = (open.get(me) ?? 0) >= MOST_PAGES || all >= desk.settings.chat.openPages;
      if (isFull) return context.text("Too many pages are open.\n", 503, { "Retry-After": "30" });
      if (context.req.method === "HEAD") return context.body(null);
      return live.stream(context, follow(me, prefix));
    },
  };
}
