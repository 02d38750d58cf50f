import type { z } from "zod";
import { channel, list, section, text } from "../../src/settings/kinds.ts";

/** What a desk may set for Slack. */
export const slackSection = section({
  teamChannel: channel.optional(),
  supportChannels: list(channel, "a list of channel ids").default([]),
  resolveReaction: text.default("white_check_mark"),
});

export type SlackSection = z.output<typeof slackSection>;
