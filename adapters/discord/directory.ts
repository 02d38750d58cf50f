import { type Person, type Role, TEAM_ROLES } from "../../src/interaction/customer.ts";
import type { Reader } from "../../src/ports.ts";
import type { Settings } from "../../src/settings.ts";
import { personAddress } from "./address.ts";
import { textIn, valueIn } from "./api.ts";
import type { Members } from "./members.ts";

export interface DirectoryConfig {
  readonly members: Members;
  readonly roles: Settings["roles"];
  readonly store: Reader;
}

/** Somebody as Discord names them in an event: the account and, if it was sent along, their membership of the guild. */
export interface NamedUser {
  readonly user: unknown;
  readonly member?: unknown;
  /** Language of their own client. */
  readonly locale?: string | null;
}

/** Who people on Discord are to a desk. */
export interface Directory {
  /** The person with the roles that Discord sent along. */
  person(guild: string, named: NamedUser): Person;
  /** The same, with the guild's language for somebody whose own nobody knows. */
  author(guild: string, named: NamedUser): Promise<Person>;
  /** The person with the roles as Discord gives them now, or gave a little while ago. Throws where Discord cannot say. */
  lookUp(guild: string, user: string): Promise<Person>;
  /** The guild under which somebody's direct line is kept: where they were last asked, else are known, else the first. */
  guildOf(user: string): Promise<string | null>;
  /** Does work that may take long: whom it has looked up once stays known until it is over. */
  during<Done>(work: () => Promise<Done>): Promise<Done>;
  /** Every guild we are in. */
  readonly guilds: readonly string[];
}

/** The first of the team's roles for which one of these ids is named. */
export function roleOf(roles: Settings["roles"], guild: string, ids: readonly string[]): Role {
  const own = ids.map((id) => personAddress(guild, id));
  return TEAM_ROLES.find((role) => roles[`${role}s`].some((address) => own.includes(address))) ?? "customer";
}

function rolesIn(member: unknown): string[] {
  const roles = valueIn(member, "roles");
  return Array.isArray(roles) ? roles.filter((role) => typeof role === "string") : [];
}

export function createDirectory({ members, roles, store }: DirectoryConfig): Directory {
  const person: Directory["person"] = (guild, { user, member, locale }) => {
    const id = textIn(user, "id") ?? "";
    const isBot = valueIn(user, "bot") === true;
    if (locale) members.hearOfLocale(id, locale);
    const name = textIn(member, "nick") ?? textIn(user, "global_name") ?? textIn(user, "username");
    const role = isBot ? "bot" : roleOf(roles, guild, [id, ...rolesIn(member)]);
    return { address: personAddress(guild, id), role, name, locale: members.localeOf(id) };
  };

  const newcomersLocale = async (found: Person, guild: string): Promise<Person> => {
    if (found.locale || (await store.get("identity", found.address))) return found;
    return { ...found, locale: members.guildLocale(guild) };
  };

  const guildOf = async (user: string): Promise<string | null> => {
    const known = await Promise.all(
      members.guilds.map(async (guild) => {
        const address = personAddress(guild, user);
        const identity = await store.get("identity", address);
        const [asked] = identity
          ? await store.list("survey", { where: { askIn: address }, orderBy: "askedAt", descending: true, limit: 1 })
          : [];
        return { guild, rank: identity ? (asked?.askedAt ?? 0) : -1 };
      }),
    );
    return known.toSorted((one, other) => other.rank - one.rank)[0]?.guild ?? null;
  };

  return {
    person,
    author: (guild, named) => newcomersLocale(person(guild, named), guild),
    guildOf,
    during: members.during,
    lookUp: async (guild, user) => newcomersLocale(person(guild, await members.lookUp(guild, user)), guild),
    get guilds() {
      return members.guilds;
    },
  };
}
