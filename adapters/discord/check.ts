import type { Settings } from "../../src/settings.ts";
import type { Wording } from "../../src/wording.ts";
import { type Finding, findingsOf, ofDesk } from "../finding.ts";
import type { DesksOn } from "../platform.ts";
import { namesTeam } from "./access.ts";
import { type DiscordApi, isRecord, recordsIn, remedyOf, textIn } from "./api.ts";
import { introduce } from "./application.ts";
import { type Channel, readChannel } from "./channels.ts";
import { commandsOf } from "./commands.ts";
import { inviteLink } from "./invite.ts";
import { missingIn, type RightName } from "./permissions.ts";
import { areRegistered } from "./registration.ts";
import type { DiscordSection } from "./section.ts";

export interface CheckConfig {
  readonly api: DiscordApi;
  readonly desks: DesksOn<DiscordSection>;
  readonly wording: Wording;
}

const { ok, warning, fault } = findingsOf("discord");

const TO_ASK: readonly RightName[] = [
  "View Channel",
  "Send Messages in Threads",
  "Read Message History",
  "Manage Threads",
];
const TO_ASK_TICKETS: readonly RightName[] = ["View Channel", "Send Messages", "Read Message History"];
const TO_TELL: readonly RightName[] = [
  "View Channel",
  "Send Messages",
  "Read Message History",
  "Embed Links",
  "Attach Files",
];

/** Token, intents, guilds, channels with the permissions in each, and commands. Never throws. */
export async function checkDiscord(config: CheckConfig): Promise<Finding[]> {
  try {
    const { application, user, hasContent } = await introduce(config.api);
    return [
      ok("the token is accepted"),
      ok(`the link that adds the bot to a server: ${inviteLink(application)}`),
      hasContent
        ? ok("Message Content Intent is on: transcripts are whole")
        : warning(
            "Message Content Intent is off: transcripts say of every message that its words are missing",
            "Switch it on in the developer portal under Bot, or leave it: survey, score and cases work without.",
          ),
      ...(await checkGuilds(config, application, user)),
      await checkCommands(config, application),
    ];
  } catch (error) {
    return [fault("Discord was asked in vain", `${error instanceof Error ? error.message : String(error)}.`)];
  }
}

async function listOf(api: DiscordApi, path: string): Promise<Record<string, unknown>[]> {
  const answer = await api.call("GET", path);
  if (answer.kind === "ok") return Array.isArray(answer.data) ? answer.data.filter(isRecord) : [];
  throw new Error(answer.kind === "error" ? remedyOf(answer) : `GET ${path} was not answered; try again`);
}

/** A named channel with what the bot may not do there. */
interface Seen {
  readonly channel: Channel;
  missing(wanted: readonly RightName[]): readonly RightName[];
}

async function checkGuilds({ api, desks }: CheckConfig, application: string, user: string): Promise<Finding[]> {
  const guilds = await listOf(api, "/users/@me/guilds");
  if (guilds.length === 0)
    return [fault("the bot is in no server", `Open ${inviteLink(application)} and add it to yours.`)];
  const seen = new Map<string, Seen>();
  for (const guild of guilds) {
    const id = textIn(guild, "id");
    if (id === null) continue;
    const roles = await listOf(api, `/guilds/${id}/roles`);
    const member = await api.call("GET", `/guilds/${id}/members/${user}`);
    const rights = { guild: id, user, roles, member: member.kind === "ok" ? member.data : null };
    for (const data of await listOf(api, `/guilds/${id}/channels`)) {
      const channel = readChannel(data);
      if (channel) seen.set(channel.id, { channel, missing: (wanted) => missingIn(rights, data, wanted) });
    }
  }
  const names = guilds.map((guild) => textIn(guild, "name")).join(", ");
  return [
    ok(`in the servers: ${names}`),
    ...desks.flatMap(({ id, section, settings }) =>
      ofDesk(id, desks, [...checkRoles(settings), ...checkChannels(section, seen)]),
    ),
  ];
}

function checkRoles(settings: Settings): Finding[] {
  if (namesTeam(settings)) return [];
  return [
    warning(
      "roles.agents names nobody on Discord: whoever helps there counts as a customer, and nobody is asked",
      'Put the role of your support team there, such as "discord:SERVER_ID:ROLE_ID".',
    ),
  ];
}

function checkChannels(section: DiscordSection, seen: ReadonlyMap<string, Seen>): Finding[] {
  const named: readonly (readonly [string, readonly string[], readonly RightName[]])[] = [
    ["discord.teamChannel", section.teamChannel === undefined ? [] : [section.teamChannel], TO_TELL],
    ["discord.supportChannels", section.supportChannels, TO_ASK],
    ["discord.ticketCategories", section.ticketCategories, TO_ASK_TICKETS],
  ];
  return named.flatMap(([setting, ids, wanted]) =>
    ids.length === 0
      ? [warning(`${setting} is not set`, "Put the id of a channel there, in quotes, unless you do without.")]
      : ids.map((id) => checkChannel(setting, id, seen.get(id), wanted)),
  );
}

function checkChannel(setting: string, id: string, found: Seen | undefined, wanted: readonly RightName[]): Finding {
  if (!found)
    return fault(`${setting}: the bot sees no channel ${id}`, "Correct the id, or let the bot's role see the channel.");
  const missing = found.missing(wanted);
  const name = `${setting}: #${found.channel.name}`;
  if (missing.length === 0) return ok(name);
  return fault(`${name} lacks ${missing.join(", ")}`, "Give the bot's role these permissions in that channel.");
}

async function checkCommands({ api, desks, wording }: CheckConfig, application: string): Promise<Finding> {
  const registered = await api.call("GET", `/applications/${application}/commands`, {
    query: { with_localizations: "true" },
  });
  const settings = desks.map((desk) => desk.settings);
  const isDone = registered.kind === "ok" && areRegistered(registered.data, commandsOf(settings, wording));
  if (isDone) return ok(`commands registered: ${recordsIn({ list: registered.data }, "list").length}`);
  return warning("the commands are not registered as they should be", "Run emptychair discord-commands, or start.");
}
