import { textIn, valueIn } from "./api.ts";

/** A reaction that somebody gave, as Discord tells of it. */
export interface GivenReaction {
  readonly channel: string;
  readonly message: string;
  readonly user: string;
  /** The emoji itself, or the name of a server's own between colons. */
  readonly emoji: string;
  /** Whose message it is; null where Discord does not say. */
  readonly author: string | null;
  /** Their membership of the guild, where it was sent along. */
  readonly member: unknown;
}

/** Reads a reaction out of an event; null where it is none. */
export function readReaction(data: unknown): GivenReaction | null {
  const [channel, message] = [textIn(data, "channel_id"), textIn(data, "message_id")];
  const [user, name] = [textIn(data, "user_id"), textIn(data, "emoji", "name")];
  if (channel === null || message === null || user === null || name === null) return null;
  const emoji = textIn(data, "emoji", "id") === null ? name : `:${name}:`;
  const author = textIn(data, "message_author_id");
  return { channel, message, user, emoji, author, member: valueIn(data, "member") };
}
