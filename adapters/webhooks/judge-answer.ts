import { STATUS_CODES } from "node:http";
import type { PostResult } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import { PrivateNetworkError } from "../checked-lookup.ts";
import { shortly } from "../health.ts";
import type { WebhookAnswer } from "./send-request.ts";

/** For so long a program is tried that cannot be reached or takes nothing, milliseconds. */
export const PATIENCE_MS = 3 * 24 * 60 * 60 * 1_000;
/** So often what a program refuses is tried: over half an hour, as far as a slip of its own may be mended. */
export const MOST_REFUSALS = 12;
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1_000;

/** With this begins why a post is given up to which a program has answered that it wants no more. */
export const GONE = "410 Gone";
const GONE_FOR_GOOD = `${GONE}: nothing more is sent there until something is replayed; mend it or take it out of the settings`;

/** Statuses that pass by themselves. */
const PASSING = [408, 409, 425, 429];

/** How long the header asks to wait, milliseconds; undefined where it asks for nothing that is understood. */
function waitAsked(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined;
  const until = /^\d+$/.test(retryAfter) ? now + Number(retryAfter) * 1_000 : Date.parse(retryAfter);
  return Number.isNaN(until) ? undefined : Math.min(LONGEST_WAIT_MS, Math.max(0, until - now));
}

function reasonOf({ status, said }: WebhookAnswer): string {
  const name = STATUS_CODES[status];
  return `${status}${name === undefined ? "" : ` ${name}`}${said === "" ? "" : `: ${said}`}`;
}

/** Tries it again, unless that has gone on for days. */
function again({ createdAt }: Post, now: number, result: Extract<PostResult, { kind: "retry" }>): PostResult {
  if (now - createdAt < PATIENCE_MS) return result;
  return { kind: "refused", reason: `${result.reason} (for three days)` };
}

/** The post is not sent before a person has done something. */
export function kept(post: Post, now: number, reason: string, remedy: string): PostResult {
  return again(post, now, { kind: "retry", reason, remedy });
}

/** What an answer means for the post. */
export function judgeAnswer(post: Post, answer: WebhookAnswer, now: number): PostResult {
  const { status, retryAfter } = answer;
  if (status >= 200 && status < 300) return { kind: "posted", reference: String(status) };
  if (status === 410) return { kind: "refused", reason: GONE_FOR_GOOD };
  const reason = reasonOf(answer);
  const isPassing = status >= 500 || PASSING.includes(status);
  if (!isPassing && post.attempts + 1 >= MOST_REFUSALS)
    return { kind: "refused", reason: `${reason} (${MOST_REFUSALS} times)` };
  const afterMs = waitAsked(retryAfter, now);
  return again(post, now, { kind: "retry", reason, ...(afterMs === undefined ? {} : { afterMs }) });
}

/** What it means that there was no answer. It may have been taken: whoever gets it twice knows it by its webhook-id. */
export function judgeSilence(post: Post, error: unknown, now: number): PostResult {
  const reason = shortly(error);
  if (!(error instanceof PrivateNetworkError)) return again(post, now, { kind: "retry", reason });
  return kept(post, now, reason, `Fix the address of ${post.lane}, or set its allowPrivate if it is meant to be there`);
}

/** What is said of a post that comes after one that was answered with 410. */
export function refusedAsGone(): PostResult {
  return { kind: "refused", reason: GONE_FOR_GOOD };
}
