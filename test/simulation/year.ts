import type { Store } from "../../src/ports.ts";
import { countingIds, DAY, MINUTE, MONDAY_TEN } from "../world.ts";
import { type Act, type Agenda, createAgenda } from "./agenda.ts";
import type { Evidence } from "./checks.ts";
import { type Clocks, createClocks } from "./clocks.ts";
import { type Crew, createCrew } from "./crew.ts";
import { planDays, planLooks } from "./days.ts";
import { createDiscord } from "./discord.ts";
import { LONGEST_STILLNESS } from "./faulty-chat.ts";
import { createGround, type Ground } from "./ground.ts";
import { createJournal, type Journal } from "./journal.ts";
import { createOptOuts } from "./opt-outs.ts";
import type { Options } from "./options.ts";
import { AT_ANY_TIME, type Pace } from "./pace.ts";
import { createPeople, type People } from "./people.ts";
import type { Platform, PlatformParts } from "./platform.ts";
import type { ProcessParts } from "./process.ts";
import { createRandom } from "./random.ts";
import { createSlack } from "./slack.ts";
import { createTime, type Time } from "./time.ts";
import { createTown } from "./town.ts";
import { createWakes, type Wakes } from "./wakes.ts";
import { createWeather, type Weather } from "./weather.ts";
import { createWeb } from "./web.ts";
import { type Acknowledged, createWire, type Wire } from "./wire.ts";

/** What is put on purpose between the program and its rows, or changed in what a process is made of or in how people keep time. */
export interface Planted {
  readonly store?: (store: Store, journal: Journal) => Store;
  readonly process?: (parts: ProcessParts) => ProcessParts;
  /** To the millisecond where nothing else is said. */
  readonly pace?: Pace;
}

/** Everything there is in a simulated year, before it has begun. */
export interface Year {
  readonly options: Options;
  readonly from: number;
  readonly store: Store;
  readonly time: Time;
  readonly journal: Journal;
  readonly agenda: Agenda<Act>;
  readonly wakes: Wakes;
  readonly clocks: Clocks;
  readonly weather: Weather;
  readonly ground: Ground;
  readonly people: People;
  readonly wire: Wire;
  readonly crew: Crew;
  readonly acknowledged: readonly Acknowledged[];
  /** What the program shouted about that no fault explains. */
  readonly shouted: readonly string[];
  /** From now on nothing fails. */
  calmDown(): void;
  /** What the checkers go by; `isCalm` where everything must have come to its end. */
  evidence(isCalm: boolean): Evidence;
}

const HINDERING = /^(?:save|read|stands still)/;

/** A process yields so often at most before it saves. */
const MOST_TURNS = 6;

type Basis = ReturnType<typeof createBasis>;

/** What everything else goes by. */
function createBasis(options: Options) {
  const from = MONDAY_TEN + options.begins * DAY;
  const time = createTime(from);
  const random = createRandom(`seed/${options.seed}`);
  const journal = createJournal(time.now);
  const agenda = createAgenda<Act>();
  const state = { isCalm: false };
  const weather = createWeather(options, random.fork("weather"), journal, time.now);
  const onSet = () => wakes.lookAgain();
  const clocks = createClocks({ options, random: random.fork("clocks"), agenda, journal, time, onSet });
  const wakes = createWakes(time.now, clocks.shownAt);
  return { options, from, time, now: time.now, random, journal, agenda, weather, state, clocks, wakes };
}

/** The places where people talk; whoever is to see what comes to stand there is named afterwards. */
function createPlaces({ options, random, journal, weather, now }: Basis) {
  const town = createTown(random.fork("town"), options);
  const publics: People[] = [];
  const ground = createGround(now, (standing) => {
    journal.note(`stands ${standing.reference} ${standing.lane} ${standing.postId}`);
    for (const { see } of publics) see(standing);
  });
  const isTeams = (lane: string) => Object.values(town.teamLanes).includes(lane);
  const parts: PlatformParts = { ground, weather, random: random.fork("way"), now, person: town.person, isTeams };
  const platforms: readonly Platform[] = [createSlack(parts), createDiscord(parts), createWeb(parts)];
  const onHeldUp = (lane: string) => {
    for (const { heldUp } of publics) heldUp(lane);
  };
  return { town, ground, platforms, onHeldUp, onPublic: (people: People) => void publics.push(people) };
}

type Places = ReturnType<typeof createPlaces>;

/** The program: its processes, and what they shout. */
function createProgram(basis: Basis, { town, platforms, onHeldUp }: Places, store: Store, planted: Planted) {
  const { options, random, journal, agenda, now, wakes, state, clocks } = basis;
  const shouted: string[] = [];
  const given: ProcessParts = {
    ...{ store: planted.store?.(store, journal) ?? store, platforms, town, ids: countingIds(), now, journal },
    ...{ random: random.fork("store"), mostTurns: MOST_TURNS, onSaved: wakes.hear, onTrouble: wakes.lookAgain },
    onHeldUp,
    rates: () => (state.isCalm ? null : options.saves),
    offOf: clocks.offOf,
    later: (ms, act) => agenda.plan(now() + ms, act),
    stills: () => (state.isCalm ? null : options.stills),
    reads: () => (state.isCalm ? 0 : options.reads),
    slowReads: () => (state.isCalm ? 0 : options.slowReads),
    onFault: (message) => void shouted.push(`the program shouted: ${message}`),
  };
  const parts = planted.process?.(given) ?? given;
  return { shouted, crew: createCrew(parts, options.replicas, random.fork("turns")) };
}

/** Those who talk, what brings it to the program, and what of it was acknowledged. */
function createPublic(
  basis: Basis,
  { town, platforms, ground, onPublic }: Places,
  store: Store,
  crew: Crew,
  pace: Pace,
) {
  const { options, random, journal, agenda, now, state } = basis;
  const acknowledged: Acknowledged[] = [];
  const optOuts = createOptOuts(store);
  const wire = createWire({
    ...{ store, agenda, random: random.fork("wire"), journal, now, process: crew.any },
    rates: () => (state.isCalm ? null : options.events),
    async onAcknowledged(one) {
      acknowledged.push(one);
      await optOuts.hear(one);
    },
  });
  const people = createPeople({
    ...{ store, platforms, town, ground, agenda, wire, pace, random: random.fork("people"), now },
    manners: options.manners,
  });
  onPublic(people);
  return { people, wire, acknowledged, optOuts };
}

/** The year that the options describe, on these rows. */
export function createYear(options: Options, store: Store, planted: Planted): Year {
  const basis = createBasis(options);
  const { from, time, journal, agenda, wakes, clocks, weather, state, random } = basis;
  const places = createPlaces(basis);
  const { ground, town } = places;
  const { crew, shouted } = createProgram(basis, places, store, planted);
  const { people, wire, acknowledged, optOuts } = createPublic(basis, places, store, crew, planted.pace ?? AT_ANY_TIME);
  planDays({ options, random: random.fork("daily"), agenda, people, weather, clocks, journal, time });
  planLooks(agenda, wakes, { time, clocks });
  return {
    ...{ options, from, store, time, journal, agenda, wakes, clocks, weather, ground, people, wire, crew },
    ...{ acknowledged, shouted },
    calmDown: () => {
      state.isCalm = true;
      weather.clear();
      clocks.setRight();
    },
    evidence: (isCalm) => {
      const all = { store, read: new Map(), ground, acknowledged, optOuts, talks: people.talks, town };
      const hasJumped = journal.faults.has("the clock jumped") || clocks.furthest > MINUTE;
      const wasHindered = (at: number, to: number) => journal.hadBetween(HINDERING, at - LONGEST_STILLNESS, to);
      const known = { leeway: clocks.furthest, hasJumped, wasHindered, isCalm };
      return { ...all, ...known, from, now: time.now() };
    },
  };
}
