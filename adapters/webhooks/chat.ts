import { partsOfLane, WEBHOOK_PLATFORM, type WebhookPayload } from "../../src/outside/webhook.ts";
import type { Chat, Clock, PostResult, Store } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import type { Settings } from "../../src/settings.ts";
import { type ResolveHost, resolveHost } from "../checked-lookup.ts";
import { GONE, judgeAnswer, judgeSilence, kept, refusedAsGone } from "./judge-answer.ts";
import { sendRequest, type WebhookAnswer } from "./send-request.ts";
import { signatureOf } from "./sign.ts";

/** A webhook as the settings have it. */
export type WebhookSetting = Settings["webhooks"][number];

export interface WebhookChatConfig {
  /** The webhooks of a desk; none where it is not served any more. */
  readonly webhooksOf: (desk: string) => readonly WebhookSetting[];
  readonly store: Pick<Store, "at">;
  /** Each signs; none: nothing is sent. */
  readonly secrets: readonly string[];
  readonly clock: Clock;
  /** How people reach the web server, without a trailing slash. */
  readonly publicUrl: () => string;
  readonly resolve?: ResolveHost;
  readonly timeoutMs?: number;
}

/** Programs outside, as the dispatcher sees them. */
export interface WebhookChat extends Chat {
  /** What is under way is broken off, and nothing more is sent. */
  stop(): Promise<void>;
}

/** For so long an answer is waited for, milliseconds. */
export const ANSWER_WITHIN_MS = 10_000;
const AGENT = "EmptyChair/1";

/** The body of a request: what was said, with the address of this server where a survey is answered on it. */
export function bodyOf({ type, timestamp, data }: WebhookPayload, publicUrl: string): string {
  const { survey } = "survey" in data ? data : { survey: undefined };
  const absolute = survey?.url === undefined ? {} : { survey: { ...survey, url: `${publicUrl}${survey.url}` } };
  return JSON.stringify({ type, timestamp, data: { ...data, ...absolute } });
}

/** What one request is made of. */
export interface Delivery {
  /** The webhook-id. */
  readonly id: string;
  readonly body: string;
  readonly to: WebhookSetting;
}

type SendingParts = Required<Pick<WebhookChatConfig, "secrets" | "clock" | "resolve" | "timeoutMs">>;

/** Sends it once, signed for this moment. Rejects as `sendRequest` does, and where no answer came in time. */
export function sendSigned(
  { id, body, to }: Delivery,
  { secrets, clock, resolve, timeoutMs }: SendingParts,
  stopping: AbortSignal,
): Promise<WebhookAnswer> {
  const timestamp = Math.floor(clock.now() / 1_000);
  const { url, allowPrivate } = to;
  const headers = {
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(body)),
    "User-Agent": AGENT,
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatureOf({ id, timestamp, body }, secrets),
  };
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(timeoutMs)]);
  const late = () => new Error(stopping.aborted ? "the program is stopping" : `no answer within ${timeoutMs} ms`);
  return sendRequest({ url, headers, body, allowPrivate, resolve, signal }).catch((error) => {
    throw signal.aborted ? late() : error;
  });
}

/** Whether the last that was settled of the post's lane was answered with 410. */
async function isGone(store: Pick<Store, "at">, desk: string, { lane }: Post): Promise<boolean> {
  const settled = { where: { lane, state: ["posted", "failed"] as const }, descending: true, limit: 1 };
  const [last] = await store.at(desk).list("post", settled);
  return last?.state === "failed" && last.error?.startsWith(GONE) === true;
}

/** Sends what is said to programs outside, in order to each, and says it again until it was taken: a receiver knows it by its webhook-id. */
export function createWebhookChat(config: WebhookChatConfig): WebhookChat {
  const { webhooksOf, store, secrets, clock, publicUrl } = config;
  const { resolve = resolveHost, timeoutMs = ANSWER_WITHIN_MS } = config;
  const stopping = new AbortController();

  const post = async (post: Post): Promise<PostResult> => {
    const { payload } = post.message;
    const { desk, id } = partsOfLane(post.lane);
    const to = webhooksOf(desk).find((one) => one.id === id);
    if (payload === undefined) return { kind: "refused", reason: "these are words for people" };
    if (to === undefined) return { kind: "refused", reason: `the settings have no webhook ${id} any more` };
    if (payload.id === undefined && (await isGone(store, desk, post))) return refusedAsGone();
    if (secrets.length === 0)
      return kept(post, clock.now(), "there is no secret to sign it with", "Set EMPTYCHAIR_WEBHOOK_SECRET");
    const delivery = { id: payload.id ?? post.id, body: bodyOf(payload, publicUrl()), to };
    try {
      const answer = await sendSigned(delivery, { secrets, clock, resolve, timeoutMs }, stopping.signal);
      return judgeAnswer(post, answer, clock.now());
    } catch (error) {
      return judgeSilence(post, error, clock.now());
    }
  };

  return {
    platform: WEBHOOK_PLATFORM,
    paceMs: 0,
    mostAtOnce: 16,
    arrivalMs: 0,
    post: ({ post: given }) => post(given),
    find: async () => null,
    threadUnder: () => null,
    stop: async () => stopping.abort(),
  };
}
