import type { Channel, Person, Workspace } from "./workspace.ts";

/** A person to begin with; only the id is needed. */
export type PersonSpec = Pick<Person, "id"> & Partial<Person>;

/** A channel to begin with: public and with the bot in it unless said otherwise. */
export interface ChannelSpec {
  readonly id: string;
  readonly name?: string;
  readonly kind?: "public" | "private";
  readonly members?: readonly string[];
  /** Whether the bot has been invited; yes by default. */
  readonly bot?: boolean;
  readonly shared?: boolean;
  readonly archived?: boolean;
  readonly restriction?: string;
}

/** A user group to begin with. */
export interface UserGroupSpec {
  readonly id: string;
  readonly handle: string;
  readonly members: readonly string[];
  readonly disabled?: boolean;
}

/** A workspace to begin with; everything has a default. */
export interface WorkspaceSpec {
  readonly id?: string;
  readonly name?: string;
  readonly token?: string;
  readonly botUser?: string;
  readonly botId?: string;
  readonly botName?: string;
  readonly scopes?: readonly string[];
  readonly people?: readonly PersonSpec[];
  readonly channels?: readonly ChannelSpec[];
  readonly userGroups?: readonly UserGroupSpec[];
}

/** Every kind of table block that Slack has. */
export const ALL_TABLES: ReadonlySet<string> = new Set(["table", "data_table"]);

/** Every bot scope a method or an event of the local Slack asks for. */
export const ALL_SCOPES: readonly string[] = [
  "app_mentions:read",
  "channels:history",
  "channels:join",
  "channels:read",
  "chat:write",
  "chat:write.customize",
  "commands",
  "files:read",
  "files:write",
  "groups:history",
  "groups:read",
  "im:history",
  "im:read",
  "im:write",
  "mpim:history",
  "mpim:read",
  "mpim:write",
  "reactions:read",
  "reactions:write",
  "team:read",
  "usergroups:read",
  "users:read",
  "users:read.email",
];

/** Builds the workspace a spec describes, at the given time in milliseconds. */
export function createWorkspace(spec: WorkspaceSpec, now: number): Workspace {
  const id = spec.id ?? "T0LOCAL";
  const botUser = spec.botUser ?? "U0BOT";
  const workspace: Workspace = {
    id,
    name: spec.name ?? "Local workspace",
    domain: (spec.name ?? "local").toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    token: spec.token ?? "xoxb-local",
    botUser,
    botId: spec.botId ?? "B0BOT",
    botName: spec.botName ?? "emptychair",
    scopes: new Set(spec.scopes ?? ALL_SCOPES),
    tables: ALL_TABLES,
    tokenError: undefined,
    people: new Map(),
    channels: new Map(),
    userGroups: new Map(),
    files: new Map(),
  };
  const people: readonly PersonSpec[] = [...(spec.people ?? []), { id: botUser, name: workspace.botName, isBot: true }];
  for (const person of people) workspace.people.set(person.id, createPerson(person, id));
  for (const channel of spec.channels ?? []) workspace.channels.set(channel.id, createChannel(channel, botUser, now));
  for (const { id, handle, members, disabled = false } of spec.userGroups ?? []) {
    workspace.userGroups.set(id, { id, handle, name: handle, members, disabled });
  }
  return workspace;
}

function createPerson(spec: PersonSpec, teamId: string): Person {
  const name = spec.name ?? spec.id.toLowerCase();
  return {
    name,
    realName: `${name.charAt(0).toUpperCase()}${name.slice(1)} Sample`,
    teamId,
    locale: "en-US",
    timeZone: "Europe/Amsterdam",
    timeZoneOffset: 3600,
    email: `${name}@example.com`,
    isBot: false,
    isAdmin: false,
    guest: "no",
    deleted: false,
    refusesDirectMessages: undefined,
    ...spec,
  };
}

function createChannel(spec: ChannelSpec, botUser: string, now: number): Channel {
  return {
    id: spec.id,
    name: spec.name ?? spec.id.toLowerCase(),
    kind: spec.kind ?? "public",
    members: new Set([...(spec.members ?? []), ...(spec.bot === false ? [] : [botUser])]),
    created: now,
    shared: spec.shared ?? false,
    archived: spec.archived ?? false,
    restriction: spec.restriction,
  };
}
