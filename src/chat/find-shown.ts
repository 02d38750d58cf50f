import { mayBeOneOf } from "../doors/account.ts";
import { platformOf } from "../interaction/address.ts";
import type { Person } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";

function inPlace({ withheld, ...message }: OutboundMessage): OutboundMessage {
  if (!withheld) return message;
  const { from: _, ...shown } = withheld;
  const { facts: __, ...rest } = message;
  return { ...rest, ...shown };
}

function whole({ withheld: _, ...message }: OutboundMessage): OutboundMessage {
  return message;
}

/** The message where everybody on the platform reads the same: without what is withheld from anybody who is known there. */
export function shownToAll(message: OutboundMessage, platform: string): OutboundMessage {
  const isKnown = message.withheld?.from.some((address) => platformOf(address) === platform) ?? false;
  return isKnown ? inPlace(message) : whole(message);
}

/** The message as one person reads it; null is somebody of whom it is not known who they are. */
export function shownTo(message: OutboundMessage, reader: string | null): OutboundMessage {
  const { withheld } = message;
  if (!withheld) return message;
  return reader === null || withheld.from.includes(reader) ? inPlace(message) : whole(message);
}

/** The message as whoever sits at the desk reads it: without what is withheld where they may be one of those it is withheld from. */
export function shownAt(message: OutboundMessage, by: Person | null): OutboundMessage {
  const mayBe = by !== null && mayBeOneOf(by, message.withheld?.from ?? []);
  return shownTo(message, mayBe ? null : (by?.address ?? null));
}
