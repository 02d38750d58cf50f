import { systemClock } from "../../../src/clock.ts";
import { createWording } from "../../../src/wording.ts";
import type { Config } from "../../config.ts";
import { checkDiscord } from "../../discord/check.ts";
import { readCatalogues } from "../../locales.ts";
import type { Finding } from "./finding.ts";

const SILENT = { info: () => {}, warn: () => {}, fault: () => {} };

/** What Discord lets us do, and what stands in the way; nothing where it is not configured. */
export async function checkDiscordAccess({ discord, settings }: Config): Promise<Finding[]> {
  if (discord.token === null) return [];
  const { createRest } = await import("../../discord/rest.ts");
  const { token, apiUrl } = discord;
  const api = createRest({ token, apiUrl: apiUrl ?? undefined, clock: systemClock, log: SILENT });
  return checkDiscord({ api, settings, wording: createWording(readCatalogues()) });
}
