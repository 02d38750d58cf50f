/** What is planned, the earliest first; of one moment what was planned first. */
export interface Agenda<T> {
  plan(at: number, what: T): void;
  /** When the next is planned; infinity where nothing is. */
  next(): number;
  /** Takes out the first that was planned until then; undefined where nothing was. */
  take(now: number): T | undefined;
}

/** What somebody does at a planned moment. */
export type Act = () => Promise<void>;

export function createAgenda<T>(): Agenda<T> {
  /** The latest first, so that the next is taken from the end. */
  const planned: { readonly at: number; readonly what: T }[] = [];
  const placeOf = (at: number): number => {
    let [low, high] = [0, planned.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((planned[middle]?.at ?? 0) > at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const next = () => planned.at(-1)?.at ?? Number.POSITIVE_INFINITY;
  return {
    next,
    plan: (at, what) => void planned.splice(placeOf(at), 0, { at, what }),
    take: (now) => (next() <= now ? planned.pop()?.what : undefined),
  };
}
