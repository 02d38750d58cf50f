import { z } from "zod";
import type { Settings } from "../../src/settings.ts";
import type { AccessResult } from "../platform.ts";
import { base, token } from "../variable-kinds.ts";
import { placeOf } from "./address.ts";
import { faultOfShards, parseShards, type Shards } from "./shards.ts";

/** Discord's variables. */
export const discordVariables = {
  DISCORD_TOKEN: token.optional().meta({ secret: true }),
  DISCORD_CLIENT_ID: token.optional(),
  DISCORD_CLIENT_SECRET: token.optional().meta({ secret: true }),
  DISCORD_API_URL: base.optional().meta({ unset: "Discord's own" }),
  DISCORD_SHARDS: z
    .string()
    .check(({ value, issues }) => {
      const message = faultOfShards(value);
      if (message !== null) issues.push({ code: "custom", input: value, message });
    })
    .default("auto"),
};

/** How Discord is reached. */
export interface DiscordAccess {
  readonly token: string;
  /** Base of the API, ending in `/api`; undefined: Discord's own. */
  readonly apiUrl: string | undefined;
  readonly shards: Shards;
}

/** Discord's variables put together. */
export function discordAccess(variables: z.output<z.ZodObject<typeof discordVariables>>): AccessResult<DiscordAccess> {
  const { DISCORD_TOKEN, DISCORD_API_URL, DISCORD_SHARDS } = variables;
  if (DISCORD_TOKEN === undefined) return { access: null };
  const shards = parseShards(DISCORD_SHARDS) ?? "auto";
  return { access: { token: DISCORD_TOKEN, apiUrl: DISCORD_API_URL, shards } };
}

/** Whether the settings say of anybody on Discord that they help customers: without, nobody counts as an agent, and every conversation is too short to ask about. */
export function namesTeam({ roles }: Pick<Settings, "roles">): boolean {
  return [...roles.agents, ...roles.leads, ...roles.admins].some((address) => placeOf(address) !== null);
}
