import { type Bot, type BotConfig, createBot } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import type { Store } from "../../src/ports.ts";
import { createWording } from "../../src/wording.ts";
import type { Config } from "../config.ts";
import { createIds } from "../ids.ts";
import { readCatalogues } from "../locales.ts";
import { createLog, secretsOf } from "../log.ts";
import { readThemes } from "../themes.ts";
import { TEAM_LANE } from "../web/desk.ts";

/** What the bot decides with in a command that does not start the program; it is the program's own. */
export async function decidingOver(config: Config, store: Store): Promise<BotConfig> {
  const log = await createLog({ level: config.logLevel, format: config.logFormat, secrets: secretsOf(config) });
  const wording = createWording(readCatalogues());
  const { settings } = config;
  const themes = readThemes(settings.digest.themes);
  return { store, settings, wording, themes, ids: createIds(), clock: systemClock, log, teamLanes: [TEAM_LANE] };
}

/** A bot over the store. What it has to say waits in the outbox for the program. */
export async function botOver(config: Config, store: Store): Promise<Bot> {
  return createBot(await decidingOver(config, store));
}
