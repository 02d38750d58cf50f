import type { Finding } from "../finding.ts";
import type { CheckParts, DesksOn } from "../platform.ts";
import type { DiscordAccess } from "./access.ts";
import { introduce } from "./application.ts";
import { checkDiscord } from "./check.ts";
import { commandsOf } from "./commands.ts";
import { registerCommands } from "./registration.ts";
import { createRest } from "./rest.ts";
import type { DiscordSection } from "./section.ts";

type Parts = Pick<CheckParts, "clock" | "wording">;

const SILENT = { info: () => {}, warn: () => {}, fault: () => {} };

function apiOf({ token, apiUrl }: DiscordAccess, { clock }: Parts) {
  return createRest({ token, apiUrl, clock, log: SILENT });
}

/** What Discord lets us do, and what stands in the way. */
export function checkSetUp(access: DiscordAccess, desks: DesksOn<DiscordSection>, parts: Parts): Promise<Finding[]> {
  return checkDiscord({ api: apiOf(access, parts), desks, wording: parts.wording });
}

/** Registers the bot's commands for all servers, if they are not registered so already; says which. Throws a sentence where it cannot. */
export async function setUpCommands(
  access: DiscordAccess | null,
  desks: DesksOn<DiscordSection>,
  parts: Parts,
): Promise<string> {
  if (access === null) throw new Error("DISCORD_TOKEN is not set; set it to the token of your bot.");
  const api = apiOf(access, parts);
  const { application } = await introduce(api);
  const settings = desks.map((desk) => desk.settings);
  const commands = commandsOf(settings, parts.wording);
  const registered = await registerCommands(api, application, commands);
  if (registered.kind !== "ok")
    throw new Error(`Discord did not take the commands (${JSON.stringify(registered)}); try again.`);
  return `${commands.length} commands ${registered.isNews ? "registered" : "are registered already"}.`;
}
