import { isColleague, type Person } from "../../src/interaction/customer.ts";
import { isRecord, recordsIn, type SlackPayload, textIn } from "./api.ts";
import type { ParseRules } from "./parse-rules.ts";

const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g;
/** So many are looked at; who names more than that speaks of nobody in particular. */
const MOST_NAMED = 10;
const DEEPEST = 16;

/** Adds the users that a part of a message names, in their order. */
function addMentions(found: Set<string>, node: unknown, depth = 0): void {
  if (typeof node === "string") {
    if (node.includes("<@")) for (const [, user] of node.matchAll(MENTION)) if (user) found.add(user);
  } else if (depth <= DEEPEST && typeof node === "object" && node !== null) {
    const own = isRecord(node) && node.type === "user" ? textIn(node, "user_id") : null;
    if (own !== null) found.add(own);
    for (const one of Object.values(node)) addMentions(found, one, depth + 1);
  }
}

/** What a message says itself: not what was passed on with it, nor the preview of an address. */
function said({ text, blocks, attachments }: SlackPayload): unknown[] {
  const cards = recordsIn({ attachments }, "attachments").filter(
    (one) => textIn(one, "from_url") === null && one.is_share !== true && one.is_msg_unfurl !== true,
  );
  return [text, blocks, cards];
}

/** The users that a message names, each once. */
export function namedUsers(message: SlackPayload): string[] {
  const found = new Set<string>();
  addMentions(found, said(message));
  return [...found];
}

/**
 * For whom a message stands that an automaton or the team has written: the one person it names who is neither of the team nor an
 * automaton. Null where it names nobody of that kind, or several.
 */
export function personNamed(team: string, message: SlackPayload, rules: ParseRules): Person | null {
  const users = namedUsers(message).filter((user) => !rules.isOwn(user));
  if (users.length > MOST_NAMED) return null;
  const people = users.map((user) => rules.person(team, user));
  const [only, ...others] = people.filter(({ role }) => role !== "bot" && !isColleague(role));
  return only !== undefined && others.length === 0 ? only : null;
}

/** Whether somebody calls us by name in the message. */
export function callsUs(message: SlackPayload, rules: Pick<ParseRules, "isOwn">): boolean {
  return namedUsers(message).some((user) => rules.isOwn(user));
}

/** Whom one must know to read a message: who wrote it, and whom it names where it may stand for somebody. */
export function peopleIn(message: SlackPayload, rules: Pick<ParseRules, "isOwn">): string[] {
  const user = textIn(message, "user") ?? textIn(message, "message", "user");
  const named = namedUsers(message);
  const isForSomebody = textIn(message, "bot_id") !== null || named.some((one) => rules.isOwn(one));
  const others = isForSomebody && named.length <= MOST_NAMED + 1 ? named.filter((one) => !rules.isOwn(one)) : [];
  return [...new Set([...(user === null ? [] : [user]), ...others])];
}
