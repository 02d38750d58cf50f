import type { InboundEvent } from "../../src/events.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { isAllowed } from "../../src/interaction/identify-person.ts";
import type { Interaction } from "../../src/interaction/interaction.ts";
import { entryId } from "../../src/interaction/transcript.ts";
import type { Clock } from "../../src/ports.ts";
import { momentOf, threadAddress } from "./address.ts";
import { type ApiData, recordsIn, textIn } from "./api.ts";
import type { History } from "./history.ts";
import { keepEvent } from "./keep-event.ts";
import { peopleIn } from "./named-people.ts";
import { parseMessage } from "./parse-message.ts";
import type { SlackParts } from "./parts.ts";

/** Threads whose first message is older than this are not looked into again, in seconds. */
const THREAD_AGE_S = 30 * 24 * 60 * 60;

/** A place to be read, and Slack's timestamp of the last message read there before. */
export interface PlaceToRead {
  readonly team: string;
  readonly channel: string;
  readonly isDirect: boolean;
  readonly since: string;
}

/** Keeps what was missed in a place. */
export interface Missed {
  /** Handles what was written, changed, taken back or resolved since; gives the timestamp of the last message, null for none. */
  keep(reading: PlaceToRead): Promise<string | null>;
}

function isNewer(ts: string | null, since: string): boolean {
  return ts !== null && Number(ts) > Number(since);
}

function byTime(one: ApiData, other: ApiData): number {
  return Number(textIn(one, "ts")) - Number(textIn(other, "ts"));
}

/** What reading back needs; `deskOf` says to which desk a message belongs, its channel being with it. */
export interface MissedConfig {
  readonly clock: Clock;
  readonly history: History;
  deskOf(team: string, message: ApiData): Promise<SlackParts>;
}

/** A message that was read back, and where and by which desk. */
interface Found {
  readonly reading: PlaceToRead;
  /** Slack's name of it, which is its time. */
  readonly ts: string;
  readonly message: ApiData;
  readonly desk: SlackParts;
}

async function interactionIn({ store }: SlackParts, conversation: string): Promise<Interaction | null> {
  const [interaction] = await store.list("interaction", { where: { conversation }, limit: 1 });
  return interaction ?? null;
}

/** Whoever may resolve the conversation and has given the resolving reaction; null for nobody. */
async function resolverOf({ reading, message, desk }: Found, interaction: Interaction): Promise<Person | null> {
  const { rules, directory, store } = desk;
  const reaction = recordsIn(message, "reactions").find((one) => textIn(one, "name") === rules.resolveReaction);
  const users = Array.isArray(reaction?.users) ? reaction.users : [];
  for (const user of users) {
    if (typeof user !== "string") continue;
    await directory.prepare(reading.team, user);
    const person = rules.person(reading.team, user);
    if (await isAllowed({ store }, person, "resolve", interaction)) return person;
  }
  return null;
}

export function createMissed({ clock, history, deskOf }: MissedConfig): Missed {
  /** The messages at the top of a place that may have something new below them. */
  const topOf = ({ team, channel, isDirect, since }: PlaceToRead): Promise<ApiData[]> => {
    const oldest = isDirect ? since : String(Math.min(Number(since), clock.now() / 1000 - THREAD_AGE_S));
    return history.all(team, "conversations.history", { channel, oldest }, "messages");
  };

  /** Threads with new replies, whole: their first message may be unknown to us too. */
  const repliesTo = async ({ team, channel, since }: PlaceToRead, top: readonly ApiData[]): Promise<ApiData[]> => {
    const found: ApiData[] = [];
    for (const message of top) {
      if (!isNewer(textIn(message, "latest_reply"), since)) continue;
      const args = { channel, ts: textIn(message, "ts"), oldest: since };
      found.push(...(await history.all(team, "conversations.replies", args, "messages")));
    }
    return found;
  };

  /** What a message read back says has happened: written, or known and edited or taken back since. */
  const happened = async ({ reading, ts, message, desk }: Found): Promise<InboundEvent> => {
    const { team, channel } = reading;
    const at = clock.now();
    if (textIn(message, "subtype") === "tombstone") {
      const conversation = threadAddress(team, channel, textIn(message, "thread_ts") ?? ts);
      return { kind: "message-deleted", id: null, at, conversation, messageId: ts };
    }
    await desk.directory.prepareAll(team, peopleIn(message, desk.rules));
    const event = parseMessage({ id: null, team, message, at }, desk.rules);
    const editedTs = textIn(message, "edited", "ts");
    if (event.kind !== "message" || editedTs === null) return event;
    const { conversation, messageId } = event;
    if (!(await desk.store.get("entry", entryId(conversation, messageId)))) return event;
    return { kind: "message-edited", id: null, at: momentOf(editedTs), conversation, messageId, text: event.text };
  };

  /** Resolves what was resolved by reaction while nobody listened; what was resolved before is left as it is. */
  const resolve = async (found: Found): Promise<void> => {
    const { reading, ts, desk } = found;
    const conversation = threadAddress(reading.team, reading.channel, ts);
    const interaction = await interactionIn(desk, conversation);
    const by = interaction?.resolutionCount === 0 ? await resolverOf(found, interaction) : null;
    if (by) await desk.bot.handle({ kind: "resolved", id: null, at: clock.now(), conversation, by });
  };

  /** Null for what has no name, and so is no message. */
  const found = async (reading: PlaceToRead, read: ApiData): Promise<Found | null> => {
    const ts = textIn(read, "ts");
    if (ts === null) return null;
    const message = { ...read, channel: reading.channel, ...(reading.isDirect ? { channel_type: "im" } : {}) };
    return { reading, ts, message, desk: await deskOf(reading.team, message) };
  };

  /** Whether a message has something in it that may not be kept yet. */
  const isToBeKept = async (
    { reading, ts, message, desk }: Found,
    withReplies: ReadonlySet<unknown>,
  ): Promise<boolean> => {
    const { team, channel, since } = reading;
    const isNew = isNewer(ts, since) || isNewer(textIn(message, "edited", "ts"), since);
    if (isNew || textIn(message, "subtype") === "tombstone") return true;
    return withReplies.has(ts) && (await interactionIn(desk, threadAddress(team, channel, ts))) === null;
  };

  return {
    async keep(reading) {
      const { since, isDirect } = reading;
      const top = await topOf(reading);
      const replies = isDirect ? [] : await repliesTo(reading, top);
      const each = new Map([...top, ...replies].map((message) => [textIn(message, "ts"), message]));
      const all = [...each.values()].toSorted(byTime);
      const withReplies = new Set(replies.map((message) => textIn(message, "thread_ts")));
      for (const message of all) {
        const one = await found(reading, message);
        if (one && (await isToBeKept(one, withReplies))) await keepEvent(one.desk.bot, await happened(one));
      }
      const marked = isDirect ? [] : top.filter((one) => "reactions" in one);
      for (const message of marked) {
        const one = await found(reading, message);
        if (one) await resolve(one);
      }
      return all.map((message) => textIn(message, "ts")).findLast((ts) => isNewer(ts, since)) ?? null;
    },
  };
}
