import { type Person, type Role, TEAM_ROLES } from "../../src/interaction/customer.ts";
import type { Clock, Reader } from "../../src/ports.ts";
import type { Settings } from "../../src/settings.ts";
import { personAddress } from "./address.ts";
import { CODE, type DiscordApi, isRecord, textIn, valueIn } from "./api.ts";
import { keepLatest } from "./latest-kept.ts";

/** How long a looked-up member is trusted. */
const MEMBER_FRESH_MS = 5 * 60_000;
const MOST_KNOWN = 10_000;
/** What Discord says of a guild whose owners have chosen no language. */
const DEFAULT_LOCALE = "en-US";

export interface DirectoryConfig {
  readonly api: DiscordApi;
  readonly roles: Settings["roles"];
  readonly store: Reader;
  readonly clock: Clock;
}

/** Somebody as Discord names them in an event: the account and, if it was sent along, their membership of the guild. */
export interface NamedUser {
  readonly user: unknown;
  readonly member?: unknown;
  /** Language of their own client. */
  readonly locale?: string | null;
}

/** Who people on Discord are. */
export interface Directory {
  /** The person with the roles that Discord sent along. */
  person(guild: string, named: NamedUser): Person;
  /** The same, with the guild's language for somebody whose own nobody knows. */
  author(guild: string, named: NamedUser): Promise<Person>;
  /** The person with the roles as Discord gives them now, or gave a little while ago. Throws where Discord cannot say. */
  lookUp(guild: string, user: string): Promise<Person>;
  /** The guild under which somebody's direct line is kept: where they were last asked, else are known, else the first. */
  guildOf(user: string): Promise<string | null>;
  /** Hears of a guild we are in, and in which language it speaks. */
  hearOfGuild(id: string, locale: string | null): void;
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

export function createDirectory({ api, roles, store, clock }: DirectoryConfig): Directory {
  const members = new Map<string, { readonly member: unknown; readonly user: unknown; readonly at: number }>();
  const locales = new Map<string, string>();
  const guildLocales = new Map<string, string | null>();

  const remember = <T>(map: Map<string, T>, key: string, value: T) => keepLatest(map, key, value, MOST_KNOWN);

  const person: Directory["person"] = (guild, { user, member, locale }) => {
    const id = textIn(user, "id") ?? "";
    const isBot = valueIn(user, "bot") === true;
    if (locale) remember(locales, id, locale);
    const name = textIn(member, "nick") ?? textIn(user, "global_name") ?? textIn(user, "username");
    const role = isBot ? "bot" : roleOf(roles, guild, [id, ...rolesIn(member)]);
    return { address: personAddress(guild, id), role, name, locale: locales.get(id) ?? null };
  };

  const newcomersLocale = async (found: Person, guild: string): Promise<Person> => {
    if (found.locale || (await store.get("identity", found.address))) return found;
    return { ...found, locale: guildLocales.get(guild) ?? null };
  };

  const guildOf = async (user: string): Promise<string | null> => {
    const guilds = [...guildLocales.keys()];
    const known = await Promise.all(
      guilds.map(async (guild) => {
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
    async lookUp(guild, user) {
      const key = `${guild}:${user}`;
      const known = members.get(key);
      if (known && clock.now() - known.at < MEMBER_FRESH_MS) return newcomersLocale(person(guild, known), guild);
      const answer = await api.call("GET", `/guilds/${guild}/members/${user}`);
      const isNoMember =
        answer.kind === "error" && (answer.code === CODE.unknownMember || answer.code === CODE.unknownUser);
      if (answer.kind !== "ok" && !isNoMember) throw new Error(`Discord does not say who ${user} is: ${answer.kind}`);
      const member = answer.kind === "ok" ? answer.data : null;
      const account = isRecord(valueIn(member, "user")) ? valueIn(member, "user") : { id: user };
      remember(members, key, { member, user: account, at: clock.now() });
      return newcomersLocale(person(guild, { user: account, member }), guild);
    },
    hearOfGuild(id, locale) {
      guildLocales.set(id, locale === DEFAULT_LOCALE ? null : locale);
    },
    get guilds() {
      return [...guildLocales.keys()];
    },
  };
}
