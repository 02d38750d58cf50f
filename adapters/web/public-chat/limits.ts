import type { Settings } from "../../../src/settings.ts";
import { createBudget } from "../budget.ts";

/** Who sends something to the chat. */
export interface Sender {
  /** Id of the customer. */
  readonly me: string;
  /** The network address it comes from. */
  readonly caller: string;
  /** Whether it begins a conversation. */
  readonly isNew: boolean;
}

/** What keeps the chat of a desk from being flooded. */
export interface FloodLimits {
  /** How long the sender has to wait, milliseconds; 0: not at all. */
  waitFor(sender: Sender, chat: Settings["chat"], now: number): number;
}

/** Counts what each customer, each network address and all together send. */
export function createLimits(): FloodLimits {
  const callers = createBudget();
  const customers = createBudget();
  const begun = createBudget();
  // A browser may call itself somebody else each time: that must let nobody forget the address it comes from.
  return {
    waitFor: ({ me, caller, isNew }, chat, now) =>
      callers.take(caller, chat.perAddressPerMinute, now) ||
      customers.take(me, chat.messagesPerMinute, now) ||
      (isNew ? begun.take("all", chat.newPerMinute, now) : 0),
  };
}
