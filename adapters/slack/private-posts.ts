import type { Place } from "./address.ts";
import type { ApiAnswer } from "./api.ts";

/** Why Slack cannot show something to one person in a channel: they have left it, it is closed, or we are not in it any more. */
const NOT_THERE = new Set(["user_not_in_channel", "is_archived", "not_in_channel", "channel_not_found"]);

/** A call of the Web API to be made. */
export interface SlackCall {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/**
 * Where to say what was for one person's eyes in a channel and cannot be shown to them there: on their direct line, for it answers
 * what they have just done. Null where Slack has not refused for that reason.
 */
export function elsewherePrivately(
  place: Place,
  { method, args }: SlackCall,
  answer: ApiAnswer,
): { readonly place: Place; readonly call: SlackCall } | null {
  const { user, thread_ts: _, ...said } = args;
  if (method !== "chat.postEphemeral" || typeof user !== "string") return null;
  if (answer.kind !== "error" || !NOT_THERE.has(answer.code)) return null;
  const line: Place = { team: place.team, channel: user, thread: null, isDirect: true };
  return { place: line, call: { method: "chat.postMessage", args: { ...said, channel: user } } };
}
