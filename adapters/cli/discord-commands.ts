import { systemClock } from "../../src/clock.ts";
import { createWording } from "../../src/wording.ts";
import { introduce } from "../discord/application.ts";
import { commandsOf } from "../discord/commands.ts";
import { registerCommands } from "../discord/registration.ts";
import { createRest } from "../discord/rest.ts";
import { readCatalogues } from "../locales.ts";
import { Failure } from "./failure.ts";
import { loadConfig } from "./load-config.ts";

const SILENT = { info: () => {}, warn: () => {}, fault: () => {} };

/** `emptychair discord-commands`: registers the bot's commands for all servers, if they are not registered so already. */
export async function discordCommands(): Promise<void> {
  const { settings, discord } = loadConfig().config;
  if (discord.token === null) throw new Failure(["DISCORD_TOKEN is not set; set it to the token of your bot."]);
  const { token, apiUrl } = discord;
  const api = createRest({ token, apiUrl: apiUrl ?? undefined, clock: systemClock, log: SILENT });
  const { application } = await introduce(api);
  const commands = commandsOf(settings, createWording(readCatalogues()));
  const registered = await registerCommands(api, application, commands);
  if (registered.kind !== "ok")
    throw new Failure([`Discord did not take the commands (${JSON.stringify(registered)}); try again.`]);
  process.stdout.write(`${commands.length} commands ${registered.isNews ? "registered" : "are registered already"}.\n`);
}
