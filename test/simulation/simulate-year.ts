import { createMemoryStore } from "../../adapters/database/memory.ts";
import { LEASE_MS } from "../../src/outbox/lease.ts";
import type { Change } from "../../src/outcome.ts";
import type { Store } from "../../src/ports.ts";
import { countingIds, DAY, HOUR, MINUTE, MONDAY_TEN, SECOND } from "../world.ts";
import { createAgenda } from "./agenda.ts";
import { checkNothingDue } from "./check-liveness.ts";
import { checkAll, type Evidence } from "./checks.ts";
import { createDiscord } from "./discord.ts";
import { SIMULATED } from "./faulty-store.ts";
import { createGround } from "./ground.ts";
import { createJournal, type Journal } from "./journal.ts";
import { createOptOuts } from "./opt-outs.ts";
import type { Options } from "./options.ts";
import { createPeople } from "./people.ts";
import type { PlatformParts } from "./platform.ts";
import { type Process, type ProcessParts, startProcess } from "./process.ts";
import { createRandom } from "./random.ts";
import { createSlack } from "./slack.ts";
import { createTown, PLATFORMS } from "./town.ts";
import { createWeather } from "./weather.ts";
import { createWeb } from "./web.ts";
import { type Acknowledged, createWire } from "./wire.ts";

/** What became of a simulated year. */
export interface Report {
  readonly options: Options;
  readonly steps: number;
  /** Of everything that happened in it, in its order. */
  readonly hash: string;
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
/** The clock is looked at so often at least; on Mondays, when digests are due, every hour. */
const LONGEST_STEP = 6 * HOUR;
const MOST_TURNS = 6;

export interface Planted {
  /** Stands between the processes and the rows. */
  readonly store?: (store: Store, journal: Journal) => Store;
  readonly process?: (parts: ProcessParts) => ProcessParts;
}

/** Simulates the year that the options describe, to its end or to the first broken promise. */
export async function simulateYear(options: Options, store: Store = createMemoryStore(), planted: Planted = {}) {
  let now = MONDAY_TEN;
  let isCalm = false;
  const clock = () => now;
  const random = createRandom(`seed/${options.seed}`);
  const journal = createJournal(clock);
  const agenda = createAgenda();
  const broken: string[] = [];
  const town = createTown(random.fork("town"));
  const weather = createWeather(options, random.fork("weather"), journal, clock);
  const ground = createGround((standing) => {
    journal.note(`stands ${standing.reference} ${standing.lane} ${standing.postId}`);
    people.see(standing);
  });
  const isTeams = (lane: string) => Object.values(town.teamLanes).includes(lane);
  const common: PlatformParts = {
    ground,
    weather,
    random: random.fork("way"),
    now: clock,
    person: town.person,
    isTeams,
  };
  const platforms = [createSlack(common), createDiscord(common), createWeb(common)];
  const wakes = new Set<number>();
  const wakeAt = (at: number) => {
    if (at <= now || wakes.has(at)) return;
    wakes.add(at);
    agenda.plan(at, async () => void wakes.delete(at));
  };
  const onSaved = (changes: readonly Change[]) => {
    for (const { table, row } of changes) {
      if ("dueAt" in row && row.dueAt !== null)
        wakeAt(table === "sweep" ? Math.max(row.dueAt, now + SECOND) : row.dueAt);
      if (table === "pause") wakeAt(row.until);
    }
  };
  /** Something failed: it is tried again soon, and once more when what was held by whoever is gone is free. */
  const lookAgain = () => {
    wakeAt(now + SECOND);
    wakeAt(now + LEASE_MS + SECOND);
  };
  const given: ProcessParts = {
    ...{ store: planted.store?.(store, journal) ?? store, platforms, town, ids: countingIds(), now: clock, journal },
    ...{ random: random.fork("store"), mostTurns: MOST_TURNS, onSaved },
    rates: () => (isCalm ? null : options.saves),
    onFault: (message) => void broken.push(`the program shouted: ${message}`),
    onTrouble: lookAgain,
  };
  const parts = planted.process?.(given) ?? given;
  let started = 0;
  const start = () => {
    started += 1;
    return startProcess(parts, started);
  };
  const processes: Process[] = Array.from({ length: options.replicas }, start);
  const revive = () => {
    for (const [index, { life }] of processes.entries()) if (life.isOver) processes[index] = start();
  };
  const acknowledged: Acknowledged[] = [];
  const optOuts = createOptOuts(store);
  const turns = random.fork("turns");
  const wire = createWire({
    ...{ store, agenda, random: random.fork("wire"), journal, now: clock },
    rates: () => (isCalm ? null : options.events),
    process() {
      revive();
      const process = processes[turns.below(processes.length)];
      if (!process) throw new Error("There is no process");
      return process;
    },
    async onAcknowledged(one) {
      acknowledged.push(one);
      await optOuts.hear(one);
    },
  });
  const people = createPeople({ platforms, town, agenda, wire, random: random.fork("people"), now: clock });

  const work = async ({ ticker, dispatcher }: Process): Promise<void> => {
    try {
      await ticker.tick();
      await dispatcher.drain();
    } catch (error) {
      if (!String(error).includes(SIMULATED)) throw error;
      lookAgain();
    }
  };
  const settle = async (): Promise<void> => {
    revive();
    if (turns.chance(0.5)) await Promise.all(processes.map(work));
    else for (const process of processes) await work(process);
    if (processes.some(({ life }) => life.isOver)) lookAgain();
  };
  const evidence = (): Evidence => {
    const all = { store, ground, acknowledged, optOuts, talks: people.talks, town };
    return { ...all, from: MONDAY_TEN, now, isCalm: isCalm && now >= end };
  };

  const step = async (until: number): Promise<void> => {
    const hour = Math.floor(now / HOUR) * HOUR + HOUR;
    const ceiling = new Date(now).getUTCDay() === 1 ? hour : now + LONGEST_STEP;
    now = Math.max(now, Math.min(agenda.next(), ceiling, until));
    for (let planned = agenda.take(now); planned; planned = agenda.take(now)) await planned.act();
    await settle();
  };
  const faultyEnd = MONDAY_TEN + options.days * DAY;
  const end = faultyEnd + CALM_DAYS * DAY;
  const daily = random.fork("daily");
  const planDay = (at: number): void =>
    agenda.plan(at, async () => {
      const talks = Math.floor(options.talksADay + daily.next());
      for (let count = 0; count < talks; count += 1)
        agenda.plan(now + daily.below(14 * HOUR), () => people.beginTalk());
      for (const platform of PLATFORMS)
        if (platform !== "web" && daily.chance(options.outages)) weather.goOut(platform, now + daily.below(9 * HOUR));
      if (daily.chance(options.jumps)) {
        journal.fault("the clock jumped");
        now += daily.between(MINUTE, 30 * HOUR);
      }
    });
  for (let day = 0; day < options.days; day += 1) planDay(MONDAY_TEN + day * DAY + 1);
  let checkAt = MONDAY_TEN + CHECK_EVERY_DAYS * DAY;
  while (now < faultyEnd && broken.length === 0) {
    await step(faultyEnd);
    if (now < checkAt) continue;
    broken.push(...(await checkAll(evidence())));
    checkAt += CHECK_EVERY_DAYS * DAY;
  }
  isCalm = true;
  weather.clear();
  const settledBy = now + HOUR;
  while (now < end && broken.length === 0) {
    await step(end);
    if (now >= settledBy) broken.push(...(await checkNothingDue(store, now, wire.waiting)));
  }
  if (broken.length === 0) broken.push(...(await checkAll(evidence())));
  const counts = { events: acknowledged.length, posts: ground.all.length, talks: people.talks.length };
  const last = { broken: broken.slice(0, 5), lastLines: journal.lastLines() };
  const report: Report = {
    options,
    steps: journal.steps,
    hash: journal.hash(),
    faults: journal.faults,
    ...counts,
    ...last,
  };
  return report;
}
