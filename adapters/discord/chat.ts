import type { Chat, Log, Outgoing, PostResult, Reader } from "../../src/ports.ts";
import { ephemeralReference, type Place, placeOf, referenceText, userOf } from "./address.ts";
import { type ApiAnswer, CODE, classOf, type DiscordApi, reasonOf, remedyOf, textIn } from "./api.ts";
import type { DrawMessage } from "./draw-message.ts";
import { createEmbedRights } from "./embed-rights.ts";
import { findMessages } from "./find-messages.ts";
import { createPutPost } from "./put-post.ts";
import type { Acts, Opening } from "./recent-uses.ts";
import { sendPiece } from "./send-piece.ts";
import type { Threads } from "./threads.ts";

const STOPPED_RETRY_MS = 300_000;
const EPHEMERAL = 1 << 6;
const INTERACTION_OVER = new Set([10015, 50027]);
const THREAD_ARCHIVED = 50083;

export interface DiscordChatConfig {
  readonly api: DiscordApi;
  readonly store: Reader;
  readonly acts: Acts;
  readonly threads: Threads;
  readonly draw: DrawMessage;
  readonly log: Log;
  /** Address of the team's channel, whose faults a person can mend. */
  readonly teamLane: string | null;
  /** Our own user id; null until Discord has told it. */
  readonly self: () => string | null;
}

/** Discord as the dispatcher sees it. */
export function createDiscordChat(config: DiscordChatConfig): Chat {
  const { api, acts, threads, draw, log, teamLane } = config;
  const directLines = new Map<string, string>();
  const mayEmbed = createEmbedRights(config);
  const put = createPutPost({ ...config, mayEmbed });

  /** A definite refusal, unless a person can mend what it comes from: then it is shouted about and tried again. */
  const refused = (lane: string, error: Extract<ApiAnswer, { kind: "error" }>): PostResult => {
    const isSetUp = lane === teamLane && (error.code === CODE.unknownChannel || error.code === CODE.missingAccess);
    const kind = isSetUp ? "stop" : classOf(error);
    if (kind === "refuse") return { kind: "refused", reason: reasonOf(error) };
    if (kind === "stop") log.fault(remedyOf(error), { lane, code: error.code, status: error.status });
    return { kind: "retry", reason: reasonOf(error), ...(kind === "stop" ? { afterMs: STOPPED_RETRY_MS } : {}) };
  };

  const resultOf = (lane: string, answer: ApiAnswer): PostResult => {
    if (answer.kind === "ok") return { kind: "posted", reference: textIn(answer.data, "reference") ?? "" };
    if (answer.kind === "unknown") return answer;
    if (answer.kind === "limited") return { kind: "retry", reason: "ratelimited", afterMs: answer.afterMs };
    return refused(lane, answer);
  };

  /** The channel of somebody's direct line. */
  const directLine = async (user: string): Promise<ApiAnswer> => {
    const known = directLines.get(user);
    if (known !== undefined) return { kind: "ok", data: { id: known } };
    const answer = await api.call("POST", "/users/@me/channels", { body: { recipient_id: user } });
    if (answer.kind === "ok") directLines.set(user, textIn(answer.data, "id") ?? "");
    return answer;
  };

  const openly = (channel: string, outgoing: Outgoing): Promise<ApiAnswer> =>
    threads.within(channel, outgoing.post, () => put(channel, outgoing));

  const directly = async (user: string, outgoing: Outgoing): Promise<ApiAnswer> => {
    const line = await directLine(user);
    return line.kind === "ok" ? put(textIn(line.data, "id") ?? "", outgoing) : line;
  };

  const followUp = async ({ application, token }: Opening, outgoing: Outgoing): Promise<ApiAnswer> => {
    const path = `/webhooks/${application}/${token}`;
    const carrier = { method: "POST", path, query: { wait: "true" }, isWithoutToken: true } as const;
    const { pieces, picture } = await draw(outgoing.post.message, { inEmbeds: true, withPicture: true });
    let last = "";
    for (const piece of pieces) {
      const sent = await sendPiece({ api, log }, { ...carrier, more: { flags: EPHEMERAL } }, piece, picture);
      if (sent.kind !== "ok") return sent;
      last = textIn(sent.data, "id") ?? "";
    }
    return { kind: "ok", data: { reference: ephemeralReference(last) } };
  };

  /** To one person alone: behind what they clicked, openly where they spoke openly, else on their direct line. */
  const privately = async (channel: string, user: string, outgoing: Outgoing): Promise<ApiAnswer> => {
    const way = await acts.way(channel, user, outgoing.post.createdAt);
    if (way?.kind === "openly") return openly(channel, outgoing);
    if (way === null) return directly(user, outgoing);
    const sent = await followUp(way.opening, outgoing);
    if (sent.kind !== "error") return sent;
    if (sent.code === THREAD_ARCHIVED)
      return threads.within(channel, outgoing.post, () => followUp(way.opening, outgoing));
    if (!INTERACTION_OVER.has(sent.code)) return sent;
    acts.isOver(channel, user);
    return privately(channel, user, outgoing);
  };

  const send = (place: Place, outgoing: Outgoing): Promise<ApiAnswer> => {
    if (place.kind === "person") return directly(place.user, outgoing);
    const user = userOf(outgoing.post.message.privateTo ?? "");
    return user === null ? openly(place.channel, outgoing) : privately(place.channel, user, outgoing);
  };

  return {
    platform: "discord",
    paceMs: 0,
    async post(outgoing) {
      const { lane } = outgoing.post;
      const place = placeOf(lane);
      if (!place) return { kind: "refused", reason: `${lane} is not an address on Discord` };
      return resultOf(lane, await send(place, outgoing));
    },
    threadUnder: () => null,
    async find({ post, replaces }) {
      const place = placeOf(post.lane);
      if (!place || replaces !== null) return null;
      const user = place.kind === "person" ? place.user : userOf(post.message.privateTo ?? "");
      const line = user === null ? null : await directLine(user);
      if (line?.kind === "error") return null;
      if (line && line.kind !== "ok") throw new Error(`The direct line could not be read: ${JSON.stringify(line)}`);
      const channel = line ? (textIn(line.data, "id") ?? "") : place.kind === "channel" ? place.channel : "";
      const inEmbeds = !post.message.sections || (await mayEmbed(channel));
      const { pieces } = await draw(post.message, { inEmbeds, withPicture: true });
      const found = await findMessages(config, channel, post, pieces);
      const messages = found.flatMap((id) => (id === null ? [] : [id]));
      if (messages.length < found.length) return null;
      if (line === null) await threads.tidy(channel, post);
      return referenceText({ channel, messages });
    },
  };
}
