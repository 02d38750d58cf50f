import type { Clock } from "../../src/ports.ts";

/** A clock that is moved by hand, and never back. */
export interface PlayedClock extends Clock {
  moveTo(at: number): void;
}

/** The clock at a moment, milliseconds since 1970. */
export function createPlayedClock(start: number): PlayedClock {
  let now = start;
  return {
    now: () => now,
    moveTo: (at) => {
      now = Math.max(now, at);
    },
  };
}
