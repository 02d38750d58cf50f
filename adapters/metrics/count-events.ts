import type { Answering, Bot, Handled } from "../../src/bot.ts";
import type { InboundEvent } from "../../src/events.ts";
import { platformOf } from "../../src/interaction/address.ts";
import { handledBy, outcomeOf } from "../around-bot.ts";

/** Hears of each event once it is settled, and how many seconds that took. */
export type HandledListener = (event: InboundEvent, outcome: string, seconds: number) => void;

/** The bot, with a listener that hears how each event ended: `saved`, `seen`, `refused` or `failed`. */
export function countingBot(bot: Bot, onHandled: HandledListener): Bot {
  const handle = async (event: InboundEvent, answering?: Answering): Promise<Handled> => {
    const begunAt = performance.now();
    let outcome = "failed";
    try {
      const handled = await bot.handle(event, answering);
      outcome = outcomeOf(handled);
      return handled;
    } finally {
      onHandled(event, outcome, (performance.now() - begunAt) / 1000);
    }
  };
  return handledBy(bot, handle);
}

/** The chat platform that delivered the event, of those there are; empty for what came by our own pages, the API or the clock. */
export function deliveredBy({ id }: InboundEvent, platforms: readonly string[]): string {
  return platforms.find((platform) => id?.startsWith(`${platform}:`)) ?? "";
}

/** Addresses whose places people read by themselves, at our own pages. */
const OWN = "web";

/** The platform whose place was read on from where it was left; null for any other event. */
export function caughtUpOn(event: InboundEvent): string | null {
  const platform = event.kind === "place-read" ? platformOf(event.place) : OWN;
  return platform === OWN ? null : platform;
}
