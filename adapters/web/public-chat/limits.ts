import type { Settings } from "../../../src/settings.ts";

const MINUTE = 60_000;
/** So many callers are remembered at once; beyond that, whoever began to be counted first is forgotten. */
const MOST_REMEMBERED = 10_000;

/** How often things happened within a minute, of each kind of thing. */
export interface Counter {
  /** Counts one more, unless that were more than the most in the minute; then the milliseconds until it is over, else 0. */
  take(key: string, most: number, now: number): number;
}

/** Counts in memory that is bounded, whoever calls. */
export function createCounter(mostRemembered = MOST_REMEMBERED): Counter {
  const counted = new Map<string, { readonly since: number; count: number }>();
  return {
    take: (key, most, now) => {
      const known = counted.get(key);
      if (known && now - known.since < MINUTE) {
        if (known.count >= most) return known.since + MINUTE - now;
        known.count += 1;
        return 0;
      }
      counted.delete(key);
      counted.set(key, { since: now, count: 1 });
      for (const oldest of counted.keys()) {
        if (counted.size <= mostRemembered) break;
        counted.delete(oldest);
      }
      return 0;
    },
  };
}

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
  const callers = createCounter();
  const customers = createCounter();
  const begun = createCounter();
  // A browser may call itself somebody else each time: that must let nobody forget the address it comes from.
  return {
    waitFor: ({ me, caller, isNew }, chat, now) =>
      callers.take(caller, chat.perAddressPerMinute, now) ||
      customers.take(me, chat.messagesPerMinute, now) ||
      (isNew ? begun.take("all", chat.newPerMinute, now) : 0),
  };
}
