import { existsSync } from "node:fs";
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  Partials,
  type RESTOptions,
  type TextChannel,
  type ThreadChannel,
} from "discord.js";
import { afterEach, expect, vi } from "vitest";
import { createLocalDiscord, type LocalDiscord, type LocalDiscordOptions } from "../discord.ts";
import type { PermissionName } from "./setup.ts";

/** Discord's own description, if it lies beside the project. */
export const OPENAPI = [process.env.DISCORD_OPENAPI, "../shared/oracles/discord-openapi.json"].find(
  (file) => file && existsSync(file),
);
/** The route by which messages are sent. */
export const POST = "POST /channels/{channel_id}/messages";
const { Guilds, GuildMessages, DirectMessages, GuildMessageReactions } = GatewayIntentBits;
/** Intents that need no switch in the portal. */
export const INTENTS = [Guilds, GuildMessages, DirectMessages, GuildMessageReactions];

/** A complaint of the local Discord about itself. */
const OWN_FAULT = /^The (answer|event|local Discord) /;

const running: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
});

const BOT_RIGHTS: readonly PermissionName[] = ["ManageThreads", "ManageChannels", "ManageRoles"];

interface DeskOptions extends LocalDiscordOptions {
  /** What the bot may do beyond what everybody may. */
  readonly bot?: readonly PermissionName[];
}

/** A desk: a guild with a support channel, a customer, an agent and a bot that may do what it needs. */
export async function desk({ bot: rights = BOT_RIGHTS, ...options }: DeskOptions = {}) {
  const discord = createLocalDiscord({
    limits: { routes: {} },
    ...(OPENAPI ? { openapi: OPENAPI } : {}),
    ...options,
    clocks: { identify: 0, ...options.clocks },
  });
  await discord.start();
  running.push(async () => {
    await discord.stop();
    expect(discord.complaints.filter((complaint) => OWN_FAULT.test(complaint))).toEqual([]);
  });
  const guild = discord.addGuild("Acme", { bot: rights });
  const support = discord.addChannel(guild, "support");
  const agents = discord.addRole(guild, "agents", ["ManageThreads", "ManageChannels", "ManageRoles"]);
  discord.join(guild, discord.addUser("customer"));
  discord.join(guild, discord.addUser("agent"), [agents]);
  return { discord, guild, support, agents, customer: discord.user("customer"), agent: discord.user("agent") };
}

/** A real client, ready. */
export async function bot(
  discord: LocalDiscord,
  { intents = INTENTS, rest = {} }: { intents?: number[]; rest?: Partial<RESTOptions> } = {},
) {
  const client = new Client({
    intents,
    partials: [Partials.Channel],
    rest: { api: discord.apiUrl, timeout: 5_000, retries: 2, ...rest },
  });
  const errors: string[] = [];
  client.on(Events.Error, (error) => void errors.push(error.message));
  running.push(() => client.destroy());
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  return { client, errors };
}

/** A channel as the client has it. */
export const channelOf = (client: Client, { id }: { id: string }) => client.channels.cache.get(id) as TextChannel;
/** A thread as the client has it or fetches it. */
export const threadOf = async (client: Client, { id }: { id: string }) =>
  (await client.channels.fetch(id)) as ThreadChannel;
/** Waits until something is so. */
export const until = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 20 });

/** A row of buttons whose words are their ids. */
export function scoreButtons(...ids: string[]) {
  const buttons = ids.map((id) => new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Secondary));
  return new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
}
