import type { DeskBot, Handled } from "../../src/bot.ts";
import type { InboundEvent } from "../../src/events.ts";
import { isColleague } from "../../src/interaction/customer.ts";

/**
 * Has the bot keep what has happened. What a colleague writes down for a customer is begun by that customer: the team did not write to
 * them of its own accord, and so they may be asked. Rejects where it could not be saved.
 */
export async function keepEvent(bot: Pick<DeskBot, "handle">, event: InboundEvent): Promise<Handled> {
  if (event.kind === "message" && event.customer && isColleague(event.author.role)) {
    const { id, at, conversation, customer } = event;
    const opened = { kind: "opened", id: id === null ? null : `${id}:opened`, at, conversation, customer } as const;
    await bot.handle({ ...opened, by: "customer" });
  }
  return bot.handle(event);
}
