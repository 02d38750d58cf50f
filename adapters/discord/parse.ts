import type { EventOf, InboundEvent } from "../../src/events.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { momentOf } from "./address.ts";
import { type DiscordMessage, numberIn, recordsIn, textIn, timeIn } from "./api.ts";
import type { Channel, Tag } from "./channels.ts";
import type { Turn } from "./closed-channels.ts";
import { attachmentsOf, isBlank, textOf } from "./message-words.ts";

/** Types of messages that people and bots write: plain ones, replies, answers of bots to commands. */
const WRITTEN = new Set([0, 19, 20, 23]);
/** The first message of a thread that was started from a message: it only points to that one. */
const STARTER = 21;
/** The last type known; those that nobody writes tell of joins, pins, calls, boosts, polls that are over, and the like. */
const LAST_KNOWN = 46;
const EPHEMERAL = 1 << 6;

/** The message that was really written, which stands elsewhere for the first one of some threads; null for everything else. */
export function writtenMessage(message: DiscordMessage): DiscordMessage | null {
  const type = numberIn(message, "type") ?? 0;
  if (((numberIn(message, "flags") ?? 0) & EPHEMERAL) !== 0) return null;
  if (type !== STARTER) return WRITTEN.has(type) ? message : null;
  const [first] = recordsIn({ list: [message.referenced_message] }, "list");
  return first ? { ...first, channel_id: message.channel_id, guild_id: message.guild_id } : null;
}

/** A message of a type that Discord has added since; null where it is of a known one. */
export function unknownMessage(message: DiscordMessage): InboundEvent | null {
  const [id, type] = [textIn(message, "id"), numberIn(message, "type") ?? 0];
  if (id === null || type <= LAST_KNOWN) return null;
  return { kind: "unsupported", id: `discord:message:${id}`, at: momentOf(id), what: `a message of type ${type}` };
}

/** The product whose id or name one of the post's tags has; null where none has. */
export function taggedProduct(
  { tags }: Channel,
  forumTags: readonly Tag[],
  products: readonly { readonly id: string; readonly name: string }[],
): string | null {
  const names = forumTags.filter(({ id }) => tags.includes(id)).map(({ name }) => name.trim().toLowerCase());
  const found = products.find(({ id, name }) => names.includes(id) || names.includes(name.trim().toLowerCase()));
  return found?.id ?? null;
}

/** A reaction to a message of ours. */
export function parseReaction(reaction: string, conversation: string, by: Person, at: number): InboundEvent {
  return { kind: "reacted", id: null, at, conversation, by, reaction };
}

/** A reaction with which a colleague pulls the cord. */
export function parsePull(conversation: string, by: Person, at: number): InboundEvent {
  return { kind: "cord-pulled", id: null, at, conversation, by, answerIn: conversation };
}

/** What is known about a message beyond itself. */
export interface MessageContext {
  readonly conversation: string;
  readonly author: Person;
  /** Whose conversation it is, where it is not known yet and somebody else writes first. */
  readonly customer: Person | null;
  /** Stands for words that Discord withholds; null where it withholds none. */
  readonly unreadable: string | null;
  /** Whether it stands on the author's direct line. */
  readonly isDirect?: boolean;
  /** What the conversation is about, where that is known. */
  readonly product?: string | null;
}

/** Somebody wrote; null where the message has no id. That makes a second delivery, or a later reading, change nothing. */
export function parseWritten(message: DiscordMessage, context: MessageContext): EventOf<"message"> | null {
  const { conversation, author, customer, unreadable, isDirect = false, product = null } = context;
  const messageId = textIn(message, "id");
  if (messageId === null) return null;
  const isUnreadable = unreadable !== null && isBlank(message);
  const editedAt = timeIn(message, "edited_timestamp");
  return {
    kind: "message",
    id: `discord:message:${messageId}`,
    at: timeIn(message, "timestamp") ?? momentOf(messageId),
    conversation,
    messageId,
    author,
    text: isUnreadable ? unreadable : textOf(message),
    ...(editedAt === null ? {} : { editedAt }),
    attachments: attachmentsOf(message),
    ...(isUnreadable ? { isUnreadable } : {}),
    ...(customer ? { customer } : {}),
    ...(isDirect ? { isDirect } : {}),
    ...(product === null ? {} : { product }),
  };
}

/** A message with other words than before; null where only its looks have changed or the words cannot be read. */
export function parseEdited(message: DiscordMessage, conversation: string): InboundEvent | null {
  const editedAt = textIn(message, "edited_timestamp");
  const messageId = textIn(message, "id");
  if (editedAt === null || messageId === null || isBlank(message)) return null;
  return {
    kind: "message-edited",
    id: `discord:edit:${messageId}:${editedAt}`,
    at: Date.parse(editedAt),
    conversation,
    messageId,
    writtenAt: momentOf(messageId),
    text: textOf(message),
  };
}

export function parseDeleted(messageId: string, conversation: string, at: number): InboundEvent {
  const id = `discord:delete:${messageId}`;
  return { kind: "message-deleted", id, at, conversation, messageId, writtenAt: momentOf(messageId) };
}

/** Discord does not tell who closed a channel. */
export function somebody(conversation: string): Person {
  return { address: conversation, role: "bot", name: "Discord" };
}

/** The conversation was closed or opened again by what was done to its channel; a post's tag may name its product. */
export function parseTurn(
  turn: Turn,
  { thread }: Channel,
  {
    conversation,
    at,
    product,
  }: { readonly conversation: string; readonly at: number; readonly product: string | null },
): InboundEvent | null {
  if (turn === null) return null;
  const by = somebody(conversation);
  const isTurned = thread !== null && thread.isArchived === (turn === "closed");
  const id = isTurned ? `discord:turn:${conversation}:${turn}:${thread.turnedAt}` : null;
  if (turn === "opened") return { kind: "reopened", id, at, conversation, by, ifUnasked: true };
  const named = product === null ? {} : { product };
  const end = turn === "shut" ? { isPlaceGone: true } : turn === "closing" ? { isClosing: true } : {};
  return { kind: "resolved", id, at, conversation, by, ...named, ...end };
}

/** A ticket bot has said or asked that the conversation be closed. */
export function parseClosing(message: DiscordMessage, conversation: string, by: Person): InboundEvent | null {
  const id = textIn(message, "id");
  if (id === null) return null;
  const at = timeIn(message, "timestamp") ?? momentOf(id);
  return { kind: "resolved", id: `discord:closing:${id}`, at, conversation, by, isClosing: true };
}

/** The channel of the conversation is no more. */
export function parseGone(conversation: string, at: number): InboundEvent {
  const id = `discord:gone:${conversation}`;
  return { kind: "resolved", id, at, conversation, by: somebody(conversation), isPlaceGone: true };
}
