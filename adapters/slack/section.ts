import type { z } from "zod";
import { channel, list, parsed, section } from "../../src/settings/kinds.ts";
import { reactionName } from "./reactions.ts";

/** What a desk may set for Slack. */
export const slackSection = section({
  teamChannel: channel.optional(),
  supportChannels: list(channel, "a list of channel ids").default([]),
  resolveReaction: parsed(
    "white_check_mark",
    reactionName,
    "the name of a reaction as Slack shows it, such as white_check_mark or :white_check_mark:",
  ),
  cordReaction: parsed(
    "rotating_light",
    reactionName,
    "the name of a reaction as Slack shows it, such as rotating_light or :rotating_light:",
  ),
});

export type SlackSection = z.output<typeof slackSection>;

/** The channels that are a desk's by its section. Their ids are unique over all of Slack, so they stand without their workspace. */
export function channelsOf({ teamChannel, supportChannels }: SlackSection): string[] {
  const team = teamChannel === undefined ? [] : [teamChannel.split(":").at(-1) ?? teamChannel];
  return [...team, ...supportChannels];
}
