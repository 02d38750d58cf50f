import { momentOf } from "./address.ts";
import { type Channel, kindOf, type Tag } from "./channels.ts";
import { CLOSED_MARKS, isClosedName, isClosedTicketName } from "./closed-names.ts";
import type { DiscordSection } from "./section.ts";

/** Idle time is measured by Discord's clock and ours. */
const IDLE_LEEWAY_MS = 60_000;

/** What is known of a conversation beyond its channel. */
export interface ChannelContext {
  readonly section: DiscordSection;
  /** User id of whose ticket it is; null where nobody knows, and for threads. */
  readonly opener: string | null;
  /** The tags that the forum of a post has. */
  readonly forumTags: readonly Tag[];
}

/** Whether Discord itself archived the thread, after nobody wrote for the time set on it. */
function isIdle({ thread, lastMessage }: Channel): boolean {
  if (!thread?.isArchived || thread.isLocked || thread.idleMs === 0) return false;
  const lastAt = Math.max(thread.createdAt, lastMessage === null ? 0 : momentOf(lastMessage));
  return thread.turnedAt - lastAt >= thread.idleMs - IDLE_LEEWAY_MS;
}

/** The tag that says of a post that it is solved; null where the forum has none. */
export function solvedTag(forumTags: readonly Tag[], { solvedTags }: DiscordSection): Tag | null {
  return forumTags.find(({ name }) => isClosedName(name, solvedTags ?? CLOSED_MARKS)) ?? null;
}

function isTagged({ tags }: Channel, { section, forumTags }: ChannelContext): boolean {
  const solved = section.solvedTags ?? CLOSED_MARKS;
  return forumTags.some(({ id, name }) => tags.includes(id) && isClosedName(name, solved));
}

function isBarred({ barred }: Channel, opener: string | null): boolean {
  return opener !== null && barred.includes(opener);
}

/** Whether the opener of a ticket has been shut out: barred, or no longer let in. */
function isShutOut(before: Channel | null, after: Channel, opener: string | null): boolean {
  const hasLost = opener !== null && before?.guests.includes(opener) === true && !after.guests.includes(opener);
  return hasLost || isBarred(after, opener);
}

/** Whether the place says that its conversation is over, whatever it is called: an archived, locked or solved thread; a ticket that was moved to another category, or whose opener is barred. */
function isOver(channel: Channel, around: ChannelContext): boolean {
  const { section, opener } = around;
  const { thread } = channel;
  if (!thread) return kindOf(channel, section) !== "ticket" || isBarred(channel, opener);
  const isPutAway = thread.isArchived && (section.autoArchiveResolves || !isIdle(channel));
  return thread.isLocked || isPutAway || isTagged(channel, around);
}

/** Whether a channel that nobody has seen change says that its conversation is over; a ticket also by its name, where that has a number. */
export function isClosed(channel: Channel, around: ChannelContext): boolean {
  const marks = around.section.closedNames ?? CLOSED_MARKS;
  return isOver(channel, around) || (!channel.thread && isClosedTicketName(channel.name, marks));
}

/** What a change of the channel means for its conversation. `closing`: it is over, and its customer still sees it; `shut`: the customer does no longer. */
export type Turn = "closed" | "closing" | "shut" | "opened" | null;

/** How a conversation ends there: a ticket with its opener shut out, or before that. */
function endOf(channel: Channel, { opener }: ChannelContext): Turn {
  if (channel.thread) return "closed";
  return isBarred(channel, opener) ? "shut" : "closing";
}

/** What a channel says that was found as it stands. */
export function turnFound(channel: Channel, around: ChannelContext): Turn {
  return isClosed(channel, around) ? endOf(channel, around) : null;
}

/** What happened to the conversation between two states of its channel; `before` is null where it is not known. */
export function turnOf(before: Channel | null, after: Channel, around: ChannelContext): Turn {
  if (before === null) return turnFound(after, around) ?? "opened";
  const { opener, section } = around;
  if (isShutOut(before, after, opener)) return isBarred(before, opener) ? null : "shut";
  const marks = section.closedNames ?? CLOSED_MARKS;
  const isRenamed = before.name !== after.name;
  const says = (channel: Channel) => isOver(channel, around) || (isRenamed && isClosedName(channel.name, marks));
  const [was, is] = [says(before), says(after)];
  if (was === is) return null;
  return is ? endOf(after, around) : "opened";
}
