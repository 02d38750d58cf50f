import type { Context } from "../context.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Draft } from "../outcome.ts";
import type { Post } from "../rows.ts";

/** What is said again and again about one thing. */
export interface LatestWord {
  /** What it is the latest word on: one post of it at most waits in a channel. */
  readonly topic: string;
  readonly message: OutboundMessage;
  /** Said in its place when there has been too much of it: from then on it is quiet for the rest of the hour. */
  readonly enough: OutboundMessage;
}

const HOUR_MS = 3_600_000;
/** So many posts in an hour are new ones; later ones take the place of the last of them. */
const MOST_NEW = 3;
/** So many posts in an hour, new ones and edits. */
const MOST_IN_AN_HOUR = 10;
/** So many of the last posts in a channel are looked through. */
const LOOKED_BACK = 100;

function sayAnew({ ids }: Context, draft: Draft, lane: string, recent: readonly Post[], word: LatestWord): void {
  const { topic, message, enough } = word;
  if (recent.length >= MOST_IN_AN_HOUR) return;
  const said = recent.length === MOST_IN_AN_HOUR - 1 ? enough : message;
  const fresh = recent.filter((post) => post.message.replaces === undefined && post.state !== "failed");
  const replaced = fresh.length >= MOST_NEW ? fresh[0]?.id : undefined;
  draft.say({ id: ids.next(), to: lane, message: { ...said, topic, ...(replaced ? { replaces: replaced } : {}) } });
}

/** Says the latest on a topic in every team channel: in the place of what was said of it and has not left yet, and not without end. */
export async function sayLatestToTeam(context: Context, draft: Draft, word: LatestWord): Promise<void> {
  const { store, clock, teamLanes } = context;
  const since = clock.now() - HOUR_MS;
  for (const lane of teamLanes) {
    const latest = await store.list("post", { where: { lane }, descending: true, limit: LOOKED_BACK });
    const recent = latest.filter(({ message, createdAt }) => message.topic === word.topic && createdAt > since);
    const waiting = recent.find(({ state }) => state === "pending");
    if (!waiting) sayAnew(context, draft, lane, recent, word);
    else {
      const { replaces } = waiting.message;
      const message = { ...word.message, topic: word.topic, ...(replaces ? { replaces } : {}) };
      draft.put("post", { ...waiting, message });
    }
  }
}
