import type { InboundEvent } from "../../src/events.ts";
import { entryId } from "../../src/interaction/transcript.ts";
import type { Clock } from "../../src/ports.ts";
import { momentOf, threadAddress } from "./address.ts";
import { type ApiData, textIn } from "./api.ts";
import type { History } from "./history.ts";
import { keepEvent } from "./keep-event.ts";
import { interactionAt, resolveMissed } from "./missed-resolutions.ts";
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
  /**
   * Handles what was written, changed, taken back or resolved since; gives the timestamp of the last message, null for none. What has
   * been kept stays so where it breaks off, and a thread that was read to its end is not read again until it has grown.
   */
  keep(reading: PlaceToRead): Promise<string | null>;
  /** Handles what was written, changed or taken back in one thread since, and leaves to others what was done to it. */
  keepThread(reading: PlaceToRead, thread: string): Promise<void>;
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
export interface MessageRead {
  readonly reading: PlaceToRead;
  /** Slack's name of it, which is its time. */
  readonly ts: string;
  /** The first message of its thread; itself where it stands in none. */
  readonly thread: string;
  readonly message: ApiData;
  readonly desk: SlackParts;
}

export function createMissed({ clock, history, deskOf }: MissedConfig): Missed {
  /** How far each thread was read, by its address. */
  const readTo = new Map<string, string>();

  /** The messages at the top of a place that may have something new below them, the oldest first. */
  const topOf = async ({ team, channel, isDirect, since }: PlaceToRead): Promise<ApiData[]> => {
    const oldest = isDirect ? since : String(Math.min(Number(since), clock.now() / 1000 - THREAD_AGE_S));
    const top = await history.all(team, "conversations.history", { channel, oldest }, "messages");
    return top.toSorted(byTime);
  };

  /** Null for what has no name, and so is no message. */
  const found = async (reading: PlaceToRead, read: ApiData): Promise<MessageRead | null> => {
    const ts = textIn(read, "ts");
    if (ts === null) return null;
    const message = { ...read, channel: reading.channel, ...(reading.isDirect ? { channel_type: "im" } : {}) };
    return { reading, ts, thread: textIn(read, "thread_ts") ?? ts, message, desk: await deskOf(reading.team, message) };
  };

  /** What a message read back says has happened: written, or known and edited or taken back since; null where it is kept as it is. */
  const happened = async ({ reading, ts, thread, message, desk }: MessageRead): Promise<InboundEvent | null> => {
    const { team, channel, isDirect } = reading;
    const at = clock.now();
    const editedTs = textIn(message, "edited", "ts");
    const place = threadAddress(team, channel, thread);
    const isKept = !isDirect && (await desk.store.get("entry", entryId(place, ts))) !== null;
    if (textIn(message, "subtype") === "tombstone")
      return { kind: "message-deleted", id: null, at, conversation: place, messageId: ts, writtenAt: momentOf(ts) };
    if (isKept && editedTs === null) return null;
    await desk.directory.learn(team, peopleIn(message, desk.rules), history.wait);
    const event = parseMessage({ id: null, team, message, at }, desk.rules);
    if (event.kind !== "message" || editedTs === null) return event;
    const { conversation, messageId, text } = event;
    const editedAt = momentOf(editedTs);
    if (!isKept && !(await desk.store.get("entry", entryId(conversation, messageId)))) return { ...event, editedAt };
    return { kind: "message-edited", id: null, at: editedAt, conversation, messageId, text };
  };

  const keepOne = async (one: MessageRead): Promise<void> => {
    const event = await happened(one);
    if (event) await keepEvent(one.desk.bot, event);
  };

  /** Whether a message has something in it that may not be kept yet. */
  const isToBeKept = ({ reading: { since }, ts, message }: MessageRead): boolean =>
    isNewer(ts, since) || isNewer(textIn(message, "edited", "ts"), since) || textIn(message, "subtype") === "tombstone";

  const resolve = (one: MessageRead): Promise<void> => resolveMissed(one, { at: clock.now(), wait: history.wait });

  /** What Slack shows of a thread since, its first message before all. */
  const threadOf = async (reading: PlaceToRead, ts: string): Promise<MessageRead[]> => {
    const { team, channel, since } = reading;
    const read = await history.all(team, "conversations.replies", { channel, ts, oldest: since }, "messages");
    const all = await Promise.all(read.toSorted(byTime).map((one) => found(reading, one)));
    return all.filter((one) => one !== null);
  };

  /** Keeps the first message of a thread, where it is new or we do not know the thread. */
  const keepFirst = async (first: MessageRead): Promise<void> => {
    const { reading, thread, desk } = first;
    const isUnknown = async () =>
      (await interactionAt(desk, threadAddress(reading.team, reading.channel, thread))) === null;
    if (isToBeKept(first) || (await isUnknown())) await keepOne(first);
  };

  /** The new replies of a thread, after its first message where that is unknown to us too. */
  const keepReplies = async (first: MessageRead): Promise<void> => {
    const { reading, ts, message } = first;
    const place = threadAddress(reading.team, reading.channel, ts);
    const latest = textIn(message, "latest_reply");
    if (latest === null || !isNewer(latest, reading.since) || readTo.get(place) === latest) return;
    const replies = await threadOf(reading, ts);
    if (!isToBeKept(first)) await keepFirst(first);
    for (const one of replies) {
      if (one.ts === ts) continue;
      if (isToBeKept(one)) await keepOne(one);
      await resolve(one);
    }
    readTo.set(place, latest);
  };

  return {
    async keep(reading) {
      const { since, isDirect } = reading;
      const top = await topOf(reading);
      let last: string | null = null;
      for (const read of top) {
        const one = await found(reading, read);
        if (!one) continue;
        if (isToBeKept(one)) await keepOne(one);
        if (!isDirect) {
          await keepReplies(one);
          await resolve(one);
        }
        const latest = textIn(read, "latest_reply");
        for (const ts of [one.ts, isDirect ? null : latest]) if (ts !== null && isNewer(ts, last ?? since)) last = ts;
      }
      return last;
    },
    async keepThread(reading, thread) {
      for (const one of await threadOf(reading, thread))
        if (one.ts === thread) await keepFirst(one);
        else if (isToBeKept(one)) await keepOne(one);
    },
  };
}
