import type { Outgoing } from "../../src/ports.ts";
import { type Place, placeOf, referenceText } from "./address.ts";
import { type ApiData, classOf, isRecord, recordsIn, type SlackApi, textIn } from "./api.ts";

/** Metadata of every message of ours, by which an interrupted one is found again. */
export const OUTBOX_EVENT = "emptychair_outbox";

const HISTORY_PAGE = 200;
/** So far ahead of Slack's our clock may have been as the post was made, in seconds: by hours, where a machine takes its zone's time for UTC. */
const MOST_AHEAD_S = 24 * 60 * 60;

/** A message as Slack lists it. */
export type Listed = Readonly<Record<string, unknown>>;

/** The first message of a thread or channel since the post was decided on for which this holds, and its channel; null where there is none. */
export async function findMessage(
  api: SlackApi,
  place: Place,
  { post }: Outgoing,
  holds: (message: Listed) => boolean,
): Promise<{ readonly channel: string; readonly message: Listed } | null> {
  const channel = place.isDirect ? await directChannel(api, place) : place.channel;
  if (channel === null) return null;
  const method = place.thread === null ? "conversations.history" : "conversations.replies";
  const oldest = String(Math.max(0, Math.floor(post.createdAt / 1000) - MOST_AHEAD_S));
  const thread = place.thread === null ? {} : { ts: place.thread };
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = cursor === "" ? {} : { cursor };
    const args = { channel, oldest, include_all_metadata: true, limit: HISTORY_PAGE, ...thread, ...page };
    const data = await readBack(api, place.team, method, args);
    if (data !== null && !Array.isArray(data.messages)) throw new Error(`${method} answered without messages`);
    const message = recordsIn(data, "messages").find(holds);
    if (message) return { channel, message };
    cursor = textIn(data, "response_metadata", "next_cursor") || null;
  }
  return null;
}

/**
 * Looks for the post in its thread or channel. An edit or an ephemeral leaves no trace and is simply done again; where Slack
 * refuses to read, it refuses to post too, and that attempt will say why.
 */
export async function findPosted(api: SlackApi, outgoing: Outgoing): Promise<string | null> {
  const { post, replaces } = outgoing;
  const place = placeOf(post.lane);
  const isTraceless = replaces !== null || (post.message.privateTo !== undefined && !place?.isDirect);
  if (!place || isTraceless) return null;
  const found = await findMessage(api, place, outgoing, (message) => outboxIdOf(message) === post.id);
  const ts = textIn(found?.message, "ts");
  return found && ts !== null ? referenceText({ channel: found.channel, ts }) : null;
}

/** The person's direct channel; null where they have none. */
async function directChannel(api: SlackApi, place: Place): Promise<string | null> {
  const data = await readBack(api, place.team, "conversations.open", { users: place.channel });
  const channel = textIn(data, "channel", "id");
  if (data !== null && channel === null) throw new Error("conversations.open answered without a channel");
  return channel;
}

/** The answer's data, null where Slack refuses for good; throws where nothing can be told now. */
async function readBack(
  api: SlackApi,
  team: string,
  method: string,
  args: Readonly<Record<string, unknown>>,
): Promise<ApiData | null> {
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
