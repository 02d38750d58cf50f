/** Values under keys, of which those set longest ago go where there are too many: some at a time, as to find the first is slow. */
export interface Bounded<V> {
  readonly kept: Map<string, V>;
  set(key: string, value: V): void;
}

/** The part of them that goes at a time. */
const EIGHTH = 8;

function dropOldest(kept: Map<string, unknown>, count: number): void {
  let left = count;
  for (const key of kept.keys()) {
    if (left === 0) return;
    kept.delete(key);
    left -= 1;
  }
}

/** At most `limit` values. */
export function createBounded<V>(limit: number): Bounded<V> {
  const kept = new Map<string, V>();
  return {
    kept,
    set: (key, value) => {
      kept.delete(key);
      if (kept.size >= limit) dropOldest(kept, Math.ceil(limit / EIGHTH));
      kept.set(key, value);
    },
  };
}

/** Remembers what is costly to make, under a key; the oldest go where there are too many. */
export interface Cache<V> {
  get(key: string, make: (key: string) => V): V;
}

/** A cache of at most `limit` values. */
export function createCache<V>(limit: number): Cache<V> {
  const { kept, set } = createBounded<V>(limit);
  return {
    get: (key, make) => {
      const known = kept.get(key);
      if (known !== undefined) return known;
      const made = make(key);
      set(key, made);
      return made;
    },
  };
}
