import type { Clock, Log } from "../../src/ports.ts";
import type { Wording } from "../../src/wording.ts";
import { type DiscordApi, recordsIn, textIn, timeIn } from "./api.ts";
import type { DiscordSection } from "./section.ts";

/** A server that was joined longer ago, milliseconds, is told of because we have connected, not because somebody has just added us. */
const JUST_NOW = 60_000;

export interface GreetGuildConfig {
  readonly api: DiscordApi;
  readonly clock: Clock;
  readonly log: Log;
  readonly wording: Wording;
  readonly desks: readonly { readonly section: DiscordSection }[];
}

/** Tells a server that has just added the bot, where Discord welcomes people, how it is set up; not where the settings name a channel of it. */
export function createGreetGuild({ api, clock, log, wording, desks }: GreetGuildConfig) {
  const greeted = new Set<string>();
  const isNamed = (channel: string): boolean =>
    desks.some(
      ({ section: { teamChannel, supportChannels, ticketCategories } }) =>
        teamChannel === channel || supportChannels.includes(channel) || ticketCategories.includes(channel),
    );
  return async (guild: Readonly<Record<string, unknown>>): Promise<void> => {
    const [id, channel, joined] = [textIn(guild, "id"), textIn(guild, "system_channel_id"), timeIn(guild, "joined_at")];
    if (id === null || channel === null || joined === null || greeted.has(id)) return;
    if (Math.abs(clock.now() - joined) > JUST_NOW) return;
    greeted.add(id);
    if (recordsIn(guild, "channels").some((one) => isNamed(textIn(one, "id") ?? ""))) return;
    const content = wording.say(wording.choose(textIn(guild, "preferred_locale")), "setUp.guild");
    const body = { content, allowed_mentions: { parse: [] } };
    const answer = await api.call("POST", `/channels/${channel}/messages`, { body });
    if (answer.kind !== "ok") log.info("A new server could not be told how to set up", { guild: id });
  };
}
