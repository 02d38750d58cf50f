import type { z } from "zod";
import { channel, flag, list, section, text } from "../../src/settings/kinds.ts";

const channels = list(channel, "a list of channel ids").default([]);
const marks = list(text, "a list of words and signs").optional();

/** What a desk may set for Discord. */
export const discordSection = section({
  teamChannel: channel.optional(),
  supportChannels: channels,
  ticketCategories: channels,
  autoArchiveResolves: flag.default(false),
  closedNames: marks,
  solvedTags: marks,
  setSolvedTag: flag.default(true),
});

export type DiscordSection = z.output<typeof discordSection>;
