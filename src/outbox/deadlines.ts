/** What has to wait, by name, each until a time. */
export interface Deadlines {
  /** It has to wait until then: longer, if it had to for less. */
  set(name: string, until: number): void;
  has(name: string, now: number): boolean;
  /** What still has to wait; the rest is forgotten. */
  names(now: number): string[];
  /** When the first of them is over; infinite where nothing has to wait. */
  earliest(): number;
}

/** Nothing has to wait yet. */
export function createDeadlines(): Deadlines {
  const untils = new Map<string, number>();
  return {
    set: (name, until) => void untils.set(name, Math.max(until, untils.get(name) ?? until)),
    has: (name, now) => (untils.get(name) ?? now) > now,
    names: (now) => {
      for (const [name, until] of untils) if (until <= now) untils.delete(name);
      return [...untils.keys()];
    },
    earliest: () => Math.min(...untils.values()),
  };
}
