import type { Bot } from "../../src/bot.ts";
import { createTicker } from "../../src/clock.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { digestIdText } from "../../src/digest/digest-id.ts";
import { dueDigest } from "../../src/digest/schedule.ts";
import { createDispatcher } from "../../src/outbox/dispatcher.ts";
import type { Chat, Clock, Ids, Log, Store } from "../../src/ports.ts";
import type { Settings } from "../../src/settings.ts";
import { digestTimes } from "./digest-times.ts";
import { createCountingIds } from "./ids.ts";
import { playTalks } from "./play.ts";
import { createPlayedClock } from "./played-clock.ts";
import { planQuarter, type Quarter } from "./quarter.ts";
import { readSample } from "./sample.ts";
import { quarterSettings } from "./settings.ts";

/** Interactions that the demo's quarter resolves. */
export const DEMO_INTERACTIONS = 1_500;
/** What the demo's quarter is drawn from. */
export const DEMO_SEED = "an empty chair";

/** How long after the quarter's beginning executives begin to sit down, milliseconds: there must be something to read. */
const SITTINGS_AFTER = 7 * 86_400_000;

/** Puts the bot together as the program does, with settings, a clock and ids of the quarter's own. */
export type ComposeBot = (settings: Settings, own: { readonly clock: Clock; readonly ids: Ids }) => Bot;

export interface FillConfig {
  /** Empty. */
  readonly store: Store;
  readonly log: Log;
  /** Over that store. */
  readonly composeBot: ComposeBot;
  /** When the quarter has just been played, milliseconds since 1970. */
  readonly now: number;
  /** How many are resolved. */
  readonly interactions: number;
  readonly seed?: string;
  /** Hears which share is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** On the web a posted row is the message: there is nothing more to do. */
const quietWeb: Chat = {
  platform: "web",
  paceMs: 0,
  mostAtOnce: 64,
  arrivalMs: 0,
  post: async ({ post }) => ({ kind: "posted", reference: post.id }),
  threadUnder: () => null,
  find: async ({ post }) => post.id,
};

/** Fills an empty store with the sample quarter by talking to the bot, on a clock of its own. */
export async function fillQuarter(config: FillConfig): Promise<Quarter> {
  const { store, log, now, interactions, seed = DEMO_SEED } = config;
  const settings = quarterSettings();
  const { zone } = settings.desk;
  const sample = readSample();
  const quarter = planQuarter({ sample, seed, now, zone, interactions });
  const clock = createPlayedClock(quarter.from);
  const ids = createCountingIds(clock, seed);
  const bot = config.composeBot(settings, { clock, ids });
  const owner = "the demo";
  const ticker = createTicker({ store, bot, clock, log, owner });
  const dispatcher = createDispatcher({ store, bot, chats: [quietWeb], clock, log, owner });
  const times = digestTimes(settings, quarter.from, now);
  const due = new Set(times);
  /** The program finds thresholds ahead; here the clock stands still until one is found. */
  const findThreshold = async (at: number) => {
    if (!due.has(at)) return;
    const subject = digestIdText({ week: dueDigest(settings.digest.post, at, zone).week, zone, team: DEFAULT_DESK });
    await bot.handle({ kind: "threshold-due", id: null, desk: DEFAULT_DESK, at, subject });
  };
  const stage = {
    store: store.at(DEFAULT_DESK),
    bot,
    ticker: {
      tick: async () => {
        await findThreshold(clock.now());
        return ticker.tick();
      },
    },
    dispatcher,
    clock,
    hours: settings.desk,
    digestTimes: times,
    desk: sample.desk,
    sittingsFrom: quarter.from + SITTINGS_AFTER,
  };
  await playTalks(stage, quarter.talks, now, (at) => config.onProgress?.((at - quarter.from) / (now - quarter.from)));
  return quarter;
}
