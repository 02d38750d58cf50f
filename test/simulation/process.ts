import { readThemes } from "../../adapters/themes.ts";
import { type Bot, createBot } from "../../src/bot.ts";
import { createTicker, type Ticker } from "../../src/clock.ts";
import { createDesks, type Desk, type Desks } from "../../src/desk.ts";
import { createDispatcher, type Dispatcher } from "../../src/outbox/dispatcher.ts";
import type { Ids, Log, Store } from "../../src/ports.ts";
import { WORDING } from "../catalogues.ts";
import { faultyChat } from "./faulty-chat.ts";
import { faultyStore, type StoreFaults } from "./faulty-store.ts";
import type { Journal } from "./journal.ts";
import { createLife, type Later, type Life, SIMULATED } from "./life.ts";
import type { Platform } from "./platform.ts";
import { DESKS, type Town } from "./town.ts";

/** One process of the program, from its start to its end. */
export interface Process {
  readonly life: Life;
  readonly bot: Bot;
  readonly ticker: Ticker;
  readonly dispatcher: Dispatcher;
}

export interface ProcessParts extends Omit<StoreFaults, "life"> {
  readonly store: Store;
  readonly platforms: readonly Platform[];
  readonly town: Town;
  readonly ids: Ids;
  readonly later: Later;
  readonly now: () => number;
  /** By how much the clock of the process of that number is off, milliseconds. */
  readonly offOf: (process: number) => number;
  readonly journal: Journal;
  /** Hears of what the program shouted about that no injected fault explains. */
  readonly onFault: (message: string) => void;
  readonly onHeldUp: (lane: string) => void;
}

const THEMES = readThemes();
/** What is rightly shouted about while posts are refused. */
const EXPECTED = /^(?:A message could not be delivered|Slack |.* is kept|let the bot in)/;

export function desksOf(town: Town): Desks {
  const [first, ...others] = DESKS.map(
    (id): Desk => ({ id, settings: town.settingsAt(id), themes: THEMES, teamLanes: () => [town.teamLanes[id] ?? ""] }),
  );
  if (!first) throw new Error("There is no desk");
  return createDesks(first, ...others);
}

function logTo({ onFault, onTrouble }: ProcessParts): Log {
  return {
    info: () => {},
    warn: onTrouble,
    fault(message, facts = {}) {
      const told = `${message} ${JSON.stringify(facts)}`;
      if (told.includes(SIMULATED)) onTrouble();
      else if (!EXPECTED.test(message)) onFault(told);
    },
  };
}

/** Starts one on the rows that are there. */
export function startProcess(parts: ProcessParts, number: number): Process {
  const { town, platforms, ids, now, random, journal } = parts;
  const { later, onFault, onTrouble: onGoingOn } = parts;
  const life = createLife({ later, onFault, onGoingOn });
  const store = faultyStore(parts.store, { ...parts, life });
  const log = logTo(parts);
  const clock = { now };
  const desks = desksOf(town);
  const owner = `process-${number}`;
  const bot = createBot({ store, desks, wording: WORDING, ids, clock, log });
  const chats = platforms.map((platform) => faultyChat(platform.chat(life), { ...parts, life }));
  journal.note(`start ${owner}`);
  return {
    life,
    bot,
    ticker: createTicker({ store, bot, clock, log, owner }),
    dispatcher: createDispatcher({ store, bot, chats, clock, log, owner, random: random.next }),
  };
}
