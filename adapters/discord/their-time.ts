import type { Clock } from "../../src/ports.ts";

/** Discord's time as its answers tell it, so that nothing is missed where our clock is ahead. Times in milliseconds since 1970. */
export interface TheirTime {
  /** Hears the date of an answer, which tells the second. */
  hear(date: string | null): void;
  /** What Discord's clock showed when ours showed that; never later. */
  at(ours: number): number;
}

export function createTheirTime(clock: Clock): TheirTime {
  let aheadMs = 0;
  return {
    hear(date) {
      const theirs = Date.parse(date ?? "");
      if (!Number.isNaN(theirs)) aheadMs = Math.max(0, clock.now() - theirs);
    },
    at: (ours) => ours - aheadMs,
  };
}
