import { momentOf } from "./address.ts";
import { type Channel, kindOf } from "./channels.ts";
import type { DiscordSection } from "./section.ts";

/** Idle time is measured by Discord's clock and ours. */
const IDLE_LEEWAY_MS = 60_000;
const CLOSED_NAME = /^closed\b/i;

/** Whether Discord itself archived the thread, after nobody wrote for the time set on it. */
function isIdle({ thread, lastMessage }: Channel): boolean {
  if (!thread?.isArchived || thread.isLocked || thread.idleMs === 0) return false;
  const lastAt = Math.max(thread.createdAt, lastMessage === null ? 0 : momentOf(lastMessage));
  return thread.turnedAt - lastAt >= thread.idleMs - IDLE_LEEWAY_MS;
}

/**
 * Whether the channel says that its conversation is over: an archived or locked thread, or a ticket as the common ticket bots
 * close it (renamed `closed-`, moved to another category, or its opener barred).
 */
export function isClosed(channel: Channel, settings: DiscordSection, opener: string | null): boolean {
  const { thread, name, barred } = channel;
  if (thread) return thread.isLocked || (thread.isArchived && (settings.autoArchiveResolves || !isIdle(channel)));
  const isBarred = opener !== null && barred.includes(opener);
  return CLOSED_NAME.test(name) || kindOf(channel, settings) !== "ticket" || isBarred;
}

/** What a change of the channel means for its conversation. */
export type Turn = "closed" | "opened" | null;

/** What happened to the conversation between two states of its channel; `before` is null where it is not known. */
export function turnOf(before: Channel | null, after: Channel, settings: DiscordSection, opener: string | null): Turn {
  const hasLost = opener !== null && before?.guests.includes(opener) === true && !after.guests.includes(opener);
  const isNow = hasLost || isClosed(after, settings, opener);
  const wasClosed = before === null ? !isNow : isClosed(before, settings, opener);
  if (isNow === wasClosed) return null;
  return isNow ? "closed" : "opened";
}
