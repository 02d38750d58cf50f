import type { Platform } from "../platform.ts";
import { type DiscordAccess, discordAccess, discordVariables, namesTeam } from "./access.ts";
import { teamLane } from "./address.ts";
import { type DiscordSection, discordSection } from "./section.ts";
import { discordSignIn } from "./sign-in.ts";

function claimsOf({ teamChannel, supportChannels, ticketCategories }: DiscordSection): string[] {
  const team = teamChannel === undefined ? [] : [teamChannel];
  return [...team, ...supportChannels, ...ticketCategories].map((id) => `discord:${id}`);
}

const NO_AGENTS =
  "Discord is configured, but roles.agents names nobody on Discord: whoever helps there counts as a customer, and no customer is asked. Name a role.";

/** Discord, over one gateway connection for each shard. */
export const discord: Platform<DiscordSection, DiscordAccess> = {
  name: "discord",
  section: discordSection,
  variables: discordVariables,
  access: discordAccess,
  signIn: discordSignIn,
  oddities: (_, desks) => (desks.some(({ settings }) => namesTeam(settings)) ? [] : [NO_AGENTS]),
  claims: claimsOf,
  mapPlaces: (section, place) => ({
    ...section,
    ...(section.teamChannel === undefined ? {} : { teamChannel: place(section.teamChannel) }),
    supportChannels: section.supportChannels.map(place),
    ticketCategories: section.ticketCategories.map(place),
  }),
  setUp: {
    title: "Discord",
    tokens: [
      { variable: "DISCORD_TOKEN", found: "discord.com/developers/applications, your application, Bot, Reset Token" },
    ],
    hasCategories: true,
    offer: async (access, parts) => (await import("./offer.ts")).offerOfDiscord(access, parts),
  },
  teamLanes: (section, home) => [teamLane(section, home ?? undefined)].filter((lane) => lane !== null),
  check: async (access, desks, parts) => (await import("./set-up.ts")).checkSetUp(access, desks, parts),
  async create(access, desks, finder, owner) {
    const { createDiscordAdapter } = await import("./discord.ts");
    const adapter = createDiscordAdapter({ desks, finder, owner, ...access });
    const { chat, health, linkTo, roleOf, renew, start, stop } = adapter;
    return { chat, health, linkTo, roleOf, renew, start, stop, routes: [] };
  },
  commands: [
    {
      name: "discord-commands",
      description: "register the bot's commands on Discord; a start does so too if they have changed",
      run: async (access, desks, parts) => (await import("./set-up.ts")).setUpCommands(access, desks, parts),
    },
  ],
};
