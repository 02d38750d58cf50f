import { type AllTerms, drawTerms } from "./desk-terms.ts";
import { drawManners, type Manners } from "./manners.ts";
import { createRandom } from "./random.ts";

/** What a simulated year is like. All of it is drawn from the seed, and printed where something goes wrong. */
export interface Options {
  readonly seed: number;
  /** How many days after a Monday it begins: digests are posted on Mondays. */
  readonly begins: number;
  /** Days with faults; after them come some without. */
  readonly days: number;
  readonly replicas: number;
  /** Conversations that begin in a day, at both desks together. */
  readonly talksADay: number;
  /** On what terms each desk asks, and what people are like. */
  readonly terms: AllTerms;
  readonly manners: Manners;
  /** How likely a save is rejected, is turned away as busy, or loses its answer; or its process ends before or after it. */
  readonly saves: {
    readonly rejected: number;
    readonly busy: number;
    readonly lost: number;
    readonly crashBefore: number;
    readonly crashAfter: number;
  };
  /** How likely a read fails. */
  readonly reads: number;
  /** How likely the answer to one comes so late that others have saved much meanwhile. */
  readonly slowReads: number;
  /** How likely a process stands still for minutes in the midst of a save, or of a post. */
  readonly stills: { readonly saves: number; readonly posts: number };
  /** How likely a post is put off, limited, refused, or ends unknown, without standing there or with. */
  readonly posts: {
    readonly retry: number;
    readonly limited: number;
    readonly refused: number;
    readonly absent: number;
    readonly standing: number;
  };
  /** How likely an event comes again, or late; and a platform is out on a day, or the clock jumps ahead. */
  readonly events: { readonly again: number; readonly late: number };
  /** How likely a post that may stand already cannot be looked for. */
  readonly lookups: number;
  readonly outages: number;
  /** How long the longest outages last, hours; most are short. One of more than nine lasts until a person has let the bot in again. */
  readonly longestOutage: number;
  /** How likely a platform is out on a Monday as digests fall due. */
  readonly mondays: number;
  /** By how much each process's clock is off at most, milliseconds; and how likely on a day all of them are set wrong for hours. */
  readonly clocks: { readonly apart: number; readonly wrong: number };
  readonly jumps: number;
}

export const DAYS_A_YEAR = 365;

/** In some seeds a kind of fault is left out, so that the others are seen by themselves. */
export function drawOptions(seed: number, more: Partial<Options> = {}): Options {
  const random = createRandom(`options/${seed}`);
  const ways = random.fork("ways");
  const often = (most: number): number => (random.chance(0.2) ? 0 : Math.round(random.next() * most * 10_000) / 10_000);
  return {
    ...{ seed, begins: 0, days: DAYS_A_YEAR },
    replicas: random.pick([1, 2, 4]),
    talksADay: random.pick([0.5, 1, 1, 2]),
    saves: {
      ...{ rejected: often(0.01), busy: often(0.01), lost: often(0.01) },
      ...{ crashBefore: often(0.004), crashAfter: often(0.004) },
    },
    reads: often(0.001),
    stills: { saves: often(0.003), posts: often(0.02) },
    posts: {
      ...{ retry: often(0.05), limited: often(0.03), refused: often(0.02) },
      ...{ absent: often(0.04), standing: often(0.04) },
    },
    events: { again: often(0.1), late: often(0.1) },
    lookups: often(0.1),
    outages: often(0.06),
    longestOutage: ways.pick([9, 9, 9, 40]),
    slowReads: ways.pick([0, 0, 0.01]),
    mondays: ways.chance(0.2) ? 0.1 : 0,
    terms: drawTerms(ways.fork("terms")),
    manners: drawManners(ways.fork("manners"), 0.25),
    clocks: { apart: random.pick([0, 0, 100, 500]), wrong: random.chance(0.5) ? 0 : often(0.1) },
    jumps: often(0.05),
    ...more,
  };
}
