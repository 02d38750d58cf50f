const MINUTE = 60_000;
/** So many callers are remembered at once; beyond that, whoever began to be counted first is forgotten. */
const MOST_REMEMBERED = 10_000;

/** How often things happened within a minute, of each kind of thing. */
export interface Budget {
  /** Counts one more, unless that were more than the most in the minute; then the milliseconds until it is over, else 0. */
  take(key: string, most: number, now: number): number;
}

/** Counts in memory that is bounded, whoever calls. */
export function createBudget(mostRemembered = MOST_REMEMBERED): Budget {
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

/** A wait as `Retry-After` has it, seconds. */
export function retryAfter(wait: number): string {
  return String(Math.ceil(wait / 1_000));
}
