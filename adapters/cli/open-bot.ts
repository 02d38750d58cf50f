import type { Bot, BotConfig } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import type { Store } from "../../src/ports.ts";
import { botConfig, botOver, type Surroundings } from "../compose.ts";
import type { Config } from "../config.ts";
import { readHomes } from "../homes.ts";
import { createIds } from "../ids.ts";
import { createLog, secretsOf } from "../log.ts";
import { PLATFORMS } from "../platforms.ts";

/** The log that a configuration asks for, new ids and the machine's clock. */
export async function surroundingsOf(config: Config): Promise<Surroundings> {
  const log = await createLog({ level: config.logLevel, format: config.logFormat, secrets: secretsOf(config) });
  return { log, ids: createIds(), clock: systemClock };
}

/** What the bot is made of in a command that does not start the program; it is the program's own. */
export async function openConfig(config: Config, store: Store): Promise<BotConfig> {
  return botConfig(config, store, await surroundingsOf(config), await readHomes(store, config.desks, PLATFORMS));
}

/** A bot over the store. What it has to say waits in the outbox for the program. */
export async function openBot(config: Config, store: Store): Promise<Bot> {
  return botOver(config, store, await surroundingsOf(config), await readHomes(store, config.desks, PLATFORMS));
}
