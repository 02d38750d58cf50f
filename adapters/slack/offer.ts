import type { Log } from "../../src/ports.ts";
import { HOME } from "../../src/team/home.ts";
import type { Nameable, Nameables } from "../platform.ts";
import type { SlackAccess } from "./access.ts";
import { personAddress } from "./address.ts";
import { classOf, recordsIn, remedyOf, type SlackApi, textIn } from "./api.ts";
import { createWorkspaces } from "./web-client.ts";

const TIMEOUT_MS = 5_000;
const PAGE = 200;
/** Most pages that are read of one list: a workspace of more is searched by id. */
const MOST_PAGES = 20;
const INVITATION = "In Slack, write /invite @Empty Chair in each of these channels.";
const NO_PERSON = ["USLACKBOT"];

const silent: Log = { info: () => {}, warn: () => {}, fault: () => {} };

/** Every entry of a list of Slack's, over its pages; null where Slack does not let us read it. */
async function wholeList(
  api: SlackApi,
  team: string,
  { method, key, args }: { readonly method: string; readonly key: string; readonly args: Record<string, unknown> },
): Promise<Record<string, unknown>[] | null> {
  const all: Record<string, unknown>[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await api.call(team, method, { ...args, limit: PAGE, ...(cursor === null ? {} : { cursor }) });
    if (answer.kind !== "ok") return null;
    all.push(...recordsIn(answer.data, key));
    cursor = textIn(answer.data, "response_metadata", "next_cursor") || null;
    if (cursor === null) break;
  }
  return all;
}

function byName(one: Nameable, other: Nameable): number {
  return one.name.localeCompare(other.name, "en");
}

/** The channels there are, public ones and the private ones that the bot is in; null where the app may not list them. */
async function channelsOn(api: SlackApi, team: string): Promise<Nameable[] | null> {
  const list = (types: string) =>
    wholeList(api, team, { method: "conversations.list", key: "channels", args: { types, exclude_archived: true } });
  const found = (await list("public_channel,private_channel")) ?? (await list("public_channel"));
  return (
    found?.map((data) => ({ value: textIn(data, "id") ?? "", name: `#${textIn(data, "name")}` })).sort(byName) ?? null
  );
}

/** The user groups there are; none where the app may not list them. */
export async function groupsOn(api: SlackApi, team: string): Promise<Nameable[]> {
  const answer = await api.call(team, "usergroups.list", {});
  const groups = answer.kind === "ok" ? recordsIn(answer.data, "usergroups") : [];
  return groups
    .map((data) => ({ value: personAddress(team, textIn(data, "id") ?? ""), name: `@${textIn(data, "handle")}` }))
    .sort(byName);
}

async function peopleOn(api: SlackApi, team: string): Promise<Nameable[]> {
  const members = (await wholeList(api, team, { method: "users.list", key: "members", args: {} })) ?? [];
  const people = members.filter(
    (data) => data.deleted !== true && data.is_bot !== true && !NO_PERSON.includes(textIn(data, "id") ?? ""),
  );
  return people
    .map((data) => ({
      value: personAddress(team, textIn(data, "id") ?? ""),
      name: textIn(data, "real_name") ?? textIn(data, "name") ?? "",
    }))
    .sort(byName);
}

/** What there is in the team's workspace. Throws where Slack does not take the token or cannot be asked. */
export async function offerOfSlack({ tokens, apiUrl }: Pick<SlackAccess, "tokens" | "apiUrl">): Promise<Nameables> {
  const config = { tokens: tokens.slice(0, 1), apiUrl: apiUrl ?? undefined, log: silent, timeoutMs: TIMEOUT_MS };
  const api = createWorkspaces(config);
  const known = await api.call(HOME, "auth.test", {});
  if (known.kind !== "ok") {
    const reason = known.kind === "error" ? known.code : known.kind;
    if (classOf(reason) === "stop") throw new Error(`${remedyOf(reason, null)}.`);
    throw new Error(`Slack could not be asked (${reason}). Check the network and SLACK_API_URL, and try again.`);
  }
  const [team = "", name] = [textIn(known.data, "team_id"), textIn(known.data, "team")].map((one) => one ?? undefined);
  const channels = await channelsOn(api, team);
  return {
    where: name ?? team,
    channels: channels ?? [],
    categories: [],
    groups: await groupsOn(api, team),
    people: await peopleOn(api, team),
    invitation: INVITATION,
  };
}
