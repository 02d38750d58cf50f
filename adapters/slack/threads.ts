import type { EventOf } from "../../src/events.ts";
import { placeOf } from "./address.ts";
import { recordsIn } from "./api.ts";
import { keepEvent } from "./keep-event.ts";
import { peopleIn } from "./named-people.ts";
import { parseMessage } from "./parse-message.ts";
import type { SlackParts } from "./parts.ts";
import { atMost, LOOK_UP_PATIENCE_MS } from "./waits.ts";

/** Sees to it that a thread begins with its first message, whatever comes to us first. */
export interface Threads {
  /** Reads and keeps the first message of the thread that a reply stands in, where we do not know it yet. */
  beginBefore(reply: EventOf<"message">): Promise<void>;
}

export function createThreads({ api, bot, store, clock, directory, rules }: SlackParts): Threads {
  const begin = async (team: string, channel: string, ts: string): Promise<void> => {
    const answer = await api.call(team, "conversations.replies", { channel, ts, limit: 1 });
    if (answer.kind !== "ok") return;
    const [first] = recordsIn(answer.data, "messages");
    if (first?.ts !== ts) return;
    await directory.prepareAll(team, peopleIn(first, rules));
    const event = parseMessage({ id: null, team, message: { ...first, channel }, at: clock.now() }, rules);
    await keepEvent(bot, event);
  };

  return {
    async beginBefore({ conversation, messageId }) {
      const place = placeOf(conversation);
      if (!place?.thread || place.thread === messageId) return;
      const [known] = await store.list("interaction", { where: { conversation }, limit: 1 });
      if (!known) await atMost(LOOK_UP_PATIENCE_MS, begin(place.team, place.channel, place.thread));
    },
  };
}
