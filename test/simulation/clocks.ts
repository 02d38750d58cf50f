import { HOUR, MINUTE } from "../world.ts";
import type { Act, Agenda } from "./agenda.ts";
import type { Journal } from "./journal.ts";
import type { Options } from "./options.ts";
import type { Random } from "./random.ts";
import type { Time } from "./time.ts";

/** What the clocks of the processes show beside the true time: each is a little off by itself, and all of them are set wrong now and then. */
export interface Clocks {
  /** By how much the clock of the process of that number is off now, milliseconds. */
  offOf(process: number): number;
  /** When every clock shows that time, as things are now; and as they are where no clock is set wrong. */
  shownAt(at: number): readonly number[];
  /** How far a clock may be off, milliseconds: by itself, and when it is set wrong. */
  readonly apart: number;
  readonly furthest: number;
  /** Sets all of them wrong, forward or back, and right again within hours. */
  setWrong(): void;
  setRight(): void;
}

export interface ClocksParts {
  readonly options: Pick<Options, "clocks">;
  readonly random: Random;
  readonly agenda: Agenda<Act>;
  readonly journal: Journal;
  readonly time: Time;
  /** Hears that clocks are set. */
  readonly onSet: () => void;
}

const MOST_WRONG = 20 * MINUTE;

export function createClocks({ options: { clocks }, random, agenda, journal, time, onSet }: ClocksParts): Clocks {
  const { apart, wrong } = clocks;
  const off = new Map<number, number>();
  let wrongBy = 0;
  const set = (by: number): void => {
    wrongBy = by;
    onSet();
  };
  const setRight = (): void => {
    if (wrongBy !== 0) set(0);
  };
  return {
    apart,
    furthest: apart + (wrong > 0 ? MOST_WRONG : 0),
    offOf: (process) => {
      const own = off.get(process) ?? random.between(-apart, apart);
      off.set(process, own);
      return own + wrongBy;
    },
    shownAt: (at) => (wrongBy === 0 ? [at + apart] : [at + apart, at + apart - wrongBy]),
    setWrong: () => {
      const by = random.between(-MOST_WRONG, MOST_WRONG);
      journal.fault(by < 0 ? "clocks set back" : "clocks set forward");
      set(by);
      agenda.plan(time.now() + random.below(9 * HOUR), async () => setRight());
    },
    setRight,
  };
}
