import { CODE, type DiscordApi } from "./api.ts";
import { type Channel, type ChannelKind, kindOf, readChannel } from "./channels.ts";
import type { DiscordSection } from "./section.ts";

/** What the adapter knows of channels and threads: what Discord has told, and what it is asked for where that is not enough. */
export interface Places {
  /** Keeps how a channel stands now; gives how it stood before. */
  take(data: unknown): { readonly before: Channel | null; readonly now: Channel } | null;
  forget(id: string): void;
  known(id: string): Channel | null;
  /** The channel, asked for where it is not known; null where there is none or we may not see it. Throws where Discord does not say. */
  lookUp(id: string): Promise<Channel | null>;
  /** What the channel is to the desk; a ticket that was moved to another category stays one. */
  kind(channel: Channel): ChannelKind;
  /** Remembers a channel as a ticket, whatever category it is in. */
  keepAsTicket(id: string): void;
  /** Channels known in a guild. */
  inGuild(guild: string): Channel[];
}

export function createPlaces(api: DiscordApi, settings: DiscordSection): Places {
  const channels = new Map<string, Channel>();
  const tickets = new Set<string>();

  const kind = (channel: Channel): ChannelKind => {
    const found = kindOf(channel, settings);
    if (found === "ticket") tickets.add(channel.id);
    return found === "other" && tickets.has(channel.id) ? "ticket" : found;
  };

  const take: Places["take"] = (data) => {
    const now = readChannel(data);
    if (!now) return null;
    const before = channels.get(now.id) ?? null;
    channels.set(now.id, now);
    kind(now);
    return { before, now };
  };

  return {
    take,
    kind,
    known: (id) => channels.get(id) ?? null,
    forget: (id) => void channels.delete(id),
    keepAsTicket: (id) => void tickets.add(id),
    inGuild: (guild) => [...channels.values()].filter((channel) => channel.guild === guild),
    async lookUp(id) {
      const known = channels.get(id);
      if (known) return known;
      const answer = await api.call("GET", `/channels/${id}`);
      if (answer.kind === "ok") return take(answer.data)?.now ?? null;
      const isUnseen =
        answer.kind === "error" && (answer.code === CODE.unknownChannel || answer.code === CODE.missingAccess);
      if (isUnseen) return null;
      throw new Error(`Discord does not say what channel ${id} is: ${JSON.stringify(answer)}`);
    },
  };
}
