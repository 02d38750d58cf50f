import { type Person, type Role, TEAM_ROLES } from "../../src/interaction/customer.ts";
import type { Clock, Log } from "../../src/ports.ts";
import type { Settings } from "../../src/settings.ts";
import { personAddress } from "./address.ts";
import { isRecord, type SlackApi, textIn } from "./api.ts";
import { atMost, LOOK_UP_PATIENCE_MS } from "./waits.ts";

/** How long a look-up of user groups is trusted; after that nobody is of the team until it succeeds again. */
const ROLES_TRUSTED_MS = 5 * 60_000;
const ROLES_FRESH_MS = 60_000;
const PROFILE_FRESH_MS = 60 * 60_000;
const PROFILE_AGAIN_MS = 60_000;
/** So often somebody is asked for who cannot be told now. */
const MOST_WAITS = 10;

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
  /** The role that these settings give the person now; null where Slack does not say who is in a group of theirs. Never rejects. */
  roleNow(roles: Settings["roles"], team: string, user: string): Promise<Role | null>;
  /** Asks Slack for what is missing or old about the person, and waits a moment for it. Never rejects. */
  prepare(team: string, user: string): Promise<void>;
  /** The same for several, at once. */
  prepareAll(team: string, users: readonly string[]): Promise<void>;
  /** The same where there is time: who is not known yet is asked for once, and `wait` is called for as long as Slack wants. Never rejects. */
  learn(team: string, users: readonly string[], wait: (ms: number) => Promise<void>): Promise<void>;
  /** Asks Slack for the members of the configured groups; fails quietly, and then nobody new is let in. Gives the wait that Slack wants, or 0. */
  refreshRoles(team: string): Promise<number>;
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
  const profiles = new Map<
    string,
    { readonly profile: Profile; readonly askAgainAt: number; readonly isOwed: boolean }
  >();
  const rolesDueAt = new Map<string, number>();
  const underWay = new Map<string, Promise<number>>();

  /** Starts the work unless the same is under way; it gives the wait that Slack wants, 0 for none. */
  const once = (name: string, work: () => Promise<number>): Promise<number> => {
    const running = underWay.get(name) ?? work().finally(() => underWay.delete(name));
    underWay.set(name, running);
    return running;
  };

  const refreshGroup = async (team: string, group: string): Promise<number> => {
    const answer = await api.call(team, "usergroups.users.list", { usergroup: group });
    if (answer.kind !== "ok") {
      log.warn("The members of a user group could not be looked up; nobody new is let in by it", { group, answer });
      return answer.kind === "limited" ? answer.afterMs : 0;
    }
    const users = Array.isArray(answer.data.users) ? answer.data.users.filter((user) => typeof user === "string") : [];
    members.set(`${team}:${group}`, { users: new Set(users), at: clock.now() });
    return 0;
  };

  const refreshRoles = (team: string): Promise<number> =>
    once(`roles ${team}`, async () => {
      rolesDueAt.set(team, clock.now() + ROLES_FRESH_MS);
      const groups = new Set(roles.flatMap((one) => groupsOf(one, team)));
      return Math.max(0, ...(await Promise.all([...groups].map((group) => refreshGroup(team, group)))));
    });

  const isIn = (address: string, team: string, user: string): boolean => {
    if (address === personAddress(team, user)) return true;
    const group = address.startsWith(`slack:${team}:`) ? members.get(address.slice("slack:".length)) : undefined;
    return group !== undefined && clock.now() - group.at < ROLES_TRUSTED_MS && group.users.has(user);
  };

  /** Whether Slack has answered for the person, if only that there is nobody of that name. */
  const hasProfile = (team: string, user: string): boolean => {
    const known = profiles.get(`${team}:${user}`);
    return known !== undefined && !known.isOwed;
  };

  const describe = (team: string, user: string): Promise<number> =>
    once(`profile ${team}:${user}`, async () => {
      const key = `${team}:${user}`;
      const answer = await api.call(team, "users.info", { user, include_locale: true });
      const isKnown = answer.kind === "ok" && isRecord(answer.data.user);
      const profile = isKnown ? profileOf(answer.data) : (profiles.get(key)?.profile ?? {});
      const askAgainAt = clock.now() + (isKnown ? PROFILE_FRESH_MS : PROFILE_AGAIN_MS);
      profiles.set(key, { profile, askAgainAt, isOwed: answer.kind !== "ok" && answer.kind !== "error" });
      if (isKnown) onDescribed(team, user);
      return answer.kind === "limited" ? answer.afterMs : 0;
    });

  const areRolesOld = (team: string): boolean =>
    (rolesDueAt.get(team) ?? 0) <= clock.now() || underWay.has(`roles ${team}`);
  /** Whether nothing needs to be asked about the person. */
  const isFresh = (team: string, user: string): boolean =>
    (profiles.get(`${team}:${user}`)?.askAgainAt ?? 0) > clock.now() && !areRolesOld(team);

  const prepare = async (team: string, user: string): Promise<void> => {
    if (user === "") return;
    const known = profiles.get(`${team}:${user}`);
    const described = !known || known.askAgainAt <= clock.now() ? describe(team, user) : null;
    const looked = areRolesOld(team) ? refreshRoles(team) : null;
    const awaited = [known ? null : described, looked].filter((work) => work !== null);
    if (awaited.length > 0) await atMost(LOOK_UP_PATIENCE_MS, Promise.all(awaited));
  };

  /** Does the work until Slack wants no wait any more. */
  const patiently = async (work: () => Promise<number>, wait: (ms: number) => Promise<void>): Promise<void> => {
    for (let waits = 0; waits < MOST_WAITS; waits += 1) {
      const ms = await work();
      if (ms === 0) return;
      await wait(ms);
    }
  };

  const isTrusted = (team: string, group: string): boolean =>
    clock.now() - (members.get(`${team}:${group}`)?.at ?? Number.NEGATIVE_INFINITY) < ROLES_TRUSTED_MS;

  const person: Directory["person"] = (rolesAtDesk, team, user) => {
    const { isBot = user === SLACKBOT, ...profile } = profiles.get(`${team}:${user}`)?.profile ?? {};
    const isOne = ({ addresses }: NamedRole) => addresses.some((address) => isIn(address, team, user));
    const role = isBot ? "bot" : (named(rolesAtDesk).find(isOne)?.role ?? "customer");
    return { address: personAddress(team, user), role, ...profile };
  };

  return {
    refreshRoles,
    person,
    async roleNow(rolesAtDesk, team, user) {
      await prepare(team, user);
      const { role } = person(rolesAtDesk, team, user);
      const isTold = groupsOf(rolesAtDesk, team).every((group) => isTrusted(team, group));
      return role === "customer" && !isTold ? null : role;
    },
    prepare,
    async learn(team, users, wait) {
      if ((rolesDueAt.get(team) ?? 0) <= clock.now()) await patiently(() => refreshRoles(team), wait);
      for (const user of users)
        if (user !== "" && !hasProfile(team, user)) await patiently(() => describe(team, user), wait);
    },
    async prepareAll(team, users) {
      const asked = users.filter((user) => !isFresh(team, user));
      if (asked.length > 0) await Promise.all(asked.map((user) => prepare(team, user)));
    },
  };
}
