/** Values under keys, of which the one set longest ago goes where there are too many. */
export interface Bounded<V> {
  readonly kept: Map<string, V>;
  set(key: string, value: V): void;
}

/** At most `limit` values. */
export function createBounded<V>(limit: number): Bounded<V> {
  const kept = new Map<string, V>();
  return {
    kept,
    set: (key, value) => {
      kept.delete(key);
      const [oldest] = kept.keys();
      if (kept.size >= limit && oldest !== undefined) kept.delete(oldest);
      kept.set(key, value);
    },
  };
}

/** Remembers what is costly to make, under a key; the oldest goes where there are too many. */
export interface Cache<V> {
  get(key: string, make: () => V): V;
}

/** A cache of at most `limit` values. */
export function createCache<V>(limit: number): Cache<V> {
  const { kept, set } = createBounded<V>(limit);
  return {
    get: (key, make) => {
      const known = kept.get(key);
      if (known !== undefined) return known;
      const made = make();
      set(key, made);
      return made;
    },
  };
}
