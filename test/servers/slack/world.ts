import { createMessages, type Messages } from "./messages.ts";
import type { TimeSource } from "./time.ts";
import type { Channel, Person, Workspace } from "./workspace.ts";
import { createWorkspace, type WorkspaceSpec } from "./workspace-spec.ts";

/** The app whose workspaces these are. */
export interface AppIdentity {
  readonly id: string;
  /** App-level token, for Socket Mode. */
  readonly appToken: string;
  readonly signingSecret: string;
  /** The old verification token, still in every payload. */
  readonly verificationToken: string;
  /** Whether the app has a Home tab. */
  readonly homeTab: boolean;
}

/** Everything that exists: workspaces, people, channels and messages. */
export interface World {
  readonly app: AppIdentity;
  readonly workspaces: readonly Workspace[];
  readonly messages: Messages;
  /** Milliseconds since 1970. */
  now(): number;
  /** A new id with the prefix, for example "F" for a file. */
  newId(prefix: string): string;
  /** The workspace the token belongs to. */
  byToken(token: string): Workspace | undefined;
  /** The workspace a person is known in. */
  ofPerson(id: string): { readonly workspace: Workspace; readonly person: Person };
  /** The workspace a channel is in. */
  ofChannel(id: string): { readonly workspace: Workspace; readonly channel: Channel };
  /** The direct conversation of the bot with these people, made if there is none. */
  directChannel(workspace: Workspace, people: readonly string[]): { channel: Channel; existed: boolean };
}

/** Builds the world from the workspaces' specs. */
export function createWorld(app: AppIdentity, specs: readonly WorkspaceSpec[], time: TimeSource): World {
  const workspaces = specs.map((spec) => createWorkspace(spec, time.now()));
  let lastId = 0;
  const newId = (prefix: string) => `${prefix}${(++lastId).toString(36).toUpperCase().padStart(9, "0")}`;

  return {
    app,
    workspaces,
    messages: createMessages(() => time.now()),
    now: () => time.now(),
    newId,
    byToken: (token) => workspaces.find((workspace) => workspace.token === token),
    ofPerson(id) {
      for (const workspace of workspaces) {
        const person = workspace.people.get(id);
        if (person) return { workspace, person };
      }
      throw new Error(`No workspace has a person ${id}; name them in \`people\` of createLocalSlack.`);
    },
    ofChannel(id) {
      for (const workspace of workspaces) {
        const channel = workspace.channels.get(id);
        if (channel) return { workspace, channel };
      }
      throw new Error(`No workspace has a channel ${id}; name it in \`channels\` of createLocalSlack.`);
    },
    directChannel(workspace, people) {
      const members = new Set([...people, workspace.botUser]);
      const kind = members.size > 2 ? "mpim" : "im";
      for (const channel of workspace.channels.values()) {
        if (channel.kind === kind && sameMembers(channel.members, members)) return { channel, existed: true };
      }
      const id = newId(kind === "im" ? "D" : "G");
      const created = time.now();
      const channel: Channel = {
        id,
        name: id.toLowerCase(),
        kind,
        members,
        created,
        shared: false,
        archived: false,
        restriction: undefined,
      };
      workspace.channels.set(id, channel);
      return { channel, existed: false };
    },
  };
}

function sameMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((member) => b.has(member));
}
