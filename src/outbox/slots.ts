import { platformOf } from "../interaction/address.ts";
import type { PassedOver } from "./passed-over.ts";

/** How many posts may be under way at once, whatever the platforms take. */
export const MOST_AT_ONCE = 64;

/** What is under way: one post to a lane, so many to a platform and so many in all. */
export interface Slots {
  /** How many more may be taken up. */
  readonly free: number;
  isFree(lane: string): boolean;
  take(lane: string): void;
  give(lane: string): void;
  /** The lanes that are taken, and the platforms that take no more. */
  passedOver(): Pick<PassedOver, "lanes" | "platforms">;
}

/** Nothing is under way; `mostOn` is how many a platform takes at once. */
export function createSlots(mostOn: (platform: string) => number): Slots {
  const taken = new Set<string>();
  const onPlatform = new Map<string, number>();
  const isFull = (platform: string) => (onPlatform.get(platform) ?? 0) >= mostOn(platform);
  const count = (lane: string, by: 1 | -1) => {
    const platform = platformOf(lane);
    onPlatform.set(platform, (onPlatform.get(platform) ?? 0) + by);
  };
  return {
    get free() {
      return MOST_AT_ONCE - taken.size;
    },
    isFree: (lane) => taken.size < MOST_AT_ONCE && !taken.has(lane) && !isFull(platformOf(lane)),
    take: (lane) => {
      taken.add(lane);
      count(lane, 1);
    },
    give: (lane) => {
      if (taken.delete(lane)) count(lane, -1);
    },
    passedOver: () => ({ lanes: [...taken], platforms: [...onPlatform.keys()].filter(isFull) }),
  };
}
