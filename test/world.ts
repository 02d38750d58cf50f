import { randomUUID } from "node:crypto";
import { createMemoryStore } from "../adapters/database/memory.ts";
import { readThemes } from "../adapters/themes.ts";
import { type Bot, createBot, type Handled } from "../src/bot.ts";
import { createTicker, type Ticker } from "../src/clock.ts";
import { createDesks, DEFAULT_DESK, type Desks } from "../src/desk.ts";
import type { Thresholds } from "../src/digest/thresholds.ts";
import type { InboundEvent } from "../src/events.ts";
import type { Person } from "../src/interaction/customer.ts";
import type { Interaction, Resolution } from "../src/interaction/interaction.ts";
import { createDispatcher, type Dispatcher } from "../src/outbox/dispatcher.ts";
import type { Chat, Clock, Ids, Log, Outgoing, PostResult, Reader, Store } from "../src/ports.ts";
import type { Post } from "../src/rows.ts";
import { readSettings, type Settings } from "../src/settings.ts";
import type { Survey } from "../src/survey/survey.ts";
import { WORDING } from "./catalogues.ts";

/** Monday 2026-11-16, 10:00 in Berlin. */
export const MONDAY_TEN = Date.parse("2026-11-16T09:00:00Z");
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const customer: Person = { address: "web:customer:1", role: "customer", name: "Customer One" };
export const stranger: Person = { address: "web:customer:2", role: "customer", name: "Customer Two" };
export const agent: Person = { address: "web:agent:ash", role: "agent", name: "Agent Ash" };
export const conversation = "web:chat:1";

const THEMES = readThemes();

/** Settings as a desk would write them, defaults filled in. */
export function settingsOf(input: Record<string, unknown> = {}): Settings {
  const read = readSettings({ desk: { brand: "Acme", zone: "Europe/Berlin" }, ...input });
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.settings;
}

/** Ids that count, so that runs repeat. */
export function countingIds(): Ids {
  let count = 0;
  const next = () => String(++count).padStart(8, "0");
  return { next, secret: () => `secret-${next()}` };
}

/** A log that remembers what was shouted about. */
export function rememberingLog(): Log & { readonly faults: string[] } {
  const faults: string[] = [];
  return { faults, info: () => {}, warn: () => {}, fault: (message) => void faults.push(message) };
}

/** A chat that posts everything, or whatever `answer` says. */
export interface TestChat extends Chat {
  readonly posted: Outgoing[];
  answer: (outgoing: Outgoing) => PostResult | Promise<PostResult>;
  found: (outgoing: Outgoing) => string | null;
  thread: (lane: string, reference: string) => string | null;
}

export function testChat(platform = "web"): TestChat {
  const posted: Outgoing[] = [];
  const chat: TestChat = {
    platform,
    paceMs: 0,
    mostAtOnce: 64,
    arrivalMs: 0,
    posted,
    answer: ({ post }) => ({ kind: "posted", reference: `ref-${post.id}` }),
    found: () => null,
    thread: () => null,
    async post(outgoing) {
      posted.push(outgoing);
      return chat.answer(outgoing);
    },
    find: async (outgoing) => chat.found(outgoing),
    threadUnder({ lane }, reference) {
      const address = chat.thread(lane, reference);
      return address === null ? null : { address };
    },
  };
  return chat;
}

/** A whole desk on a clock of its own. */
export interface World {
  /** The rows of the desk. */
  readonly store: Reader;
  /** The store they are in. */
  readonly allDesks: Store;
  readonly bot: Bot;
  readonly chat: TestChat;
  readonly dispatcher: Dispatcher;
  readonly ticker: Ticker;
  readonly log: ReturnType<typeof rememberingLog>;
  readonly ids: Ids;
  now(): number;
  /** Lets time pass with nothing running. */
  sleep(ms: number): void;
  /** Lets time pass in steps no longer than a minute, doing what falls due. */
  pass(ms: number, step?: number): Promise<void>;
  /** Does what is due at this moment. */
  settle(): Promise<void>;
  handle(event: Unstamped): Promise<Handled>;
  writes(by: Person, text: string, where?: string): Promise<Handled>;
  resolves(by?: Person, more?: { skip?: string; product?: string; where?: string }): Promise<Handled>;
  interaction(where?: string): Promise<Interaction>;
  resolutions(): Promise<Resolution[]>;
  survey(): Promise<Survey>;
  /** Posts as they stand, the latest last. */
  posts(lane?: string): Promise<Post[]>;
  /** From the first message to the delivered question. */
  asked(): Promise<Survey>;
}

/** An event without the stamps that the world puts on. */
export type Unstamped = InboundEvent extends infer E
  ? E extends InboundEvent
    ? Omit<E, "id" | "at"> & { id?: string | null; at?: number }
    : never
  : never;

export interface WorldOptions {
  readonly settings?: Settings;
  readonly store?: Store;
  readonly start?: number;
  readonly ids?: Ids;
  readonly platform?: string;
  readonly teamLanes?: readonly string[];
  readonly log?: ReturnType<typeof rememberingLog>;
  /** Finds thresholds of change; none are found where it is missing. */
  readonly thresholds?: Thresholds;
  /** The clock as the program has it. */
  readonly clock?: (clock: Clock) => Clock;
  /** A further chat, made with the clock and the store of this world. */
  readonly alsoOn?: (clock: Clock, store: Store) => Chat;
}

/** The one desk there is where settings name none, its team told in these lanes. */
export function oneDesk(settings: Settings, teamLanes: readonly string[] = []): Desks {
  return createDesks({ id: DEFAULT_DESK, settings, themes: THEMES, teamLanes: () => teamLanes });
}

export function createWorld({
  settings = settingsOf(),
  store: allDesks = createMemoryStore(),
  start = MONDAY_TEN,
  ids = countingIds(),
  platform = "web",
  teamLanes = ["web:team"],
  log = rememberingLog(),
  alsoOn,
  thresholds,
  clock: clockOf = (clock) => clock,
}: WorldOptions = {}): World {
  let now = start;
  let events = 0;
  const clock = clockOf({ now: () => now });
  const store = allDesks.at(DEFAULT_DESK);
  const desks = oneDesk(settings, teamLanes);
  const bot = createBot({ store: allDesks, desks, wording: WORDING, ids, clock, log, thresholds });
  const chat = testChat(platform);
  const owner = randomUUID();
  const chats = alsoOn ? [chat, alsoOn(clock, allDesks)] : [chat];
  const dispatcher = createDispatcher({ store: allDesks, bot, chats, clock, log, owner, random: () => 0.5 });
  const ticker = createTicker({ store: allDesks, bot, clock, log, owner, looksAhead: thresholds !== undefined });
  const handle = (event: Unstamped) =>
    bot.handle({ id: `event-${start}-${++events}`, at: now, ...event } as InboundEvent);

  const world: World = {
    store,
    allDesks,
    bot,
    chat,
    dispatcher,
    ticker,
    log,
    ids,
    now: () => now,
    async settle() {
      await ticker.tick();
      await dispatcher.drain();
    },
    sleep(ms) {
      now += ms;
    },
    async pass(ms, step = MINUTE) {
      for (const end = now + ms; now < end; ) {
        now = Math.min(end, now + step);
        await world.settle();
      }
    },
    handle,
    writes: (by, text, where = conversation) =>
      handle({ kind: "message", conversation: where, messageId: `m${events + 1}`, author: by, text }),
    resolves: (by = agent, { skip, product, where = conversation } = {}) =>
      handle({ kind: "resolved", conversation: where, by, ...(skip ? { skip } : {}), ...(product ? { product } : {}) }),
    async interaction(where = conversation) {
      const [interaction] = await store.list("interaction", { where: { conversation: where } });
      if (!interaction) throw new Error(`No interaction in ${where}`);
      return interaction;
    },
    resolutions: () => store.list("resolution", { orderBy: "at" }),
    async survey() {
      const survey = (await store.list("survey", {})).at(-1);
      if (!survey) throw new Error("No survey");
      return survey;
    },
    posts: (lane = conversation) => store.list("post", { where: { lane } }),
    async asked() {
      await world.writes(customer, "My invoice is wrong.");
      await world.writes(agent, "I have corrected it.");
      await world.resolves();
      await world.pass(5 * MINUTE);
      return world.survey();
    },
  };
  return world;
}
