import type { Random } from "./random.ts";

/** What people are like: how likely they do what they may do, but for what is said to be a number of something else. */
export interface Manners {
  /** How many customers each platform has, and how likely the one of a talk is one of both desks. */
  readonly customers: number;
  readonly ofBoth: number;
  /** What somebody does about a question; the rest are silent. */
  readonly answers: {
    /** Tap a score. */
    readonly tap: number;
    /** Tap, perhaps twice at once, and another time within a day. */
    readonly tapAgain: number;
    /** Write an answer. */
    readonly write: number;
    /** Write one that gives an address away. */
    readonly writeReason: number;
    /** Write a score of a promoter or a passive, and edit it to a detractor's. */
    readonly writeAndEdit: number;
    readonly notNow: number;
    readonly never: number;
    /** Say that they want to be asked no more, without a question. */
    readonly stop: number;
  };
  /** Whoever answers takes days for it, up to so many, where others take hours. */
  readonly late: number;
  readonly latestDays: number;
  /** Whoever has answered taps another score after hours or days, and perhaps once more; and that it is a detractor's. */
  readonly changes: number;
  readonly worse: number;
  /** Taps, or writes a score, when the time for that is over. */
  readonly afterwards: number;
  /** Has a message before them as it stood when it came, whatever has become of it. */
  readonly outdated: number;
  /** Whoever is asked has a new question, and taps the old one afterwards. */
  readonly asksAnew: number;
  /** Wants to be asked no more just as a question does not get through. */
  readonly stopsMeanwhile: number;
  /** Edits the first message of a talk. */
  readonly edits: number;
  /** After a resolution: the customer thanks, the agent opens it again within minutes, the customer comes back within days. */
  readonly thanks: number;
  readonly tooQuick: number;
  readonly comesBack: number;
  /** Of agents: leaves a card alone; is in touch and reaches nobody. */
  readonly ignores: number;
  readonly unreachable: number;
  /** Somebody of the team deletes a card; leaves an answer out of the score, and mostly counts it again. */
  readonly deletes: number;
  readonly leavesOut: number;
  /** Who has the page with all cases before them takes up the case of an answer at once. */
  readonly watches: number;
}

/** As people mostly are. */
export const ORDINARY_MANNERS: Manners = {
  ...{ customers: 40, ofBoth: 0.35 },
  answers: {
    ...{ tap: 0.35, tapAgain: 0.1, write: 0.07, writeReason: 0.03, writeAndEdit: 0.05 },
    ...{ notNow: 0.05, never: 0.02, stop: 0.02 },
  },
  ...{ late: 0.2, latestDays: 6, changes: 0.05, worse: 0.5, afterwards: 0.03, outdated: 0.2, edits: 0.1 },
  ...{ thanks: 0.2, tooQuick: 0.06, comesBack: 0.06, ignores: 0.2, unreachable: 0.2 },
  ...{ asksAnew: 0.04, stopsMeanwhile: 0.1, deletes: 0.04, leavesOut: 0.02, watches: 0.2 },
};

/** Of people who nearly all answer, in one way or another. */
const ANSWERING: Manners["answers"] = {
  ...{ tap: 0.3, tapAgain: 0.25, write: 0.12, writeReason: 0.03, writeAndEdit: 0.12 },
  ...{ notNow: 0.06, never: 0.04, stop: 0.04 },
};
/** Of people of whom many want none of it. */
const REFUSING: Manners["answers"] = {
  ...{ tap: 0.2, tapAgain: 0.05, write: 0.05, writeReason: 0, writeAndEdit: 0 },
  ...{ notNow: 0.25, never: 0.15, stop: 0.15 },
};
const SILENT: Manners["answers"] = {
  ...{ tap: 0.08, tapAgain: 0.02, write: 0.02, writeReason: 0, writeAndEdit: 0.02 },
  ...{ notNow: 0.02, never: 0.02, stop: 0 },
};

/** Ways in which a world's people may be other than most. */
const STRANGE: readonly ((random: Random) => Partial<Manners>)[] = [
  (random) => ({ customers: random.pick([4, 9, 200]), ofBoth: random.pick([0, 0.35, 0.9]) }),
  (random) => ({ answers: random.pick([ANSWERING, ANSWERING, REFUSING, SILENT]) }),
  (random) => ({ late: random.pick([0, 0.5, 0.8]), latestDays: random.pick([2, 6, 9]) }),
  (random) => ({ changes: random.pick([0, 0.3, 0.7]), worse: random.pick([0.2, 0.5, 0.9]) }),
  (random) => ({ afterwards: random.pick([0, 0.2, 0.6]), outdated: random.pick([0, 0.5, 0.9]) }),
  (random) => ({
    tooQuick: random.pick([0, 0.2]),
    comesBack: random.pick([0, 0.15, 0.4]),
    thanks: random.pick([0, 0.4]),
  }),
  (random) => ({ ignores: random.pick([0, 0.7]), unreachable: random.pick([0, 0.6]) }),
  (random) => ({ asksAnew: random.pick([0, 0.2]), stopsMeanwhile: random.pick([0, 0.5]) }),
  (random) => ({ deletes: random.pick([0, 0.4]), leavesOut: random.pick([0, 0.2]) }),
  (random) => ({ watches: random.pick([0, 0.7]) }),
];

/** Strange in every way with that likelihood, and else ordinary. */
export function drawManners(random: Random, strangeness: number): Manners {
  const strange = STRANGE.map((draw) => (random.chance(strangeness) ? draw(random) : {}));
  return Object.assign({}, ORDINARY_MANNERS, ...strange) as Manners;
}
