import { findLinks } from "../../src/chat/find-links.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import { checkMayLeave } from "../../src/outbox/may-leave.ts";
import type { Chat, Clock, DrawPicture, FindLink, Log, Outgoing, PostResult } from "../../src/ports.ts";
import {
  ephemeralReference,
  type Place,
  placeOf,
  readReference,
  referenceText,
  threadAddress,
  userOf,
} from "./address.ts";
import {
  type ApiAnswer,
  type ApiData,
  classOf,
  isOfToken,
  placeRemedyOf,
  reasonOf,
  remedyOf,
  type SlackApi,
  textIn,
} from "./api.ts";
import { findPosted, OUTBOX_EVENT } from "./find-posted.ts";
import { createPictures } from "./pictures.ts";
import { elsewherePrivately, type SlackCall } from "./private-posts.ts";
import { portionsBelow, type Rendered, render } from "./render.ts";
import { createTryTables } from "./try-tables.ts";

/** About one message a second may go to a channel, by Slack's rule. */
const CHANNEL_PACE_MS = 1_000;
const MOST_AT_ONCE = 32;
/** So long after our request was sent Slack may still carry it out; it has been seen to do so after our time-out of 10 s. */
const LONGEST_ARRIVAL_MS = 60_000;
/** When Slack is called again after it could not be reached. */
const UNSENT_RETRY_MS = 5_000;
/** Where Slack limits so many channels of a workspace at once, it is the workspace that it limits. */
const MANY_LIMITED = 3;

/** Beyond the channel, all of the workspace has to wait. */
const WHOLE = { reach: "space" } as const;

export interface SlackChatConfig {
  readonly api: SlackApi;
  readonly clock: Clock;
  readonly log: Log;
  /** The words of a link to a conversation. */
  readonly linkText: string;
  /** What stands for so many more parts than there is room for. */
  readonly moreText?: (count: number) => string;
  /** Says that parts of these titles stand in the thread. */
  readonly belowText?: (titles: readonly string[]) => string;
  readonly findLink: FindLink;
  readonly drawPicture: DrawPicture;
  /** Base of the Web API; undefined is Slack's own. */
  readonly apiUrl?: string | undefined;
}

/** Slack as the dispatcher sees it. */
export function createSlackChat(config: SlackChatConfig): Chat {
  const { api, clock, log, moreText, belowText, findLink, drawPicture, apiUrl } = config;
  const pictures = createPictures({ api, clock, drawPicture, apiUrl });
  const tryTables = createTryTables(api);

  const limited = new Map<string, number>();

  /** Slack does not say what it limits: one channel, as far as is seen, or all of the workspace. */
  const limitedFor = ({ team, channel }: Place, afterMs: number): PostResult => {
    const now = clock.now();
    for (const [name, until] of limited) if (until <= now) limited.delete(name);
    limited.set(`${team} ${channel}`, now + afterMs);
    const many = [...limited.keys()].filter((name) => name.startsWith(`${team} `)).length >= MANY_LIMITED;
    return { kind: "retry", reason: "ratelimited", afterMs, ...(many ? WHOLE : {}) };
  };

  const resultOf = (place: Place, answer: ApiAnswer): PostResult => {
    if (answer.kind === "limited") return limitedFor(place, answer.afterMs);
    if (answer.kind === "unsent") return { kind: "retry", reason: answer.reason, afterMs: UNSENT_RETRY_MS, ...WHOLE };
    if (answer.kind === "error") return refused(place, answer);
    return answer.kind === "ok" ? posted(answer.data) : { kind: "unknown", reason: answer.reason };
  };

  const refused = (place: Place, { code, needed }: Extract<ApiAnswer, { kind: "error" }>): PostResult => {
    const closed = place.isDirect ? undefined : placeRemedyOf(code, place.channel);
    switch (classOf(code)) {
      case "retry":
        return { kind: "retry", reason: code };
      case "ambiguous":
        return { kind: "unknown", reason: code };
      case "refuse":
        return { kind: "refused", reason: reasonOf(code, place.isDirect), ...(closed ? { remedy: closed } : {}) };
      case "stop":
        return { kind: "retry", reason: code, remedy: remedyOf(code, needed), ...(isOfToken(code) ? WHOLE : {}) };
    }
  };

  /** What a person must mend first keeps no words in the thread waiting: the picture is given up. */
  const pictureResultOf = (place: Place, answer: ApiAnswer): PostResult => {
    if (answer.kind !== "error" || classOf(answer.code) !== "stop") return resultOf(place, answer);
    const { code, needed } = answer;
    log.fault(remedyOf(code, needed), { team: place.team, code, needed });
    return { kind: "refused", reason: reasonOf(code, place.isDirect) };
  };

  return {
    platform: "slack",
    paceMs: CHANNEL_PACE_MS,
    mostAtOnce: MOST_AT_ONCE,
    arrivalMs: LONGEST_ARRIVAL_MS,
    async post(outgoing) {
      const place = placeOf(outgoing.post.lane);
      if (!place) return { kind: "refused", reason: `${outgoing.post.lane} is not an address on Slack` };
      const { message } = outgoing.post;
      if (isPicture(message)) return pictures.post(place, outgoing, (answer) => pictureResultOf(place, answer));
      const isEdit = outgoing.replaces !== null && readReference(outgoing.replaces) !== null;
      const more = { ...(moreText ? { moreText } : {}), ...(belowText ? { belowText } : {}) };
      const words = { linkText: config.linkText, ...more };
      const hasThread = mayHaveThread(place) && message.privateTo === undefined;
      const drawing = { links: await findLinks(message, findLink), ...words, isEdit, hasThread };
      const { call, answer } = await tryTables(place.team, (tables) => {
        checkMayLeave(outgoing);
        return callFor(place, outgoing, render(message, { ...drawing, tables }));
      });
      const other = elsewherePrivately(place, call, answer);
      if (other === null) return resultOf(place, answer);
      checkMayLeave(outgoing);
      return resultOf(other.place, await api.call(other.place.team, other.call.method, other.call.args));
    },
    find: (outgoing) => (isPicture(outgoing.post.message) ? pictures.find(outgoing) : findPosted(api, outgoing)),
    threadUnder({ lane, message }, reference) {
      const place = placeOf(lane);
      const stands = readReference(reference);
      if (!place || !mayHaveThread(place) || stands === null) return null;
      const address = threadAddress(place.team, place.channel, stands.ts);
      return message.kind === "digest" ? { address, portions: portionsBelow(message, config.linkText) } : { address };
    },
  };
}

/** Whether what stands there can have a thread under it. */
function mayHaveThread({ isDirect, thread }: Place): boolean {
  return !isDirect && thread === null;
}

/** Whether the message is nothing but a picture. */
function isPicture({ kind, picture }: OutboundMessage): boolean {
  return kind === "detail" && picture !== undefined;
}

/** An edit of what stands there, a message for one person's eyes, or a message that carries its outbox id. */
function callFor({ channel, thread, isDirect }: Place, { post, replaces }: Outgoing, drawn: Rendered): SlackCall {
  const { message, id } = post;
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
