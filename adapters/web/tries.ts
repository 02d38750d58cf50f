/** Counts tries by key, and says when there were too many. It lasts as long as the process. */
export interface Tries {
  /** How long whoever tries under that key has to wait, milliseconds; 0 where they need not. */
  waitOf(key: string, most: number): number;
  /** One more try under that key. */
  note(key: string): void;
  /** It went well: earlier tries under that key count no more. */
  forget(key: string): void;
}

/** So many keys are counted; beyond that the oldest are let go of. */
const MOST_KEYS = 10_000;
/** So many tries of one key are remembered. */
const MOST_TIMES = 200;

/** Counts tries within so many milliseconds, by that clock. */
export function createTries(now: () => number, within: () => number): Tries {
  const tries = new Map<string, readonly number[]>();
  const recent = (key: string) => (tries.get(key) ?? []).filter((at) => at > now() - within());
  return {
    waitOf: (key, most) => {
      const times = recent(key);
      const first = times[times.length - most];
      return first === undefined ? 0 : first + within() - now();
    },
    note: (key) => {
      const times = [...recent(key), now()].slice(-MOST_TIMES);
      tries.delete(key);
      tries.set(key, times);
      if (tries.size <= MOST_KEYS) return;
      const [oldest] = tries.keys();
      if (oldest !== undefined) tries.delete(oldest);
    },
    forget: (key) => void tries.delete(key),
  };
}
