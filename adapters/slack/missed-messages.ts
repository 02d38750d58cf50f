import type { InboundEvent } from "../../src/events.ts";
import { isAllowed } from "../../src/interaction/identify-person.ts";
import type { Interaction } from "../../src/interaction/interaction.ts";
import { entryId } from "../../src/interaction/transcript.ts";
import { momentOf, threadAddress } from "./address.ts";
import { type ApiData, recordsIn, textIn } from "./api.ts";
import type { History } from "./history.ts";
import { parseMessage } from "./parse.ts";
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

export function createMissed({ store, bot, clock, rules, directory }: SlackParts, history: History): Missed {
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

  const isKnown = async (conversation: string): Promise<boolean> =>
    (await store.list("interaction", { where: { conversation }, limit: 1 })).length > 0;

  /** What a message read back says has happened: written, or known and edited or taken back since. */
  const happened = async (reading: PlaceToRead, ts: string, message: ApiData): Promise<InboundEvent> => {
    const { team, channel, isDirect } = reading;
    const at = clock.now();
    if (textIn(message, "subtype") === "tombstone") {
      const conversation = threadAddress(team, channel, textIn(message, "thread_ts") ?? ts);
      return { kind: "message-deleted", id: null, at, conversation, messageId: ts };
    }
    const user = textIn(message, "user");
    if (user !== null) await directory.prepare(team, user);
    const placed = { ...message, channel, ...(isDirect ? { channel_type: "im" } : {}) };
    const event = parseMessage({ id: null, team, message: placed, at }, rules);
    const editedTs = textIn(message, "edited", "ts");
    if (event.kind !== "message" || editedTs === null) return event;
    const { conversation, messageId } = event;
    if (!(await store.get("entry", entryId(conversation, messageId)))) return event;
    return { kind: "message-edited", id: null, at: momentOf(editedTs), conversation, messageId, text: event.text };
  };

  /** Whoever may resolve the conversation and has given the resolving reaction; null for nobody. */
  const resolverOf = async (team: string, message: ApiData, interaction: Interaction) => {
    const reaction = recordsIn(message, "reactions").find((one) => textIn(one, "name") === rules.resolveReaction);
    const users = Array.isArray(reaction?.users) ? reaction.users : [];
    for (const user of users) {
      if (typeof user !== "string") continue;
      await directory.prepare(team, user);
      const person = rules.person(team, user);
      if (await isAllowed({ store }, person, "resolve", interaction)) return person;
    }
    return null;
  };

  /** Resolves what was resolved by reaction while nobody listened; what was resolved before is left as it is. */
  const resolve = async ({ team, channel }: PlaceToRead, message: ApiData): Promise<void> => {
    const ts = textIn(message, "ts");
    if (ts === null) return;
    const conversation = threadAddress(team, channel, ts);
    const [interaction] = await store.list("interaction", { where: { conversation }, limit: 1 });
    const by = interaction?.resolutionCount === 0 ? await resolverOf(team, message, interaction) : null;
    if (by) await bot.handle({ kind: "resolved", id: null, at: clock.now(), conversation, by });
  };

  return {
    async keep(reading) {
      const { since, isDirect, team, channel } = reading;
      const top = await topOf(reading);
      const replies = isDirect ? [] : await repliesTo(reading, top);
      const each = new Map([...top, ...replies].map((message) => [textIn(message, "ts"), message]));
      const all = [...each.values()].toSorted(byTime);
      const withReplies = new Set(replies.map((message) => textIn(message, "thread_ts")));
      for (const message of all) {
        const ts = textIn(message, "ts");
        if (ts === null) continue;
        const isNew = isNewer(ts, since) || isNewer(textIn(message, "edited", "ts"), since);
        const isUnknownFirst = withReplies.has(ts) && !(await isKnown(threadAddress(team, channel, ts)));
        const isGone = textIn(message, "subtype") === "tombstone";
        if (isNew || isUnknownFirst || isGone) await bot.handle(await happened(reading, ts, message));
      }
      for (const message of isDirect ? [] : top.filter((one) => "reactions" in one)) await resolve(reading, message);
      return all.map((message) => textIn(message, "ts")).findLast((ts) => isNewer(ts, since)) ?? null;
    },
  };
}
