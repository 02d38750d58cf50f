import { type Person, type Role, TEAM_ROLES } from "../../src/interaction/customer.ts";
import type { Clock, Log } from "../../src/ports.ts";
import type { Settings } from "../../src/settings.ts";
import { personAddress } from "./address.ts";
import { isRecord, type SlackApi, textIn } from "./api.ts";
import { atMost } from "./waits.ts";

/** How long a look-up of user groups is trusted; after that nobody is of the team until it succeeds again. */
const ROLES_TRUSTED_MS = 5 * 60_000;
const ROLES_FRESH_MS = 60_000;
const PROFILE_FRESH_MS = 60 * 60_000;
const PROFILE_AGAIN_MS = 60_000;
/** Slack gives us three seconds for everything; a look-up may have one of them. */
const PATIENCE_MS = 1_000;

type Profile = Pick<Person, "name" | "locale" | "zone"> & { readonly isBot?: boolean };

export interface DirectoryConfig {
  readonly api: SlackApi;
  /** The roles of every desk. */
  readonly roles: readonly Settings["roles"][];
  readonly clock: Clock;
  readonly log: Log;
  /** Hears of a person described anew, after the platform was asked. */
  readonly onDescribed: (team: string, user: string) => void;
}

/** Who people on Slack are: looked up once, for all desks. */
export interface Directory {
  /** The person as far as is known now, in the role that these settings give them. */
  person(roles: Settings["roles"], team: string, user: string): Person;
  /** Asks Slack for what is missing or old about the person, and waits a moment for it. Never rejects. */
  prepare(team: string, user: string): Promise<void>;
  /** The same for several, at once. */
  prepareAll(team: string, users: readonly string[]): Promise<void>;
  /** Asks Slack for the members of the configured groups; fails quietly, and then nobody new is let in. */
  refreshRoles(team: string): Promise<void>;
}

interface NamedRole {
  readonly role: Role;
  readonly addresses: readonly string[];
}

const GROUP = /^S[A-Z0-9]+$/;
/** Slack's own automaton; it is told as a person. */
const SLACKBOT = "USLACKBOT";

/** Who is named for each role, the role that counts before others first. */
function named(roles: Settings["roles"]): NamedRole[] {
  return TEAM_ROLES.map((role) => ({ role, addresses: roles[`${role}s`] }));
}

/** The user groups of a workspace that settings name. */
export function groupsOf(roles: Settings["roles"], team: string): string[] {
  const all = named(roles).flatMap(({ addresses }) => addresses);
  const groups = all.flatMap((address) => {
    const [platform, space, id] = address.split(":");
    return platform === "slack" && space === team && id !== undefined && GROUP.test(id) ? [id] : [];
  });
  return [...new Set(groups)];
}

function profileOf(data: unknown): Profile {
  const name =
    textIn(data, "user", "profile", "display_name") ||
    textIn(data, "user", "real_name") ||
    textIn(data, "user", "name");
  const isBot = isRecord(data) && isRecord(data.user) && data.user.is_bot === true;
  return { name, locale: textIn(data, "user", "locale"), zone: textIn(data, "user", "tz"), isBot };
}

export function createDirectory({ api, roles, clock, log, onDescribed }: DirectoryConfig): Directory {
  const members = new Map<string, { readonly users: ReadonlySet<string>; readonly at: number }>();
  const profiles = new Map<string, { readonly profile: Profile; readonly askAgainAt: number }>();
  const rolesDueAt = new Map<string, number>();
  const underWay = new Map<string, Promise<void>>();

  /** Starts the work unless the same is under way. */
  const once = (name: string, work: () => Promise<void>): Promise<void> => {
    const running = underWay.get(name) ?? work().finally(() => underWay.delete(name));
    underWay.set(name, running);
    return running;
  };

  const refreshGroup = async (team: string, group: string): Promise<void> => {
    const answer = await api.call(team, "usergroups.users.list", { usergroup: group });
    if (answer.kind !== "ok") {
      log.warn("The members of a user group could not be looked up; nobody new is let in by it", { group, answer });
      return;
    }
    const users = Array.isArray(answer.data.users) ? answer.data.users.filter((user) => typeof user === "string") : [];
    members.set(`${team}:${group}`, { users: new Set(users), at: clock.now() });
  };

  const refreshRoles = (team: string): Promise<void> =>
    once(`roles ${team}`, async () => {
      rolesDueAt.set(team, clock.now() + ROLES_FRESH_MS);
      const groups = new Set(roles.flatMap((one) => groupsOf(one, team)));
      await Promise.all([...groups].map((group) => refreshGroup(team, group)));
    });

  const isIn = (address: string, team: string, user: string): boolean => {
    if (address === personAddress(team, user)) return true;
    const group = members.get(address.replace(/^slack:/, ""));
    return (
      group !== undefined &&
      address.startsWith(`slack:${team}:`) &&
      clock.now() - group.at < ROLES_TRUSTED_MS &&
      group.users.has(user)
    );
  };

  const describe = (team: string, user: string): Promise<void> =>
    once(`profile ${team}:${user}`, async () => {
      const key = `${team}:${user}`;
      const answer = await api.call(team, "users.info", { user, include_locale: true });
      const isKnown = answer.kind === "ok" && isRecord(answer.data.user);
      const profile = isKnown ? profileOf(answer.data) : (profiles.get(key)?.profile ?? {});
      profiles.set(key, { profile, askAgainAt: clock.now() + (isKnown ? PROFILE_FRESH_MS : PROFILE_AGAIN_MS) });
      if (isKnown) onDescribed(team, user);
    });

  const prepare = async (team: string, user: string): Promise<void> => {
    if (user === "") return;
    const known = profiles.get(`${team}:${user}`);
    const described = !known || known.askAgainAt <= clock.now() ? describe(team, user) : null;
    const looked =
      (rolesDueAt.get(team) ?? 0) <= clock.now() || underWay.has(`roles ${team}`) ? refreshRoles(team) : null;
    const awaited = [known ? null : described, looked].filter((work) => work !== null);
    if (awaited.length > 0) await atMost(PATIENCE_MS, Promise.all(awaited));
  };

  return {
    refreshRoles,
    person(rolesAtDesk, team, user) {
      const { isBot = user === SLACKBOT, ...profile } = profiles.get(`${team}:${user}`)?.profile ?? {};
      const isOne = ({ addresses }: NamedRole) => addresses.some((address) => isIn(address, team, user));
      const role = isBot ? "bot" : (named(rolesAtDesk).find(isOne)?.role ?? "customer");
      return { address: personAddress(team, user), role, ...profile };
    },
    prepare,
    prepareAll: async (team, users) => void (await Promise.all(users.map((user) => prepare(team, user)))),
  };
}
