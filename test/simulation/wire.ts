import type { Handled } from "../../src/bot.ts";
import type { InboundEvent } from "../../src/events.ts";
import type { Store } from "../../src/ports.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../world.ts";
import type { Act, Agenda } from "./agenda.ts";
import type { Journal } from "./journal.ts";
import { SIMULATED } from "./life.ts";
import type { Options } from "./options.ts";
import type { Process } from "./process.ts";
import type { Random } from "./random.ts";

/** An event that was acknowledged: what it says must be in the rows from then on. */
export interface Acknowledged {
  readonly event: InboundEvent;
  readonly at: number;
  readonly handled: Handled;
  /** Whether the conversation it is about was known before. */
  readonly wasKnown: boolean;
}

export interface WireParts {
  readonly store: Store;
  readonly agenda: Agenda<Act>;
  readonly random: Random;
  readonly journal: Journal;
  readonly now: () => number;
  /** The rates now; null where nothing goes wrong any more. */
  readonly rates: () => Options["events"] | null;
  readonly process: () => Process;
  readonly onAcknowledged: (acknowledged: Acknowledged) => Promise<void>;
}

/** Brings what happens on platforms to the program: late, again, and until it is acknowledged. */
export interface Wire {
  send(event: InboundEvent, desk?: string): Promise<void>;
  /** How many have not been acknowledged yet. */
  readonly waiting: number;
}

const LATEST = 3 * HOUR;
/** Now and then something comes again that was done days ago. */
const LATEST_AGAIN = 9 * DAY;

export function createWire(parts: WireParts): Wire {
  const { store, agenda, random, journal, now, rates, onAcknowledged } = parts;
  let waiting = 0;
  const isKnown = async (event: InboundEvent, desk: string): Promise<boolean> => {
    if (!("conversation" in event)) return true;
    const { conversation } = event;
    return (await store.desksWith([desk], "interaction", "conversation", conversation)).length > 0;
  };
  const deliver = async (event: InboundEvent, tries: number): Promise<void> => {
    const wasKnown = event.desk === undefined || (await isKnown(event, event.desk));
    try {
      const { life, bot } = parts.process();
      const handled = await life.unlessStill(() => bot.handle(event));
      waiting -= 1;
      journal.note(`acknowledged ${event.kind} ${event.id} ${handled.status} ${handled.refusal?.code ?? ""}`);
      await onAcknowledged({ event, at: now(), handled, wasKnown });
    } catch (error) {
      if (!String(error).includes(SIMULATED)) throw error;
      journal.fault("event given back");
      agenda.plan(now() + Math.min(SECOND * 2 ** tries, 2 * MINUTE), () => deliver(event, tries + 1));
    }
  };
  const send = async (given: InboundEvent, desk?: string): Promise<void> => {
    const event = desk === undefined ? given : { ...given, desk };
    const { again = 0, late = 0 } = rates() ?? {};
    const isLate = random.chance(late);
    const repeated = random.chance(again) ? [random.below(random.chance(0.2) ? LATEST_AGAIN : LATEST)] : [];
    if (isLate) journal.fault("event late");
    if (repeated.length > 0 && event.id !== null) journal.fault("event again");
    waiting += 1;
    if (isLate) agenda.plan(now() + random.below(LATEST), () => deliver(event, 0));
    for (const after of event.id === null ? [] : repeated)
      agenda.plan(now() + after, () => {
        waiting += 1;
        return deliver(event, 0);
      });
    if (!isLate) await deliver(event, 0);
  };
  return {
    send,
    get waiting() {
      return waiting;
    },
  };
}
