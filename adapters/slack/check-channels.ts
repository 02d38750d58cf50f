import { HOME } from "../../src/team/home.ts";
import type { Finding } from "../finding.ts";
import { placeOf } from "./address.ts";
import { isRecord, recordsIn, type SlackApi, textIn } from "./api.ts";
import type { SlackCheckConfig } from "./check.ts";
import { fault, grantedScopes, ok, refused, warning } from "./check-finding.ts";

const INVITE = "In Slack, write /invite @Empty Chair in that channel.";
const CHANNEL_ID = 'Name it by its id, such as "C0HELP": it stands at the end of the channel\'s details.';
const ARCHIVING = new Set(["channel_archive", "group_archive"]);

/** A channel in one workspace; `conversations.info` says more, but the manifest does not ask for the right to it. */
async function look(api: SlackApi, team: string, channel: string): Promise<Finding> {
  if ((await grantedScopes(api, team))?.includes("channels:read")) {
    const info = await api.call(team, "conversations.info", { channel });
    if (info.kind === "ok" && isRecord(info.data.channel)) {
      const { is_archived: isArchived, is_member: isMember } = info.data.channel;
      if (isArchived === true) return fault(`${channel} is archived`, "Unarchive it, or name another channel.");
      if (isMember === false) return fault(`the bot is not in ${channel}`, INVITE);
    }
  }
  const history = await api.call(team, "conversations.history", { channel, limit: 1 });
  if (history.kind === "ok") {
    const [latest] = recordsIn(history.data, "messages");
    if (latest && ARCHIVING.has(textIn(latest, "subtype") ?? ""))
      return fault(`${channel} is archived`, "Unarchive it, or name another channel.");
    return ok(`${channel} is there and can be read`);
  }
  const code = history.kind === "error" ? history.code : "";
  if (code === "not_in_channel") return fault(`the bot is not in ${channel}`, INVITE);
  if (code === "channel_not_found") return fault(`${channel} is not there, or is private without the bot`, INVITE);
  return refused(channel, history, "Fix what it says, or name another channel.");
}

/** A channel of the settings, in whichever of the workspaces it is. */
async function checkChannel(api: SlackApi, teams: readonly string[], setting: string, id: string) {
  const place = placeOf(`slack:${HOME}:${id}`);
  if (place === null || place.isDirect)
    return fault(`${setting} names ${JSON.stringify(id)}, which is no channel id`, CHANNEL_ID);
  const findings: Finding[] = [];
  for (const team of teams) findings.push(await look(api, team, id));
  const best = findings.find(({ level }) => level === "ok") ?? findings[0] ?? warning(id, "Connect a workspace.");
  return { ...best, found: `${setting}: ${best.found}` };
}

/** The channels that settings name. The team's is in the first workspace unless it names another. */
export async function checkChannels({ api, teams, section }: SlackCheckConfig): Promise<Finding[]> {
  const { teamChannel, supportChannels } = section;
  const findings: Finding[] = [];
  for (const id of supportChannels) findings.push(await checkChannel(api, teams, "slack.supportChannels", id));
  if (teamChannel === undefined) return findings;
  const [team, id] = teamChannel.includes(":") ? teamChannel.split(":") : [teams[0], teamChannel];
  const own = teams.filter((known) => known === team);
  const remedy = "Add its bot token to SLACK_BOT_TOKEN, or mend the id.";
  if (own.length === 0) return [...findings, fault(`slack.teamChannel names the workspace ${team}`, remedy)];
  return [...findings, await checkChannel(api, own, "slack.teamChannel", id ?? "")];
}
