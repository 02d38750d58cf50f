import type { Rate } from "./limits.ts";
import type { TimeSource } from "./time.ts";

/** Token buckets by name. */
export interface RateLimiter {
  /** Takes one from each bucket if all have one; otherwise takes none and returns the whole seconds to wait. */
  take(buckets: readonly (readonly [name: string, rate: Rate])[]): number | undefined;
}

interface Bucket {
  left: number;
  at: number;
}

/** Buckets start full and refill evenly. */
export function createRateLimiter(time: TimeSource): RateLimiter {
  const buckets = new Map<string, Bucket>();

  function refilled(name: string, rate: Rate): Bucket {
    const bucket = buckets.get(name) ?? { left: rate.burst, at: time.now() };
    const gained = ((time.now() - bucket.at) / 60_000) * rate.perMinute;
    const fresh = { left: Math.min(rate.burst, bucket.left + gained), at: time.now() };
    buckets.set(name, fresh);
    return fresh;
  }

  return {
    take(wanted) {
      const found = wanted.map(([name, rate]) => ({ bucket: refilled(name, rate), rate }));
      const waits = found.map(({ bucket, rate }) => ((1 - bucket.left) / rate.perMinute) * 60);
      const longest = Math.max(0, ...waits);
      if (longest > 0) return Math.max(1, Math.ceil(longest));
      for (const { bucket } of found) bucket.left -= 1;
      return undefined;
    },
  };
}
