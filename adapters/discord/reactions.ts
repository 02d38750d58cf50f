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

/** The emoji that people mark with what goes wrong, by their names. */
const EMOJI: Readonly<Record<string, string>> = {
  rotating_light: "🚨",
  octagonal_sign: "🛑",
  stop_sign: "🛑",
  warning: "⚠",
  bell: "🔔",
  triangular_flag_on_post: "🚩",
  sos: "🆘",
};
const VARIANTS = /[\uFE0E\uFE0F\u{1F3FB}-\u{1F3FF}]/gu;

/** The emoji as reactions are told apart by it, in whatever variant. */
export function plainEmoji(emoji: string): string {
  return emoji.replace(VARIANTS, "");
}

/** The emoji that is meant by itself or by its name, with or without colons; any other name is that of a server's own. Null for what names none. */
export function emojiNamed(given: string): string | null {
  const bare = plainEmoji(given.trim()).replace(/^:(.*):$/s, "$1");
  if (/^\p{Extended_Pictographic}/u.test(bare)) return bare;
  if (!/^[A-Za-z0-9_]+$/.test(bare)) return null;
  return EMOJI[bare.toLowerCase()] ?? `:${bare}:`;
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
