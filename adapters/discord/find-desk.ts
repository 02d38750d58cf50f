import type { DeskFinder } from "../platform.ts";
import { channelAddress } from "./address.ts";
import { textIn } from "./api.ts";
import { readButton } from "./buttons.ts";
import type { ChannelCache } from "./channel-cache.ts";
import type { ChannelDesks } from "./channel-desks.ts";
import { FEEDBACK } from "./commands.ts";
import type { Payload } from "./parse-interaction.ts";
import type { FindPersonDesk } from "./person-desk.ts";

/** The tables of what a button or form may be about. */
const SUBJECTS = ["survey", "case", "enhancement", "customer", "cord", "announcement", "greeting"] as const;
/** From a thread over its channel to the category. */
const MOST_STEPS = 3;

export interface FindDeskConfig {
  /** Ids of every desk, the first one first. */
  readonly desks: readonly [string, ...string[]];
  readonly finder: DeskFinder;
  readonly channels: ChannelCache;
  readonly channelDesks: ChannelDesks;
  readonly personDesk: FindPersonDesk;
}

/** The desk at which something on Discord happens. Each throws where Discord or the store does not say. */
export interface FindDesk {
  /** Whose conversation stands in the channel at a moment; null where none of a desk's does. */
  ofConversation(channel: string, at: number): Promise<string | null>;
  /** Where a button, command or form was used. */
  ofInteraction(payload: Payload, at: number): Promise<string>;
}

export function createFindDesk({ desks, finder, channels, channelDesks, personDesk }: FindDeskConfig): FindDesk {
  const [first, ...others] = desks;

  /** The desk of the channel, of what it is in, or of the ticket it once was. */
  const ofChannel = async (payload: Payload): Promise<string | null> => {
    let next = textIn(payload, "channel_id");
    for (let steps = 0; next !== null && steps < MOST_STEPS; steps += 1) {
      const channel = await channels.lookUp(next);
      const owned = channel && (await channelDesks.whose(channel));
      const desk = owned?.desk ?? channelDesks.claimant(next);
      if (desk !== null) return desk;
      next = channel ? channel.parent : steps === 0 ? textIn(payload, "channel", "parent_id") : null;
    }
    return null;
  };

  /** The desk that keeps what the button or form is about, or the conversation of the channel. */
  const ofSubject = async (payload: Payload): Promise<string | null> => {
    const subject = readButton(textIn(payload, "data", "custom_id"))?.subject;
    const here = channelAddress(textIn(payload, "guild_id") ?? "", textIn(payload, "channel_id") ?? "");
    const found = async (table: (typeof SUBJECTS)[number], id: string) =>
      (await finder.desksWith(desks, table, "id", id))[0] ?? null;
    const talking = async (conversation: string) =>
      (await finder.desksWith(desks, "interaction", "conversation", conversation))[0] ?? null;
    if (subject === undefined) return talking(here);
    for (const table of SUBJECTS) {
      const desk = await found(table, subject);
      if (desk !== null) return desk;
    }
    return (await talking(subject)) ?? talking(here);
  };

  return {
    async ofConversation(id, at) {
      if (others.length === 0) return first;
      const channel = await channels.lookUp(id);
      if (!channel) return null;
      if (channel.recipient !== null) return personDesk({ user: channel.recipient, guild: null, at, isForTeam: false });
      return (await channelDesks.whose(channel))?.desk ?? null;
    },
    async ofInteraction(payload, at) {
      if (others.length === 0) return first;
      const guild = textIn(payload, "guild_id");
      const here = guild === null ? null : await ofChannel(payload);
      const desk = here ?? (await ofSubject(payload));
      if (desk !== null) return desk;
      const user = textIn(payload, "member", "user", "id") ?? textIn(payload, "user", "id") ?? "";
      const command = textIn(payload, "data", "name");
      return personDesk({ user, guild, at, isForTeam: command !== null && command !== FEEDBACK });
    },
  };
}
