import type { CheckParts, Nameable, Nameables } from "../platform.ts";
import type { DiscordAccess } from "./access.ts";
import { personAddress } from "./address.ts";
import { type DiscordApi, isRecord, numberIn, remedyOf, textIn } from "./api.ts";
import { introduce } from "./application.ts";
import { inviteLink } from "./invite.ts";
import { createRest } from "./rest.ts";

const SILENT = { info: () => {}, warn: () => {}, fault: () => {} };
const CATEGORY = 4;
/** Channels in which people write: text, announcements, forums. */
const WRITTEN = [0, 5, 15];

async function listOf(api: DiscordApi, path: string): Promise<Record<string, unknown>[]> {
  const answer = await api.call("GET", path);
  if (answer.kind === "ok") return Array.isArray(answer.data) ? answer.data.filter(isRecord) : [];
  throw new Error(
    answer.kind === "error" ? `${remedyOf(answer)}.` : `Discord did not answer GET ${path}. Try again in a minute.`,
  );
}

interface Guild {
  readonly id: string;
  readonly name: string;
}

/** Names say their server where there are several. */
function named(sign: string, data: unknown, guild: Guild, guilds: readonly Guild[]): string {
  const name = `${sign}${textIn(data, "name") ?? ""}`;
  return guilds.length > 1 ? `${name} (${guild.name})` : name;
}

/** What there is in the servers that the bot is in. Throws where Discord does not take the token or cannot be asked. */
export async function offerOfDiscord(
  { token, apiUrl }: Pick<DiscordAccess, "token" | "apiUrl">,
  { clock }: Pick<CheckParts, "clock">,
): Promise<Nameables> {
  const api = createRest({ token, apiUrl, clock, log: SILENT });
  const { application } = await introduce(api);
  const guilds = (await listOf(api, "/users/@me/guilds")).map((data) => ({
    id: textIn(data, "id") ?? "",
    name: textIn(data, "name") ?? "",
  }));
  const [channels, categories, groups]: [Nameable[], Nameable[], Nameable[]] = [[], [], []];
  for (const guild of guilds) {
    for (const data of await listOf(api, `/guilds/${guild.id}/channels`)) {
      const [value, type] = [textIn(data, "id") ?? "", numberIn(data, "type") ?? 0];
      if (type === CATEGORY) categories.push({ value, name: named("", data, guild, guilds) });
      else if (WRITTEN.includes(type)) channels.push({ value, name: named("#", data, guild, guilds) });
    }
    for (const data of await listOf(api, `/guilds/${guild.id}/roles`)) {
      const id = textIn(data, "id") ?? "";
      const isOfAll = id === guild.id || data.managed === true;
      if (!isOfAll) groups.push({ value: personAddress(guild.id, id), name: named("@", data, guild, guilds) });
    }
  }
  const invitation = `Add the bot to a server by this link: ${inviteLink(application)}`;
  return { where: guilds.map(({ name }) => name).join(", "), channels, categories, groups, people: [], invitation };
}
