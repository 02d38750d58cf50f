import { createMemoryStore } from "../../adapters/database/memory.ts";
import type { Store } from "../../src/ports.ts";
import { DAY, HOUR } from "../world.ts";
import { checkNothingDue } from "./check-liveness.ts";
import { checkAll } from "./checks.ts";
import type { Options } from "./options.ts";
import { createYear, type Planted, type Year } from "./year.ts";

export type { Planted } from "./year.ts";

/** What became of a simulated year. */
export interface Report {
  readonly options: Options;
  readonly steps: number;
  /** Of everything that happened in it, in its order. */
  readonly hash: string;
  /** How many days passed at each desk, those without faults included. */
  readonly days: number;
  readonly events: number;
  readonly posts: number;
  readonly talks: number;
  readonly faults: ReadonlyMap<string, number>;
  /** The first promises found broken; none where all were kept. */
  readonly broken: readonly string[];
  /** What happened last. */
  readonly lastLines: readonly string[];
}

/** Days without faults at the end, in which everything open comes to its end. */
const CALM_DAYS = 40;
const CHECK_EVERY_DAYS = 60;
/** What is saved at one moment and due at it has come to rest after so many looks. */
const MOST_LOOKS = 50;
const MOST_TOLD = 5;

/** Goes to the next moment at which anything happens, lets it happen and what is due be done; gives what went wrong. */
async function step(year: Year, until: number): Promise<string[]> {
  const { time, agenda, wakes, crew } = year;
  time.goTo(Math.min(agenda.next(), wakes.next(), until));
  await agenda.take(time.now())?.();
  for (let act = agenda.take(time.now()); act; act = agenda.take(time.now())) await crew.meanwhile(act);
  let look = wakes.take(time.now());
  for (let looks = 0; look !== null; looks += 1, look = wakes.take(time.now())) {
    if (looks === MOST_LOOKS) return ["what is due at one moment comes to no rest"];
    await crew.work(look);
  }
  return [...year.shouted];
}

/** The days with faults: whatever is promised holds at any time. */
async function beFaulty(year: Year): Promise<string[]> {
  const end = year.from + year.options.days * DAY;
  let checkAt = year.from + CHECK_EVERY_DAYS * DAY;
  while (year.time.now() < end) {
    const broken = await step(year, end);
    if (year.time.now() >= checkAt) {
      checkAt += CHECK_EVERY_DAYS * DAY;
      broken.push(...(await checkAll(year.evidence(false))));
    }
    if (broken.length > 0) return broken;
  }
  return checkAll(year.evidence(false));
}

/** The days without faults: whatever is due is done at once, and at the end nothing is left open. */
async function beCalm(year: Year): Promise<string[]> {
  const { time, store, wire, wakes, clocks } = year;
  year.calmDown();
  wakes.lookAgain();
  // What was on its way when the faults ended comes late by three hours at most.
  const settledBy = time.now() + 4 * HOUR;
  const end = year.from + (year.options.days + CALM_DAYS) * DAY;
  while (time.now() < end) {
    const broken = await step(year, end);
    if (time.now() >= settledBy)
      broken.push(...(await checkNothingDue(store, time.now() - clocks.apart, wire.waiting)));
    if (broken.length > 0) return broken;
  }
  return checkAll(year.evidence(true));
}

/** What was broken first; a program that cannot go on has broken its promise too. */
async function passed(year: Year): Promise<string[]> {
  try {
    const faulty = await beFaulty(year);
    return faulty.length > 0 ? faulty : await beCalm(year);
  } catch (error) {
    return [`it could not go on: ${error instanceof Error ? error.stack : String(error)}`];
  }
}

/** Simulates the year that the options describe, to its end or to the first broken promise. */
export async function simulateYear(
  options: Options,
  store: Store = createMemoryStore(),
  planted: Planted = {},
): Promise<Report> {
  const year = createYear(options, store, planted);
  const broken = await passed(year);
  const { journal, acknowledged, ground, people, time } = year;
  return {
    ...{ options, steps: journal.steps, hash: journal.hash(), faults: journal.faults },
    ...{ events: acknowledged.length, posts: ground.all.length, talks: people.talks.length },
    days: (time.now() - year.from) / DAY,
    broken: broken.slice(0, MOST_TOLD),
    lastLines: journal.lastLines(),
  };
}
