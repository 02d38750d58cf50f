import { randomUUID } from "node:crypto";
import { canonicalJson } from "../../src/canonical-json.ts";
import type { Window } from "../../src/digest/week.ts";
import type { Clock } from "../../src/ports.ts";
import type { Tallies } from "../../src/tallies.ts";
import type { Engine } from "./engine.ts";
import {
  beginSeal,
  confirmSeal,
  dropSeal,
  keepSeal,
  type MarkedWeek,
  SEALED_PARTS,
  type SealedPart,
  selectOldestSeal,
  selectSeals,
} from "./sealed-queries.ts";

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** So long after its end a week is over. */
const MARGIN_MS = HOUR_MS;
/** Most weeks that wait to be sealed; more are asked for again. */
const MOST_WANTED = 512;

type CountedParts = Record<SealedPart, string>;

/** A sealed week that was found to differ from its rows. */
export interface FoundDifference extends Window {
  readonly desk: string;
  /** What of it differs. */
  readonly parts: readonly SealedPart[];
}

/** The weeks that are over, as they were counted. */
export interface SealedWeeks {
  /** What was kept of each of these windows; undefined where it is not sealed, which is remembered for the next tending. */
  find<Tally>(desk: string, part: SealedPart, windows: readonly Window[]): Promise<(Tally | undefined)[]>;
  /** Seals at most so many of the weeks that were asked for and are not sealed; how many were sealed. */
  seal(atMost: number): Promise<number>;
  /** Counts anew the week counted longest ago, unless it was counted within so many milliseconds: true; a difference unseals it and is told. */
  recount(restMs: number, onDifference: (found: FoundDifference) => void): Promise<boolean>;
}

function ordered(counts: readonly unknown[]): string {
  return `[${counts
    .map((count) => canonicalJson(count))
    .sort()
    .join(",")}]`;
}

/** Everything that is kept of a week, each part in one form only. */
async function countParts(tallies: Tallies, window: Window): Promise<CountedParts> {
  return {
    scores: ordered(await tallies.countScores(window)),
    aside: ordered(await tallies.countAside(window)),
    outcomes: canonicalJson(await tallies.countOutcomes(window, window.to)),
    mouth: canonicalJson(await tallies.countWordOfMouth(window)),
  };
}

/** The sealed weeks of all desks; `countedAt` counts a desk's rows. */
export function createSealedWeeks(engine: Engine, clock: Clock, countedAt: (desk: string) => Tallies): SealedWeeks {
  const queue = new Map<string, Window & { readonly desk: string }>();
  const isSealable = ({ from, to }: Window): boolean =>
    Math.abs(to - from - WEEK_MS) <= HOUR_MS && to + MARGIN_MS <= clock.now();
  const keyOf = (desk: string, { from, to }: Window) => `${from} ${to} ${desk}`;

  const sealOne = async (week: Window & { readonly desk: string }): Promise<boolean> => {
    const marked: MarkedWeek = { ...week, mark: randomUUID() };
    await engine.apply([beginSeal(marked, clock.now())]);
    const parts = await countParts(countedAt(week.desk), week);
    return (await engine.apply([keepSeal(marked, parts)])) === null;
  };

  return {
    find: async <Tally>(desk: string, part: SealedPart, windows: readonly Window[]) => {
      const sealable = windows.filter(isSealable);
      if (sealable.length === 0) return windows.map(() => undefined);
      const span = {
        from: Math.min(...sealable.map(({ from }) => from)),
        to: Math.max(...sealable.map(({ to }) => to)),
      };
      const rows = await engine.all(selectSeals(desk, part, span));
      const kept = new Map(rows.map((row) => [`${row.from} ${row.to}`, String(row.tally)]));
      return windows.map((window) => {
        const tally = kept.get(`${window.from} ${window.to}`);
        if (tally !== undefined) return JSON.parse(tally) as Tally;
        if (isSealable(window) && queue.size < MOST_WANTED) queue.set(keyOf(desk, window), { desk, ...window });
        return undefined;
      });
    },
    seal: async (atMost) => {
      let sealed = 0;
      for (const [key, week] of [...queue].slice(0, atMost)) {
        queue.delete(key);
        if (await sealOne(week)) sealed += 1;
      }
      return sealed;
    },
    recount: async (restMs, onDifference) => {
      const now = clock.now();
      const [row] = await engine.all(selectOldestSeal(now - restMs));
      if (row === undefined) return false;
      const kept = row as unknown as MarkedWeek & CountedParts;
      const parts = await countParts(countedAt(kept.desk), kept);
      const differing = SEALED_PARTS.filter((part) => parts[part] !== kept[part]);
      const settled = differing.length === 0 ? confirmSeal(kept, now) : dropSeal(kept);
      const isUntouched = (await engine.apply([settled])) === null;
      if (!isUntouched || differing.length === 0) return true;
      const { desk, from, to } = kept;
      onDifference({ desk, from, to, parts: differing });
      queue.set(keyOf(desk, kept), { desk, from, to });
      return true;
    },
  };
}
