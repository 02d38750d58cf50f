import type { z } from "zod";
import { channel, flag, list, parsed, section, text } from "../../src/settings/kinds.ts";

const channels = list(channel, "a list of channel ids").default([]);
const marks = list(text, "a list of words and signs").optional();

import { emojiNamed } from "./reactions.ts";

/** What a desk may set for Discord. */
export const discordSection = section({
  teamChannel: channel.optional(),
  supportChannels: channels,
  ticketCategories: channels,
  autoArchiveResolves: flag.default(false),
  closedNames: marks,
  solvedTags: marks,
  setSolvedTag: flag.default(true),
  cordReaction: parsed(
    "rotating_light",
    emojiNamed,
    "an emoji, or the name of one, such as rotating_light or :our_own:",
  ),
});

export type DiscordSection = z.output<typeof discordSection>;
