import type { Chat, Log, Outgoing, PostResult } from "../../src/ports.ts";
import { ephemeralReference, type Place, placeOf, readReference, referenceText, userOf } from "./address.ts";
import {
  type ApiAnswer,
  type ApiData,
  classOf,
  isRecord,
  reasonOf,
  recordsIn,
  remedyOf,
  type SlackApi,
  textIn,
} from "./api.ts";
import { render } from "./render.ts";

/** Metadata of every post of ours, by which an interrupted one is found again. */
export const OUTBOX_EVENT = "emptychair_outbox";

/** About one message a second may go to a channel, by Slack's rule. */
const CHANNEL_PACE_MS = 1_000;
const STOPPED_RETRY_MS = 300_000;
const HISTORY_PAGE = 200;
/** Clocks of ours and Slack's may differ by this much, in seconds, when a post is looked for. */
const CLOCK_SLACK_S = 120;

export interface SlackChatConfig {
  readonly api: SlackApi;
  readonly log: Log;
}

/** Slack as the dispatcher sees it. */
export function createSlackChat({ api, log }: SlackChatConfig): Chat {
  const resultOf = (place: Place, answer: ApiAnswer): PostResult => {
    if (answer.kind === "limited") return { kind: "retry", reason: "ratelimited", afterMs: answer.afterMs };
    if (answer.kind === "unknown") return answer;
    if (answer.kind === "ok") return posted(answer.data);
    const { code, needed } = answer;
    switch (classOf(code)) {
      case "retry":
        return { kind: "retry", reason: code };
      case "ambiguous":
        return { kind: "unknown", reason: code };
      case "refuse":
        return { kind: "refused", reason: reasonOf(code, place.isDirect) };
      case "stop":
        log.fault(remedyOf(code, needed), { team: place.team, code, needed });
        return { kind: "retry", reason: code, afterMs: STOPPED_RETRY_MS };
    }
  };

  return {
    platform: "slack",
    paceMs: CHANNEL_PACE_MS,
    async post(outgoing) {
      const place = placeOf(outgoing.post.lane);
      if (!place) return { kind: "refused", reason: `${outgoing.post.lane} is not an address on Slack` };
      const { method, args } = callFor(place, outgoing);
      return resultOf(place, await api.call(place.team, method, args));
    },
    find: (outgoing) => findPosted(api, outgoing),
  };
}

interface Call {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** An edit of what stands there, a message for one person's eyes, or a message that carries its outbox id. */
function callFor({ channel, thread, isDirect }: Place, { post, replaces }: Outgoing): Call {
  const { message, id } = post;
  const drawn = render(message);
  const inThread = thread === null ? {} : { thread_ts: thread };
  const replaced = replaces === null ? null : readReference(replaces);
  if (replaced) return { method: "chat.update", args: { ...replaced, ...drawn } };
  const user = message.privateTo === undefined || isDirect ? null : userOf(message.privateTo);
  if (user) return { method: "chat.postEphemeral", args: { channel, user, ...drawn, ...inThread } };
  const metadata = { event_type: OUTBOX_EVENT, event_payload: { id } };
  const quiet = { unfurl_links: false, unfurl_media: false };
  return { method: "chat.postMessage", args: { channel, ...drawn, metadata, ...quiet, ...inThread } };
}

function posted(data: ApiData): PostResult {
  const ephemeral = textIn(data, "message_ts");
  if (ephemeral !== null) return { kind: "posted", reference: ephemeralReference(ephemeral) };
  const channel = textIn(data, "channel");
  const ts = textIn(data, "ts");
  if (channel === null || ts === null) return { kind: "unknown", reason: "Slack's answer names no message" };
  return { kind: "posted", reference: referenceText({ channel, ts }) };
}

/**
 * Looks for the post in its thread or channel. An edit or an ephemeral leaves no trace and is simply done again; where Slack
 * refuses to read, it refuses to post too, and that attempt will say why.
 */
async function findPosted(api: SlackApi, { post, replaces }: Outgoing): Promise<string | null> {
  const place = placeOf(post.lane);
  const isTraceless = replaces !== null || (post.message.privateTo !== undefined && !place?.isDirect);
  if (!place || isTraceless) return null;
  const channel = place.isDirect ? await directChannel(api, place) : place.channel;
  if (channel === null) return null;
  const method = place.thread === null ? "conversations.history" : "conversations.replies";
  const oldest = String(Math.max(0, Math.floor(post.createdAt / 1000) - CLOCK_SLACK_S));
  const thread = place.thread === null ? {} : { ts: place.thread };
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = cursor === "" ? {} : { cursor };
    const args = { channel, oldest, include_all_metadata: true, limit: HISTORY_PAGE, ...thread, ...page };
    const data = await readBack(api, place.team, method, args);
    const found = recordsIn(data, "messages").find((message) => outboxIdOf(message) === post.id);
    const ts = found && textIn(found, "ts");
    if (ts) return referenceText({ channel, ts });
    cursor = textIn(data, "response_metadata", "next_cursor") || null;
  }
  return null;
}

/** The person's direct channel; null where they have none. */
async function directChannel(api: SlackApi, place: Place): Promise<string | null> {
  return textIn(await readBack(api, place.team, "conversations.open", { users: place.channel }), "channel", "id");
}

/** The answer's data, null where Slack refuses for good; throws where nothing can be told now. */
async function readBack(api: SlackApi, team: string, method: string, args: Call["args"]): Promise<ApiData | null> {
  const answer = await api.call(team, method, args);
  if (answer.kind === "ok") return answer.data;
  if (answer.kind === "error" && classOf(answer.code) === "refuse") return null;
  throw new Error(`${method} failed: ${answer.kind === "error" ? answer.code : answer.kind}`);
}

/** The outbox id that a message of ours carries; null for any other. */
export function outboxIdOf(message: Record<string, unknown>): string | null {
  const metadata = message.metadata;
  if (!isRecord(metadata) || metadata.event_type !== OUTBOX_EVENT) return null;
  return textIn(metadata, "event_payload", "id");
}
