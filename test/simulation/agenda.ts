/** What is to happen at a moment of the simulated clock. */
export interface Planned {
  readonly at: number;
  act(): Promise<void>;
}

/** Everything that is planned, the earliest first; of one moment what was planned first. */
export interface Agenda {
  plan(at: number, act: () => Promise<void>): void;
  /** When the next thing is to happen; infinity where nothing is. */
  next(): number;
  /** Takes out the first thing that is to have happened by then; undefined where nothing is. */
  take(now: number): Planned | undefined;
}

export function createAgenda(): Agenda {
  const planned: Planned[] = [];
  const placeOf = (at: number): number => {
    let [low, high] = [0, planned.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((planned[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    plan: (at, act) => void planned.splice(placeOf(at), 0, { at, act }),
    next: () => planned[0]?.at ?? Number.POSITIVE_INFINITY,
    take: (now) => ((planned[0]?.at ?? Number.POSITIVE_INFINITY) <= now ? planned.shift() : undefined),
  };
}
