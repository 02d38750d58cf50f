import { createMemoryStore } from "../../adapters/database/memory.ts";
import { ORDINARY_TERMS } from "./desk-terms.ts";
import { ORDINARY_MANNERS } from "./manners.ts";
import type { Options } from "./options.ts";
import { differencesOf, type Outcomes, outcomesIn } from "./outcomes.ts";
import { BY_THE_HOUR } from "./pace.ts";
import { createRandom } from "./random.ts";
import { type Planted, type Report, simulateYear } from "./simulate-year.ts";

const SOUND = { rejected: 0, busy: 0, lost: 0, crashBefore: 0, crashAfter: 0 };

/**
 * A world in which nothing fails but processes, which die before and after saves, and in which it cannot matter that things come late by some
 * seconds. People keep their hours (`BY_THE_HOUR`). All talks are over within eight days: nobody is asked a second time so late
 * that it hangs on seconds whether the first time is long enough ago.
 */
export function restartingWorld(seed: number): Options {
  const random = createRandom(`restarts/${seed}`);
  return {
    ...{ seed, begins: 0, days: 3, replicas: random.pick([1, 2, 3]), talksADay: random.pick([6, 10, 14]) },
    saves: { ...SOUND, crashBefore: random.next() / 20, crashAfter: random.next() / 20 },
    ...{
      reads: 0,
      slowReads: 0,
      stills: { saves: 0, posts: 0 },
      events: { again: 0, late: 0 },
      lookups: 0,
      outages: 0,
      jumps: 0,
    },
    posts: { retry: 0, limited: 0, refused: 0, absent: 0, standing: 0 },
    ...{ clocks: { apart: 0, wrong: 0 }, longestOutage: 0, mondays: 0 },
    ...{ terms: ORDINARY_TERMS, manners: { ...ORDINARY_MANNERS, changes: 0, afterwards: 0 } },
  };
}

/** How two worlds compared that differ in nothing but restarts. */
export interface Compared {
  readonly options: Options;
  readonly restarts: number;
  readonly outcomes: Outcomes;
  /** A sentence for each outcome that restarts have changed, and for each promise broken in either. */
  readonly differences: readonly string[];
}

async function pass(options: Options, planted: Planted) {
  const store = createMemoryStore();
  const report = await simulateYear(options, store, { ...planted, pace: BY_THE_HOUR });
  return { report, outcomes: await outcomesIn(store) };
}

function crashesIn({ faults }: Report): number {
  return (faults.get("save crashBefore") ?? 0) + (faults.get("save crashAfter") ?? 0);
}

/** Passes the world with all its restarts, and without any. */
export async function compareRestarts(options: Options, planted: Planted = {}): Promise<Compared> {
  const calm = await pass({ ...options, saves: SOUND }, planted);
  const restarting = await pass(options, planted);
  const broken = [...calm.report.broken, ...restarting.report.broken];
  return {
    ...{ options, restarts: crashesIn(restarting.report), outcomes: restarting.outcomes },
    differences: [...broken, ...differencesOf(calm.outcomes, restarting.outcomes)],
  };
}

/** Compares one world after the other and tells what restarts have changed; gives how many worlds they changed. */
export async function runRestarts(worlds: Iterable<Options>, say: (line: string) => void): Promise<number> {
  const all: Compared[] = [];
  for (const options of worlds) {
    const compared = await compareRestarts(options);
    all.push(compared);
    if (compared.differences.length === 0) continue;
    say(`Seed ${options.seed}, with ${compared.restarts} restarts:`);
    for (const sentence of compared.differences) say(`  ${sentence}`);
    say(`Compare it again: npm run simulate -- --restarts --options '${JSON.stringify(options)}'`);
  }
  const sum = (of: (compared: Compared) => number) => all.reduce((total, one) => total + of(one), 0);
  const changed = sum(({ differences }) => Number(differences.length > 0));
  const { user, system } = process.cpuUsage();
  const told = sum(({ outcomes }) => Object.keys(outcomes).length);
  say(
    `${all.length} worlds with ${sum(({ restarts }) => restarts)} restarts and without: ${told} talks and weeks compared, ${changed} worlds differ; ${((user + system) / 1_000_000).toFixed(1)} s of CPU.`,
  );
  return changed;
}
