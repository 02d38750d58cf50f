import { checkMayLeave } from "../../src/outbox/may-leave.ts";
import type { Chat, Log, Outgoing, PostResult, Reader } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import type { Settings } from "../../src/settings.ts";
import type { Wording } from "../../src/wording.ts";
import {
  ephemeralReference,
  type Place,
  placeOf,
  readReference,
  referenceText,
  threadUnderAddress,
  userOf,
} from "./address.ts";
import {
  type ApiError,
  CODE,
  classOf,
  type DiscordApi,
  isOfPlace,
  isOfToken,
  type MadeAnswer,
  madeBy,
  reasonOf,
  remedyOf,
} from "./api.ts";
import { isCard } from "./cards.ts";
import type { DrawMessage } from "./draw-message.ts";
import { createEmbedRights } from "./embed-rights.ts";
import { createFindMessages } from "./find-messages.ts";
import { keepLatest } from "./latest-kept.ts";
import { shortened } from "./pieces.ts";
import { createPutPost, type PutAnswer } from "./put-post.ts";
import type { Acts, Opening } from "./recent-uses.ts";
import { sendPiece } from "./send-piece.ts";
import type { Threads } from "./threads.ts";

/** After a refused token nothing is called for a minute at least; then the calls themselves are told how much longer. */
const REFUSED_TOKEN_MS = 60_000;
/** When Discord is called again after it could not be reached. */
const UNSENT_RETRY_MS = 5_000;
/** All calls together may be fifty a second, and a post is two. */
const MOST_AT_ONCE = 16;
const LONGEST_THREAD_NAME = 100;
/** A thread in which nobody writes rests after a week. */
const THREAD_RESTS_AFTER_MIN = 10_080;
const EPHEMERAL = 1 << 6;
const INTERACTION_OVER = new Set([10015, 50027]);
const CLOSED_LINE = new Set<number>([CODE.cannotWriteToUser, CODE.noMutualGuild]);
/** So many people are remembered as told why they read something aside. */
const MOST_TOLD = 1_000;

export interface DiscordChatConfig {
  readonly api: DiscordApi;
  /** Waits as long as Discord wants. */
  readonly patient: DiscordApi;
  readonly store: Reader;
  readonly acts: Acts;
  readonly threads: Threads;
  readonly draw: DrawMessage;
  readonly log: Log;
  readonly wording: Wording;
  readonly settings: Settings;
  /** Our own user id; null until Discord has told it. */
  readonly self: () => string | null;
}

/** Why what was meant for somebody's direct line stands here, in their language. */
async function closedLineWords({ store, wording, settings }: DiscordChatConfig, address: string): Promise<string> {
  const identity = await store.get("identity", address);
  const customer = identity && (await store.get("customer", identity.customerId));
  return wording.say(wording.choose(customer?.locale, settings.desk.locale), "shadow.hereAlone");
}

/** The user whom a post in a channel is for alone; null where it is for everybody. */
function readerOf({ message }: Post): string | null {
  return message.privateTo === undefined ? null : userOf(message.privateTo);
}

/** Discord as the dispatcher sees it. */
export function createDiscordChat(config: DiscordChatConfig): Chat {
  const { api, store, acts, threads, draw, log } = config;
  const directLines = new Map<string, string>();
  const toldAside = new Map<string, string>();
  const mayEmbed = createEmbedRights(config);
  const findMessages = createFindMessages(config);
  const put = createPutPost({ ...config, mayEmbed, findMessages });

  /** A definite refusal, or what a person can mend: then the remedy goes with it, unless the door is shut already and that is told. */
  const refused = (error: ApiError): PostResult => {
    const reason = reasonOf(error);
    if (error.status === 401) return { kind: "retry", reason, afterMs: REFUSED_TOKEN_MS, reach: "platform" };
    switch (classOf(error)) {
      case "retry":
        return { kind: "retry", reason };
      case "refuse":
        return { kind: "refused", reason, ...(isOfPlace(error) ? { remedy: remedyOf(error) } : {}) };
      case "stop":
        return { kind: "retry", reason, remedy: remedyOf(error), ...(isOfToken(error) ? { reach: "platform" } : {}) };
    }
  };

  const resultOf = (answer: PutAnswer): PostResult => {
    if (answer.kind === "ok") return { kind: "posted", reference: answer.reference };
    if (answer.kind === "unknown") return { kind: "unknown", reason: answer.reason };
    if (answer.kind === "unsent")
      return { kind: "retry", reason: answer.reason, afterMs: UNSENT_RETRY_MS, reach: "platform" };
    if (answer.kind === "error") return refused(answer);
    const reach = answer.isGlobal ? ({ reach: "platform" } as const) : {};
    return { kind: "retry", reason: "ratelimited", afterMs: answer.afterMs, ...reach };
  };

  /** The channel of somebody's direct line. */
  const directLine = async (user: string): Promise<MadeAnswer> => {
    const known = directLines.get(user);
    if (known !== undefined) return { kind: "ok", id: known };
    const line = madeBy(await api.call("POST", "/users/@me/channels", { body: { recipient_id: user } }));
    if (line.kind === "ok") directLines.set(user, line.id);
    return line;
  };

  const openly = (channel: string, outgoing: Outgoing): Promise<PutAnswer> =>
    threads.within(channel, outgoing.post, () => put(channel, outgoing));

  /** In the thread under a message, which is begun with the first words there; in the channel where none can be begun. */
  const under = async (parent: string, message: string, outgoing: Outgoing): Promise<PutAnswer> => {
    const sent = await openly(message, outgoing);
    if (sent.kind !== "error" || sent.code !== CODE.unknownChannel) return sent;
    const { text, threadName = text } = outgoing.post.message;
    const body = { name: shortened(threadName, LONGEST_THREAD_NAME), auto_archive_duration: THREAD_RESTS_AFTER_MIN };
    const begun = await api.call("POST", `/channels/${parent}/messages/${message}/threads`, { body });
    if (begun.kind === "ok") return openly(message, outgoing);
    if (begun.kind !== "error") return begun;
    log.warn("No thread could be begun under a card; the bot needs the permission Create Public Threads", { begun });
    return put(parent, outgoing);
  };

  const directly = async (user: string, outgoing: Outgoing): Promise<PutAnswer> => {
    const line = await directLine(user);
    const sent = line.kind === "ok" ? await put(line.id, outgoing) : line;
    const isClosed = sent.kind === "error" && CLOSED_LINE.has(sent.code);
    // What became of a question's delivery decides where it is asked instead.
    return isClosed && outgoing.post.surveyId === null ? ((await aside(user, outgoing)) ?? sent) : sent;
  };

  const followUp = async ({ application, token }: Opening, outgoing: Outgoing): Promise<PutAnswer> => {
    const path = `/webhooks/${application}/${token}`;
    const carrier = { method: "POST", path, query: { wait: "true" }, isWithoutToken: true } as const;
    const { pieces, picture } = await draw(outgoing.post.message, { inCards: true, withPicture: true });
    let last = "";
    for (const piece of pieces) {
      checkMayLeave(outgoing);
      const sent = madeBy(await sendPiece({ api, log }, { ...carrier, more: { flags: EPHEMERAL } }, piece, picture));
      if (sent.kind !== "ok") return sent;
      last = sent.id;
    }
    return { kind: "ok", reference: ephemeralReference(last) };
  };

  /** Behind what somebody did last, where their direct line is closed; null where nothing is left to stand behind. */
  const aside = async (user: string, outgoing: Outgoing): Promise<PutAnswer | null> => {
    const lately = await acts.lately(user);
    if (lately === null) return null;
    const { post } = outgoing;
    const words = toldAside.get(user) === lately.opening.token ? "" : `${await closedLineWords(config, post.lane)}\n\n`;
    const message = { ...post.message, text: `${words}${post.message.text}` };
    const sent = await followUp(lately.opening, { ...outgoing, post: { ...post, message } });
    if (sent.kind === "ok") keepLatest(toldAside, user, lately.opening.token, MOST_TOLD);
    const isOver = sent.kind === "error" && INTERACTION_OVER.has(sent.code);
    if (isOver) acts.isOver(lately.channel, user);
    return isOver ? null : sent;
  };

  /** Whether the post is in the person's own conversation: what colleagues are told is theirs alone, wherever they spoke. */
  const isTheirs = async ({ lane, message }: Post): Promise<boolean> => {
    const [interaction] = await store.list("interaction", { where: { conversation: lane }, limit: 1 });
    const identity = interaction && (await store.get("identity", message.privateTo ?? ""));
    return identity?.customerId === interaction?.customerId && interaction !== undefined;
  };

  /** To one person alone: behind what they clicked, openly where they spoke openly in their own conversation, else on their direct line. */
  const privately = async (channel: string, user: string, outgoing: Outgoing): Promise<PutAnswer> => {
    const way = await acts.way(channel, user, outgoing.post.createdAt);
    if (way?.kind === "openly" && (await isTheirs(outgoing.post))) return openly(channel, outgoing);
    if (way?.kind !== "alone") return directly(user, outgoing);
    const sent = await followUp(way.opening, outgoing);
    if (sent.kind !== "error") return sent;
    if (sent.code === CODE.threadArchived)
      return threads.within(channel, outgoing.post, () => followUp(way.opening, outgoing));
    if (!INTERACTION_OVER.has(sent.code)) return sent;
    acts.isOver(channel, user);
    return privately(channel, user, outgoing);
  };

  const send = (place: Place, outgoing: Outgoing): Promise<PutAnswer> => {
    if (place.kind === "person") return directly(place.user, outgoing);
    const user = readerOf(outgoing.post);
    if (place.under !== undefined) return under(place.under, place.channel, outgoing);
    return user === null ? openly(place.channel, outgoing) : privately(place.channel, user, outgoing);
  };

  /** The channel in which the post stands, if it does: what was for one person alone can only be found on their direct line. */
  const lineFor = async (place: Place, post: Post): Promise<MadeAnswer> => {
    if (place.kind === "person") return directLine(place.user);
    const user = readerOf(post);
    return user === null ? { kind: "ok", id: place.channel } : directLine(user);
  };

  return {
    platform: "discord",
    paceMs: 0,
    mostAtOnce: MOST_AT_ONCE,
    // A message of the same nonce is given back, not made again, whichever of the two arrives first.
    arrivalMs: 0,
    async post(outgoing) {
      const { lane } = outgoing.post;
      const place = placeOf(lane);
      if (!place) return { kind: "refused", reason: `${lane} is not an address on Discord` };
      return resultOf(await send(place, outgoing));
    },
    threadUnder({ lane, message }, reference) {
      const place = placeOf(lane);
      const stands = readReference(reference)?.messages[0];
      if (message.caseId === undefined || stands === undefined) return null;
      const isOpen = place?.kind === "channel" && place.under === undefined;
      return isOpen ? { address: threadUnderAddress(place, stands) } : null;
    },
    async find({ post, replaces }) {
      const place = placeOf(post.lane);
      if (!place || replaces !== null) return null;
      const line = await lineFor(place, post);
      if (line.kind === "error") return null;
      if (line.kind !== "ok") throw new Error(`The direct line could not be read: ${JSON.stringify(line)}`);
      const channel = line.id;
      const inCards = !isCard(post.message) || (await mayEmbed(channel));
      const { pieces } = await draw(post.message, { inCards, withPicture: true });
      const found = await findMessages(channel, post, pieces);
      const messages = found.flatMap((id) => (id === null ? [] : [id]));
      if (messages.length < found.length) return null;
      if (place.kind === "channel" && readerOf(post) === null) await threads.tidy(channel, post);
      return referenceText({ channel, messages });
    },
  };
}
