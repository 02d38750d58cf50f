import { ChannelType } from "discord.js";
import type { Channel } from "./entities.ts";
import { Refusal } from "./refusals.ts";
import { addChannel, userOf, type World } from "./world.ts";

/** The direct message between the bot and a person, opened if there is none yet. */
export function directChannel(world: World, userId: string): Channel {
  const person = userOf(world, userId);
  const found = [...world.channels.values()].find(
    ({ guildId, recipients }) => guildId === null && recipients.includes(userId),
  );
  const recipients = [world.bot.id, person.id];
  return found ?? addChannel(world, { name: "", type: ChannelType.DM, recipients });
}

/** Refuses direct messages opened too fast (40003): more than `limit` new ones within ten minutes. */
export function createDirectMessages(world: World, limit: number) {
  const opened: number[] = [];
  return {
    openForBot: (userId: string): Channel => {
      const known = world.channels.size;
      const recent = opened.filter((at) => at > world.time.now() - 600_000);
      const isNew = ![...world.channels.values()].some(
        (channel) => channel.guildId === null && channel.recipients.includes(userId),
      );
      if (isNew && recent.length >= limit) throw new Refusal(40003);
      const channel = directChannel(world, userId);
      if (world.channels.size > known) opened.push(world.time.now());
      return channel;
    },
  };
}
