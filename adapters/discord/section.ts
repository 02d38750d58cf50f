import type { z } from "zod";
import { channel, flag, list, section } from "../../src/settings/kinds.ts";

const channels = list(channel, "a list of channel ids").default([]);

/** What a desk may set for Discord. */
export const discordSection = section({
  teamChannel: channel.optional(),
  supportChannels: channels,
  ticketCategories: channels,
  autoArchiveResolves: flag.default(false),
});

export type DiscordSection = z.output<typeof discordSection>;
