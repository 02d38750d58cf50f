import { CODE, type DiscordApi } from "./api.ts";
import { type Channel, readChannel } from "./channels.ts";

/** What the adapter knows of channels and threads: what Discord has told, and what it is asked for where that is not enough. */
export interface ChannelCache {
  /** Keeps how a channel stands now; gives how it stood before. */
  take(data: unknown): { readonly before: Channel | null; readonly now: Channel } | null;
  forget(id: string): void;
  known(id: string): Channel | null;
  /** The channel, asked for where it is not known; null where there is none or we may not see it. Throws where Discord does not say. */
  lookUp(id: string): Promise<Channel | null>;
}

/** No channel is known yet; `onTaken` hears how each one stands. */
export function createChannelCache(api: DiscordApi, onTaken: (channel: Channel) => void): ChannelCache {
  const channels = new Map<string, Channel>();

  const take: ChannelCache["take"] = (data) => {
    const now = readChannel(data);
    if (!now) return null;
    const before = channels.get(now.id) ?? null;
    channels.set(now.id, now);
    onTaken(now);
    return { before, now };
  };

  return {
    take,
    known: (id) => channels.get(id) ?? null,
    forget: (id) => void channels.delete(id),
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
