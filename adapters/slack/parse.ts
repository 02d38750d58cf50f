import type { InboundEvent } from "../../src/events.ts";
import { isRecord, type SlackPayload, textIn } from "./api.ts";
import { parseMessage } from "./parse-message.ts";
import type { ParseRules } from "./parse-rules.ts";
import { parseReaction } from "./reactions.ts";

/** The workspace whose token serves this payload: in a shared channel that is ours, not the one of whoever acted. */
export function teamOf(body: SlackPayload, { ours }: Pick<ParseRules, "ours">): string {
  const named = [
    textIn(body, "context_team_id"),
    textIn(body, "view", "app_installed_team_id"),
    textIn(body, "team_id"),
    textIn(body, "team", "id"),
    textIn(body, "message", "team"),
  ];
  return ours(named.filter((team) => team !== null));
}

/**
 * What an Events API envelope says has happened; `thread` is the first message of the thread in which somebody reacted. Whatever
 * Slack may add is a value that says what it was.
 */
export function parseEvent(body: SlackPayload, rules: ParseRules, thread: string | null = null): InboundEvent {
  const eventId = textIn(body, "event_id");
  const id = eventId === null ? null : `slack:event:${eventId}`;
  const event = body.event;
  const at = typeof body.event_time === "number" ? body.event_time * 1000 : 0;
  const type = textIn(event, "type");
  if (!isRecord(event) || type === null) return { kind: "unsupported", id, at, what: "an envelope without an event" };
  const team = teamOf(body, rules);
  if (type === "message") return parseMessage({ id, team, message: event, at, app: textIn(body, "api_app_id") }, rules);
  if (type === "reaction_added" || type === "reaction_removed")
    return parseReaction({ id, team, event, thread }, rules);
  return { kind: "unsupported", id, at, what: type };
}
