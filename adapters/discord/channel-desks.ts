import type { DeskFinder } from "../platform.ts";
import { channelAddress } from "./address.ts";
import type { ChannelCache } from "./channel-cache.ts";
import { type Channel, type ChannelKind, kindOf } from "./channels.ts";
import type { DiscordSection } from "./section.ts";

/** Whose conversation stands in a channel, and what the channel is to that desk. */
export interface OwnedChannel {
  readonly desk: string;
  readonly kind: Exclude<ChannelKind, "other">;
}

/** Which desk a channel belongs to. */
export interface ChannelDesks {
  /** Takes note of a ticket where it stands: moved to another category it stays its desk's. */
  note(channel: Channel): void;
  /** Remembers a channel as the desk's ticket, whatever category it is in. */
  keepAsTicket(channel: string, desk: string): void;
  /** Whose conversation stands in the channel; null where none of a desk's does. */
  whose(channel: Channel): Promise<OwnedChannel | null>;
  /** The desk whose settings name the channel or category; null where none do. */
  claimant(id: string): string | null;
}

export interface ChannelDesksConfig {
  readonly desks: readonly { readonly deskId: string; readonly section: DiscordSection }[];
  readonly finder: DeskFinder;
}

export function createChannelDesks({ desks, finder }: ChannelDesksConfig): ChannelDesks {
  const ids = desks.map(({ deskId }) => deskId);
  const tickets = new Map<string, string>();
  /** Tickets of which a desk keeps the conversation: nothing makes them another's. */
  const settled = new Set<string>();

  const byPlace = (channel: Channel): OwnedChannel | null => {
    for (const { deskId, section } of desks) {
      const kind = kindOf(channel, section);
      if (kind !== "other") return { desk: deskId, kind };
    }
    return null;
  };

  const note = (channel: Channel): void => {
    const found = byPlace(channel);
    if (found?.kind === "ticket" && !tickets.has(channel.id)) tickets.set(channel.id, found.desk);
  };

  const keeperOf = async ({ guild, id }: Channel, noted: string): Promise<string | null> => {
    if (ids.length === 1 || settled.has(id)) return noted;
    const keepers = await finder.desksWith(ids, "interaction", "conversation", channelAddress(guild ?? "", id));
    if (keepers.length > 0) settled.add(id);
    return keepers.includes(noted) ? noted : (keepers[0] ?? null);
  };

  return {
    note,
    keepAsTicket: (channel, desk) => void tickets.set(channel, desk),
    async whose(channel) {
      const found = byPlace(channel);
      if (found?.kind === "thread") return found;
      note(channel);
      const noted = tickets.get(channel.id);
      if (noted === undefined) return null;
      const desk = (await keeperOf(channel, noted)) ?? found?.desk ?? noted;
      tickets.set(channel.id, desk);
      return { desk, kind: "ticket" };
    },
    claimant(id) {
      const isNamed = ({ teamChannel, supportChannels, ticketCategories }: DiscordSection) =>
        teamChannel === id || supportChannels.includes(id) || ticketCategories.includes(id);
      return desks.find(({ section }) => isNamed(section))?.deskId ?? null;
    },
  };
}

/** The channels as one desk sees them. */
export interface Places extends ChannelCache {
  /** What the channel is to the desk; a ticket that was moved to another category stays one. */
  kind(channel: Channel): Promise<ChannelKind>;
  /** Remembers a channel as a ticket of the desk, whatever category it is in. */
  keepAsTicket(id: string): void;
}

export function placesAt(desk: string, cache: ChannelCache, channelDesks: ChannelDesks): Places {
  return {
    ...cache,
    keepAsTicket: (id) => channelDesks.keepAsTicket(id, desk),
    async kind(channel) {
      const owned = await channelDesks.whose(channel);
      return owned?.desk === desk ? owned.kind : "other";
    },
  };
}
