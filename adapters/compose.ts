import { type Bot, type BotConfig, createBot } from "../src/bot.ts";
import type { Context } from "../src/context.ts";
import { createDesks, DEFAULT_DESK, type Desk, type Desks } from "../src/desk.ts";
import type { DeskConfig } from "../src/desk-config.ts";
import type { Thresholds } from "../src/digest/thresholds.ts";
import type { Clock, Ids, Log, Store } from "../src/ports.ts";
import type { Settings } from "../src/settings.ts";
import { type Config, connectedOf } from "./config.ts";
import type { Database, OpenedStore, OpeningRule } from "./database/database.ts";
import { databaseAt } from "./database/open-database.ts";
import { type DatabasePlace, fileAt } from "./database-place.ts";
import { createHomes, type Homes } from "./homes.ts";
import { shippedWording } from "./locales.ts";
import { packageFile } from "./package-root.ts";
import type { Platform } from "./platform.ts";
import { PLATFORMS } from "./platforms.ts";
import { holdThemes } from "./themes.ts";
import { TEAM_LANE } from "./web/desk.ts";

/** What everything that works is given beside its configuration. */
export interface Surroundings {
  readonly log: Log;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Missing where no digest is counted, or none that tells of change. */
  readonly thresholds?: Thresholds;
}

/** The part of a configuration that a bot is made of. */
export type Composed = Pick<Config, "desks" | "access">;

/** One desk with these settings, on no platform but the web. */
export function webAlone(settings: Settings): Composed {
  return { desks: [{ id: DEFAULT_DESK, settings, sections: {} }], access: {} };
}

/** The database at a place, for this version's schema; not open yet. */
export function databaseOf(place: DatabasePlace): Promise<Database> {
  return databaseAt(place, packageFile("data", "migrations"));
}

/** Opens a database in a file. Throws a sentence where it cannot. */
export async function openStore(path: string, how: OpeningRule = {}): Promise<OpenedStore> {
  return (await databaseOf(fileAt(path))).open(how);
}

/** A desk with its own words; its team is told on the web always, and in its channels of each connected platform. */
function deskOf({ id, settings, sections }: DeskConfig, connected: readonly Platform[], homes: Homes): Desk {
  const lanesOn = ({ name, teamLanes }: Platform) => teamLanes(sections[name], homes.of(id, name));
  const teamLanes = () => [TEAM_LANE, ...connected.flatMap(lanesOn)];
  return { id, settings, themes: holdThemes(settings), teamLanes };
}

/** Every desk of the configuration. */
export function desksOf(config: Composed, homes: Homes): Desks {
  const connected = connectedOf(config, PLATFORMS).map(({ platform }) => platform);
  const [first, ...others] = config.desks;
  return createDesks(deskOf(first, connected, homes), ...others.map((desk) => deskOf(desk, connected, homes)));
}

/** What the bot is made of: the same for the program, for every command and for whoever fills a database. */
export function botConfig(
  config: Composed,
  store: Store,
  surroundings: Surroundings,
  homes = createHomes(),
): BotConfig {
  return { store, desks: desksOf(config, homes), wording: shippedWording(), ...surroundings };
}

/** What is decided with at one desk, and read of it. */
export function contextAt({ store, wording, ids, clock, thresholds }: BotConfig, desk: Desk): Context {
  const { id: deskId, settings, themes } = desk;
  const given = { settings, themes, wording, ids, clock, thresholds };
  return { deskId, store: store.at(deskId), ...given, teamLanes: desk.teamLanes() };
}

/** The bot over the store. What it has to say waits in the outbox for the program. */
export function botOver(config: Composed, store: Store, surroundings: Surroundings, homes = createHomes()): Bot {
  return createBot(botConfig(config, store, surroundings, homes));
}
