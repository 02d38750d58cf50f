import type { InboundEvent } from "../../src/events.ts";
import { isColleague } from "../../src/interaction/customer.ts";
import { momentOf, threadAddress } from "./address.ts";
import { type SlackPayload, textIn } from "./api.ts";
import type { ParseRules } from "./parse-rules.ts";

const SKIN_TONE = /::skin-tone-[1-6]$/;

/** Slack's names of the emoji that people mark what is done, or goes wrong, with. */
const NAMES: Readonly<Record<string, string>> = {
  "✅": "white_check_mark",
  "✔": "heavy_check_mark",
  "☑": "ballot_box_with_check",
  "👍": "+1",
  "👌": "ok_hand",
  "🆗": "ok",
  "🙏": "pray",
  "🙌": "raised_hands",
  "👏": "clap",
  "🎉": "tada",
  "🏁": "checkered_flag",
  "🔒": "lock",
  "💚": "green_heart",
  "🟢": "large_green_circle",
  "🟩": "large_green_square",
  "⭐": "star",
  "🚀": "rocket",
  "💯": "100",
  "🤝": "handshake",
  "🚨": "rotating_light",
  "🛑": "octagonal_sign",
  "⚠": "warning",
  "🔔": "bell",
  "🚩": "triangular_flag_on_post",
  "🆘": "sos",
};
/** Second names, and the one that Slack sends. */
const SAME: Readonly<Record<string, string>> = { thumbsup: "+1", thumbsdown: "-1", okay: "ok" };
const VARIANTS = /[\uFE0E\uFE0F\u{1F3FB}-\u{1F3FF}]/gu;

/** The reaction that is meant by its name, with or without colons and in whatever skin, or by the emoji itself; null for what names none. */
export function reactionName(given: string): string | null {
  const bare = given
    .trim()
    .replace(/^:(.*):$/s, "$1")
    .replace(SKIN_TONE, "")
    .replace(VARIANTS, "");
  const name = (NAMES[bare] ?? bare).toLowerCase();
  if (!/^[\p{L}\p{N}_+'-]+$/u.test(name)) return null;
  return Object.hasOwn(SAME, name) ? (SAME[name] ?? name) : name;
}

/** A reaction as its event tells it. */
export interface ReactionTold {
  readonly channel: string;
  /** The message that was reacted to. */
  readonly ts: string;
  readonly user: string;
  readonly name: string;
  /** Who wrote that message. */
  readonly to: string | null;
  readonly isAdded: boolean;
}

/** Null for what is no reaction to a message. */
export function readReaction(event: unknown): ReactionTold | null {
  const type = textIn(event, "type");
  const [channel, ts] = [textIn(event, "item", "channel"), textIn(event, "item", "ts")];
  const [user, name] = [textIn(event, "user"), textIn(event, "reaction")];
  if (channel === null || ts === null || user === null || name === null) return null;
  const isAdded = type === "reaction_added";
  if (!isAdded && type !== "reaction_removed") return null;
  return { channel, ts, user, name: name.replace(SKIN_TONE, ""), to: textIn(event, "item_user"), isAdded };
}

/** What a reaction may mean: it resolves, it pulls the cord, it may be an answer to our question, or it is nothing to us. */
export function meaningOf(
  { name, channel, to, isAdded }: ReactionTold,
  rules: ParseRules,
): "resolve" | "cord" | "answer" | null {
  const isHere = rules.supportChannels.includes(channel);
  if (isHere && name === rules.resolveReaction) return "resolve";
  if (isHere && isAdded && name === rules.cordReaction) return "cord";
  const isPlace = isHere || channel.startsWith("D");
  return isAdded && isPlace && to !== null && rules.isOwn(to) ? "answer" : null;
}

/** The message that was reacted to, in its thread; on a direct line there are none. */
export interface ReactionFound {
  readonly id: string | null;
  readonly team: string;
  readonly event: SlackPayload;
  /** The first message of the thread; null where that is not known. */
  readonly thread: string | null;
}

/**
 * What a reaction says has happened. A colleague pulls the cord or resolves with one to any message of the thread, a customer with one to the first:
 * to another of theirs it is a sign to whoever wrote it.
 */
export function parseReaction({ id, team, event, thread }: ReactionFound, rules: ParseRules): InboundEvent {
  const at = momentOf(textIn(event, "event_ts") ?? "0");
  const nothing: InboundEvent = { kind: "unsupported", id, at, what: "a reaction" };
  const reaction = readReaction(event);
  const meaning = reaction && meaningOf(reaction, rules);
  if (!reaction || !meaning) return nothing;
  const { channel, ts, user, name, isAdded } = reaction;
  const by = rules.person(team, user);
  const isLine = channel.startsWith("D");
  const where = { id, at, conversation: isLine ? by.address : threadAddress(team, channel, thread ?? ts), by };
  if (meaning === "answer") return { kind: "reacted", ...where, reaction: `:${name}:` };
  if (meaning === "cord")
    return isColleague(by.role) ? { kind: "cord-pulled", ...where, answerIn: where.conversation } : nothing;
  if (thread !== null && thread !== ts && !isColleague(by.role)) return nothing;
  return isAdded
    ? { kind: "resolved", ...where, answerIn: where.conversation }
    : { kind: "reopened", ...where, ifUnasked: true };
}
