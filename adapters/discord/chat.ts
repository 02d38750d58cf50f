import type { Chat, Log, Outgoing, PostResult, Reader } from "../../src/ports.ts";
import type { Acts, Opening } from "./acts.ts";
import { ephemeralReference, type Place, placeOf, readReference, referenceText, userOf } from "./address.ts";
import { type ApiAnswer, CODE, classOf, type DiscordApi, reasonOf, remedyOf, textIn } from "./api.ts";
import { findMessages, nonceOf } from "./find-messages.ts";
import { render } from "./render.ts";
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
  readonly log: Log;
  /** Address of the team's channel, whose faults a person can mend. */
  readonly teamLane: string | null;
  /** Our own user id; null until Discord has told it. */
  readonly self: () => string | null;
}

/** What every message has beside its words: nobody is notified by it. */
const QUIET = { allowed_mentions: { parse: [] } };

/** Discord as the dispatcher sees it. */
export function createDiscordChat({ api, store, acts, threads, log, teamLane, self }: DiscordChatConfig): Chat {
  const directLines = new Map<string, string>();

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

  /** Sends every piece that does not stand there yet, or brings those of the replaced post up to date. */
  const put = async (channel: string, outgoing: Outgoing): Promise<ApiAnswer> => {
    const { post } = outgoing;
    const rendered = render(post.message);
    const replaced = outgoing.replaces === null ? null : readReference(outgoing.replaces);
    const isAgain = post.attempts > 0 || post.state === "sending";
    const isPartly = rendered.length > 1 && isAgain && !replaced;
    const standing = isPartly ? await findMessages({ api, store, self }, channel, post) : (replaced?.messages ?? []);
    const messages: string[] = [];
    for (const [index, piece] of rendered.entries()) {
      const stands = standing[index] ?? null;
      if (stands !== null && !replaced) messages.push(stands);
      else {
        const path = `/channels/${channel}/messages`;
        const sent = stands
          ? await api.call("PATCH", `${path}/${stands}`, { body: { ...piece, ...QUIET } })
          : await api.call("POST", path, {
              body: { ...piece, ...QUIET, nonce: nonceOf(post.id, index), enforce_nonce: true },
            });
        if (sent.kind !== "ok") return sent;
        messages.push(textIn(sent.data, "id") ?? "");
      }
    }
    for (const surplus of replaced?.messages.slice(rendered.length) ?? [])
      await api.call("DELETE", `/channels/${channel}/messages/${surplus}`);
    return { kind: "ok", data: { reference: referenceText({ channel, messages }) } };
  };

  const openly = (channel: string, outgoing: Outgoing): Promise<ApiAnswer> =>
    threads.within(channel, outgoing.post, () => put(channel, outgoing));

  const directly = async (user: string, outgoing: Outgoing): Promise<ApiAnswer> => {
    const line = await directLine(user);
    return line.kind === "ok" ? put(textIn(line.data, "id") ?? "", outgoing) : line;
  };

  const followUp = async ({ application, token }: Opening, outgoing: Outgoing): Promise<ApiAnswer> => {
    let last = "";
    for (const piece of render(outgoing.post.message)) {
      const body = { ...piece, ...QUIET, flags: EPHEMERAL };
      const path = `/webhooks/${application}/${token}`;
      const sent = await api.call("POST", path, { body, query: { wait: "true" }, isWithoutToken: true });
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
    async find({ post, replaces }) {
      const place = placeOf(post.lane);
      if (!place || replaces !== null) return null;
      const user = place.kind === "person" ? place.user : userOf(post.message.privateTo ?? "");
      const line = user === null ? null : await directLine(user);
      if (line?.kind === "error") return null;
      if (line && line.kind !== "ok") throw new Error(`The direct line could not be read: ${JSON.stringify(line)}`);
      const channel = line ? (textIn(line.data, "id") ?? "") : place.kind === "channel" ? place.channel : "";
      const found = await findMessages({ api, store, self }, channel, post);
      const messages = found.flatMap((id) => (id === null ? [] : [id]));
      if (messages.length < found.length) return null;
      if (line === null) await threads.tidy(channel, post);
      return referenceText({ channel, messages });
    },
  };
}
