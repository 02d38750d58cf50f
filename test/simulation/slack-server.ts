import { personAddress, placeOf, threadAddress } from "../../adapters/slack/address.ts";
import { type ApiAnswer, isRecord, type SlackApi, textIn } from "../../adapters/slack/api.ts";
import { createSlackChat } from "../../adapters/slack/chat.ts";
import { outboxIdOf } from "../../adapters/slack/find-posted.ts";
import { readButton } from "../../adapters/slack/parse-interaction.ts";
import type { Chat } from "../../src/ports.ts";
import type { Pressable, Standing } from "./ground.ts";
import { type Life, SIMULATED } from "./life.ts";
import type { PlatformParts } from "./platform.ts";
import type { Reception } from "./weather.ts";

type Args = Readonly<Record<string, unknown>>;

export interface SlackServer {
  chat(life: Life): Chat;
  /** A timestamp of its own, of this moment. */
  newTs(): string;
}

/** So long a channel that was posted to too often is to be left alone. */
const LIMITED_MS = 30_000;

/** How it answers whoever is locked out. */
const LOCKED: ApiAnswer = { kind: "error", code: "token_revoked", needed: null };

/** Every button in the blocks, however deep it stands. */
function buttonsIn(part: unknown): Pressable[] {
  if (Array.isArray(part)) return part.flatMap(buttonsIn);
  if (!isRecord(part)) return [];
  const value = readButton(textIn(part, "value"));
  const [name = ""] = (textIn(part, "action_id") ?? "").split(":");
  if (part.type === "button" && value !== null) return [{ name, ...value, raw: part }];
  return Object.values(part).flatMap(buttonsIn);
}

/** How Slack answers where the message does not stand there; null where it does. */
function refusal(reception: Reception, isTeams: boolean, isDirect: boolean): ApiAnswer | null {
  if (reception === "limited") return { kind: "limited", afterMs: LIMITED_MS };
  if (reception === "retry") return { kind: "error", code: "ratelimited", needed: null };
  if (reception === "absent") return { kind: "unknown", reason: `${SIMULATED} no answer` };
  if (reception === "out") return { kind: "unsent", reason: `${SIMULATED} Slack is out` };
  if (reception === "locked") return LOCKED;
  if (reception !== "refused") return null;
  const ofCustomers = isDirect ? "user_disabled" : "restricted_action_thread_locked";
  return { kind: "error", code: isTeams ? "is_archived" : ofCustomers, needed: null };
}

/** Slack's Web API, as far as posting needs it, over what stands there. */
export function createSlackServer({ ground, weather, now, isTeams }: PlatformParts): SlackServer {
  let count = 0;
  const newTs = () => {
    count += 1;
    return `${Math.floor(now() / 1000)}.${String((now() % 1000) * 1000 + (count % 1000)).padStart(6, "0")}`;
  };
  const limits = new Map<string, { readonly since: number; readonly until: number }>();
  /** How the next post to the channel is taken, which Slack may want left alone: it remembers who does not. */
  const receive = (args: Args): Reception => {
    const channel = textIn(args, "channel") ?? "";
    const limit = limits.get(channel);
    if (limit && now() > limit.since && now() < limit.until)
      ground.complain({
        of: `${channel} was to be left alone until ${limit.until} and was posted to at ${now()}`,
        ...{ since: limit.since, at: now() },
      });
    const reception = weather.receive("slack");
    if (reception === "limited") limits.set(channel, { since: now(), until: now() + LIMITED_MS });
    return reception;
  };
  const laneOf = (team: string, args: Args): string => {
    const [channel, thread] = [textIn(args, "channel") ?? "", textIn(args, "thread_ts")];
    if (thread !== null) return threadAddress(team, channel, thread);
    return personAddress(team, channel.startsWith("D") ? channel.slice(1) : channel);
  };
  const post = (team: string, args: Args, isPrivate: boolean): ApiAnswer => {
    const lane = laneOf(team, args);
    const reception = receive(args);
    const isDirect = placeOf(lane)?.isDirect ?? false;
    const refused = refusal(reception, isTeams(lane), isDirect);
    if (refused !== null) return refused;
    const [ts, sent] = [newTs(), textIn(args, "channel") ?? ""];
    const channel = isDirect ? `D${sent}` : sent;
    const standing: Standing = {
      ...{ reference: isPrivate ? `ephemeral/${ts}` : `${channel}/${ts}`, lane, at: now(), edits: 0 },
      postId: isPrivate ? null : outboxIdOf(args),
      text: `${textIn(args, "text")} ${JSON.stringify(args.blocks)}`,
      buttons: buttonsIn(args.blocks),
    };
    ground.put(standing);
    if (reception === "standing") return { kind: "unknown", reason: `${SIMULATED} the answer was lost` };
    return { kind: "ok", data: isPrivate ? { message_ts: ts } : { channel, ts } };
  };
  const update = (args: Args): ApiAnswer => {
    const reception = receive(args);
    const refused = refusal(reception, true, false);
    if (refused !== null) return refused;
    const [channel, ts] = [textIn(args, "channel") ?? "", textIn(args, "ts") ?? ""];
    const text = `${textIn(args, "text")} ${JSON.stringify(args.blocks)}`;
    const isThere = ground.edit(`${channel}/${ts}`, { text, buttons: buttonsIn(args.blocks) });
    if (!isThere) return { kind: "error", code: "message_not_found", needed: null };
    if (reception === "standing") return { kind: "unknown", reason: `${SIMULATED} the answer was lost` };
    return { kind: "ok", data: { channel, ts } };
  };
  const listed = (team: string, args: Args): ApiAnswer => {
    const lane = laneOf(team, { channel: args.channel, thread_ts: args.ts });
    const messages = ground.in(lane).flatMap(({ reference, postId, at, goneSince }) => {
      if (postId === null || goneSince !== undefined || at / 1000 < Number(args.oldest)) return [];
      const metadata = { event_type: "emptychair_outbox", event_payload: { id: postId } };
      return [{ ts: reference.split("/")[1], metadata }];
    });
    return { kind: "ok", data: { messages } };
  };
  const call: SlackApi["call"] = async (team, method, args) => {
    if (method === "chat.postMessage") return post(team, args, false);
    if (method === "chat.postEphemeral") return post(team, args, true);
    if (method === "chat.update") return update(args);
    if (weather.isOut("slack")) return { kind: "unsent", reason: `${SIMULATED} Slack is out` };
    if (weather.isLocked("slack")) return LOCKED;
    if (method === "conversations.open") return { kind: "ok", data: { channel: { id: `D${textIn(args, "users")}` } } };
    if (method !== "conversations.open" && weather.failsToLook()) return { kind: "limited", afterMs: 30_000 };
    if (/^conversations\.(history|replies)$/.test(method)) return listed(team, args);
    return { kind: "error", code: "unknown_method", needed: null };
  };
  return {
    newTs,
    chat(life) {
      const api: SlackApi = {
        async call(...asked) {
          if (life.isOver) throw new Error(`${SIMULATED} the process is no more`);
          return call(...asked);
        },
      };
      const log = { info: () => {}, warn: () => {}, fault: () => {} };
      const drawing = { linkText: "Open", findLink: async () => null, drawPicture: async () => null };
      return createSlackChat({ api, clock: { now }, log, ...drawing });
    },
  };
}
