import type { Log } from "../../src/ports.ts";
import { type DiscordApi, isRecord, textIn, valueIn } from "./api.ts";
import { missingIn } from "./permissions.ts";

export interface EmbedRightsConfig {
  readonly api: DiscordApi;
  readonly log: Log;
  readonly self: () => string | null;
}

/** Whether cards may stand in a channel: without the permission to embed, what is framed may be dropped with no word. Taken for granted where Discord does not tell. */
export function createEmbedRights({ api, log, self }: EmbedRightsConfig): (channel: string) => Promise<boolean> {
  const read = async (path: string): Promise<unknown> => {
    const answer = await api.call("GET", path);
    return answer.kind === "ok" ? answer.data : null;
  };

  return async (id) => {
    const found = await read(`/channels/${id}`);
    const isThread = valueIn(found, "thread_metadata") !== undefined;
    const channel = isThread ? await read(`/channels/${textIn(found, "parent_id")}`) : found;
    const guild = textIn(channel, "guild_id");
    const user = self();
    if (guild === null || user === null) return true;
    const roles = await read(`/guilds/${guild}/roles`);
    const member = await read(`/guilds/${guild}/members/${user}`);
    if (!Array.isArray(roles) || member === null) return true;
    const holder = { guild, user, roles: roles.filter(isRecord), member };
    const isBarred = missingIn(holder, channel, ["Embed Links"]).length > 0;
    if (isBarred)
      log.fault(
        "Discord shows no cards of the bot in that channel: give its role the permission Embed Links there. Until then the digest is plain text",
        { channel: id },
      );
    return !isBarred;
  };
}
