import type { Bot } from "../../src/bot.ts";
import type { EventOf, InboundEvent } from "../../src/events.ts";

/** Stands before a bot and keeps what comes to it. */
export function overheard() {
  const events: InboundEvent[] = [];
  return {
    /** What has come of a kind, in its order. */
    of: <K extends InboundEvent["kind"]>(kind: K): EventOf<K>[] =>
      events.filter((event): event is EventOf<K> => event.kind === kind),
    between: (bot: Bot): Bot => ({
      ...bot,
      handle(event) {
        events.push(event);
        return bot.handle(event);
      },
    }),
  };
}
