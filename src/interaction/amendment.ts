/** What was done to a message before it came: platforms bring what happens in any order. It is held until the message comes, or never does. */
export interface Amendment {
  /** The id that the message's entry gets. */
  readonly id: string;
  readonly version: number;
  /** The words as last changed; null where the message was taken back. */
  readonly text: string | null;
  /** When that was done, milliseconds since 1970. */
  readonly at: number;
  /** When it goes if the message has not come, milliseconds since 1970. */
  readonly until: number;
}

/** So long after it was written a message may still come, milliseconds: no platform brings one again after that. */
const HELD_MS = 24 * 60 * 60_000;

/** Until when is held what was done at a moment to a message that has not come; null where it is too old to come. */
export function heldUntil(writtenAt: number, at: number): number | null {
  const until = writtenAt + HELD_MS;
  return at < until ? until : null;
}

/**
 * Stands for a first message that has come where no row of a conversation is shared with what is done to it at the same moment: the one
 * that is saved second is decided again. It has no words, and goes the next night.
 */
export function alreadyCome(id: string, at: number): Amendment {
  return { id, version: 0, text: null, at, until: at };
}

/** Whether what is held stays: what was taken back comes back by no change, and an earlier change is over. */
export function isLatest(held: Amendment, text: string | null, at: number): boolean {
  return held.text === null || (text !== null && at < held.at);
}
