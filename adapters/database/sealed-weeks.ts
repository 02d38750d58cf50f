import { randomUUID } from "node:crypto";
import type { Window } from "../../src/digest/week.ts";
import type { Clock } from "../../src/ports.ts";
import type { Engine } from "./engine.ts";
import {
  beginSeal,
  confirmSeal,
  dropSeal,
  dropStaleSeals,
  keepSeal,
  type MarkedTally,
  type Seal,
  type SealedTally,
  selectOldestSeals,
  selectSeals,
  type TallyWindow,
  takeSeal,
} from "./sealed-queries.ts";
import type { Statement } from "./statement.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
/** So long after its end a time is over. */
const MARGIN_MS = HOUR_MS;
/** Nothing longer is sealed; the schema's triggers look no further either. */
const LONGEST_MS = 400 * DAY_MS;
/** These look back over many weeks; the others are kept of single weeks alone. */
const LOOKING_BACK: ReadonlySet<SealedTally> = new Set(["recovered", "heard"]);
/** Most tallies that wait to be sealed; more are asked for again. */
const MOST_WANTED = 1_024;
/** So many that were found to differ are remembered. */
const MOST_FOUND = 24;
/** A counting that has not come to an end after so long never will. */
const ABANDONED_MS = DAY_MS;
/** So long a tally is left to the process that has begun to count it; then another may. */
const LEASE_MS = 10 * 60_000;

/** Counts tallies from the rows. */
export interface TallyCounter {
  /** The tally as JSON. */
  count(window: TallyWindow): Promise<string>;
  /** Whether each save that was under way when it is called has ended, waited for a while: one that has not is in no count yet, and may have looked for tallies to take away before there was one. Missing where saves follow each other. */
  settled?(): Promise<boolean>;
  /** Nothing more is counted for now. */
  rest(): Promise<void>;
}

/** Looks after what is sealed, when there is time; of several processes that do so at once one counts each tally. */
export interface SealKeeping {
  /** Seals at most so many of the tallies that were asked for and are not sealed; how many were sealed. */
  seal(atMost: number): Promise<number>;
  /** Counts anew at most so many of those counted longest ago, none counted within so many milliseconds; one that differs is unsealed and told. */
  recount(atMost: number, restMs: number, onDifference: (found: TallyWindow) => void): Promise<void>;
  /** The same and changes nothing: those of so many that differ. */
  differing(atMost: number): Promise<TallyWindow[]>;
  /** The last that a recount has found to differ since the database was opened. */
  readonly found: readonly TallyWindow[];
}

/** What times that are over came to, as they were counted. */
export interface SealedWeeks extends SealKeeping {
  /** What was kept of each of these windows; undefined where it is not sealed, which is remembered for the next sealing. */
  find<Tally>(desk: string, what: SealedTally, windows: readonly Window[]): Promise<(Tally | undefined)[]>;
}

/** Whether the tally of such a window is kept once it is over. */
function isKept(what: SealedTally, { from, to }: Window): boolean {
  return LOOKING_BACK.has(what) ? to - from <= LONGEST_MS : Math.abs(to - from - WEEK_MS) <= HOUR_MS;
}

/** What is sealed at all desks; `counter` counts from the rows. */
export function createSealedWeeks(engine: Engine, clock: Clock, counter: TallyCounter): SealedWeeks {
  const queue = new Map<string, TallyWindow>();
  const found: TallyWindow[] = [];
  const isOver = ({ to }: Window): boolean => to + MARGIN_MS <= clock.now();
  const want = ({ desk, what, from, to }: TallyWindow): void => {
    if (queue.size < MOST_WANTED) queue.set(`${what} ${from} ${to} ${desk}`, { desk, what, from, to });
  };

  const isDone = async (statement: Statement): Promise<boolean> => (await engine.apply([statement])) === null;
  const begin = async (wanted: TallyWindow): Promise<MarkedTally | null> => {
    const marked: MarkedTally = { ...wanted, mark: randomUUID() };
    const now = clock.now();
    return (await isDone(beginSeal(marked, now, now - LEASE_MS))) ? marked : null;
  };
  const oldest = async (atMost: number, restMs: number): Promise<Seal[]> =>
    (await engine.all(selectOldestSeals(clock.now() - restMs, atMost))) as unknown as Seal[];
  const isRight = async (seal: Seal): Promise<boolean> => (await counter.count(seal)) === seal.tally;

  return {
    found,
    find: async <Tally>(desk: string, what: SealedTally, windows: readonly Window[]) => {
      const over = windows.filter((window) => isOver(window) && isKept(what, window));
      if (over.length === 0) return windows.map(() => undefined);
      const ends = over.map(({ to }) => to);
      const rows = await engine.all(selectSeals(desk, what, { from: Math.min(...ends), to: Math.max(...ends) }));
      const kept = new Map(rows.map((row) => [`${row.from} ${row.to}`, String(row.tally)]));
      const tallyOf = ({ from, to }: Window) => kept.get(`${from} ${to}`);
      for (const window of over) if (tallyOf(window) === undefined) want({ desk, what, ...window });
      return windows.map((window) => {
        const tally = tallyOf(window);
        return tally === undefined ? undefined : (JSON.parse(tally) as Tally);
      });
    },
    seal: async (atMost) => {
      let sealed = 0;
      try {
        for (const [key, wanted] of [...queue].slice(0, atMost)) {
          queue.delete(key);
          const marked = await begin(wanted);
          if (marked === null) continue;
          if ((await counter.settled?.()) === false) break;
          if (await isDone(keepSeal(marked, await counter.count(wanted)))) sealed += 1;
        }
      } finally {
        await counter.rest();
      }
      return sealed;
    },
    recount: async (atMost, restMs, onDifference) => {
      await engine.apply([dropStaleSeals(clock.now() - ABANDONED_MS)]);
      try {
        for (const seal of await oldest(atMost, restMs)) {
          if (!(await isDone(takeSeal(seal, clock.now() - restMs + LEASE_MS)))) continue;
          const right = await isRight(seal);
          const isUntouched = await isDone(right ? confirmSeal(seal, clock.now()) : dropSeal(seal));
          if (right || !isUntouched) continue;
          const { desk, what, from, to } = seal;
          found.push({ desk, what, from, to });
          found.splice(0, found.length - MOST_FOUND);
          onDifference({ desk, what, from, to });
          want(seal);
        }
      } finally {
        await counter.rest();
      }
    },
    differing: async (atMost) => {
      const different: TallyWindow[] = [];
      try {
        for (const seal of await oldest(atMost, 0)) {
          const { desk, what, from, to } = seal;
          if (await isRight(seal)) continue;
          const [now] = await engine.all(selectSeals(desk, what, { from: to, to }));
          if (now?.tally === seal.tally) different.push({ desk, what, from, to });
        }
      } finally {
        await counter.rest();
      }
      return different;
    },
  };
}
