/** Remembers what is costly to make, under a key; the oldest goes where there are too many. */
export interface Cache<V> {
  get(key: string, make: () => V): V;
}

/** A cache of at most `limit` values. */
export function createCache<V>(limit: number): Cache<V> {
  const kept = new Map<string, V>();
  return {
    get: (key, make) => {
      const known = kept.get(key);
      if (known !== undefined) return known;
      const [oldest] = kept.keys();
      if (kept.size >= limit && oldest !== undefined) kept.delete(oldest);
      const made = make();
      kept.set(key, made);
      return made;
    },
  };
}
