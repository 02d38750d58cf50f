import type { PostResult } from "../../src/ports.ts";

/** What may stand in the way of a post, most telling first: few words, for a reason may say anything. */
export const POST_FAULTS = ["limited", "closed", "token", "network", "platform", "other"] as const;
export type PostFault = (typeof POST_FAULTS)[number];

const TELLING: readonly (readonly [PostFault, RegExp])[] = [
  ["limited", /rate.?limit|too many/i],
  ["closed", /archiv|not.in.channel|channel.(?:gone|not.found)|permission|no.access|restricted|missing access/i],
  ["token", /token|auth|account.inactive|missing.scope/i],
  ["network", /fetch failed|socket|network|timed? ?out|no answer|E(?:CONN|NOTFOUND|AI_AGAIN|PIPE|HOST)/i],
  ["platform", /\b5\d\d\b|internal|unavailable|fatal_error|\banswer (?:was none|names no)/i],
];

/** What stood in the way, in one of a few words; null where nothing did. */
export function postFaultOf(result: PostResult): PostFault | null {
  if (result.kind === "posted") return null;
  return TELLING.find(([, pattern]) => pattern.test(result.reason))?.[0] ?? "other";
}
