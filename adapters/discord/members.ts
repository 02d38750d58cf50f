import type { Clock } from "../../src/ports.ts";
import { CODE, type DiscordApi, isRecord, valueIn } from "./api.ts";
import { keepLatest } from "./latest-kept.ts";

/** How long a looked-up member is trusted. */
const MEMBER_FRESH_MS = 5 * 60_000;
const MOST_KNOWN = 10_000;
/** What Discord says of a guild whose owners have chosen no language. */
const DEFAULT_LOCALE = "en-US";

/** Somebody as Discord describes them: the account, and the membership of a guild; null where they are no member. */
export interface Member {
  readonly user: unknown;
  readonly member: unknown;
}

/** What Discord has told of people and guilds, whichever desk they turn to. */
export interface Members {
  /** As Discord gives it now, or gave it a little while ago; who is being looked up is not looked up twice. Throws where Discord cannot say. */
  lookUp(guild: string, user: string): Promise<Member>;
  /** Does work that may take long: whom it has looked up once stays known until it is over. */
  during<Done>(work: () => Promise<Done>): Promise<Done>;
  /** Hears in which language somebody's own client speaks. */
  hearOfLocale(user: string, locale: string): void;
  localeOf(user: string): string | null;
  /** Hears of a guild we are in, and in which language it speaks. */
  hearOfGuild(id: string, locale: string | null): void;
  guildLocale(id: string): string | null;
  /** Hears of a role of the guild. */
  hearOfRole(guild: string, id: string): void;
  isRole(guild: string, id: string): boolean;
  readonly guilds: readonly string[];
}

export function createMembers(api: DiscordApi, clock: Clock): Members {
  const members = new Map<string, Member & { readonly at: number }>();
  const asked = new Map<string, Promise<Member>>();
  const locales = new Map<string, string>();
  const guildLocales = new Map<string, string | null>();
  const roles = new Map<string, Set<string>>();
  const worksSince: number[] = [];

  const remember = <T>(map: Map<string, T>, key: string, value: T) => keepLatest(map, key, value, MOST_KNOWN);

  const isTrusted = (at: number): boolean =>
    clock.now() - at < MEMBER_FRESH_MS || worksSince.some((since) => since <= at);

  const ask = async (guild: string, user: string): Promise<Member> => {
    const answer = await api.call("GET", `/guilds/${guild}/members/${user}`);
    const isNoMember =
      answer.kind === "error" && (answer.code === CODE.unknownMember || answer.code === CODE.unknownUser);
    if (answer.kind !== "ok" && !isNoMember) throw new Error(`Discord does not say who ${user} is: ${answer.kind}`);
    const member = answer.kind === "ok" ? answer.data : null;
    const account = isRecord(valueIn(member, "user")) ? valueIn(member, "user") : { id: user };
    return { member, user: account };
  };

  return {
    async lookUp(guild, user) {
      const key = `${guild}:${user}`;
      const known = members.get(key);
      if (known && isTrusted(known.at)) return known;
      const asking = asked.get(key) ?? ask(guild, user).finally(() => asked.delete(key));
      asked.set(key, asking);
      const found = await asking;
      remember(members, key, { ...found, at: clock.now() });
      return found;
    },
    async during(work) {
      const since = clock.now();
      worksSince.push(since);
      try {
        return await work();
      } finally {
        worksSince.splice(worksSince.indexOf(since), 1);
      }
    },
    hearOfLocale: (user, locale) => remember(locales, user, locale),
    localeOf: (user) => locales.get(user) ?? null,
    hearOfGuild: (id, locale) => void guildLocales.set(id, locale === DEFAULT_LOCALE ? null : locale),
    hearOfRole: (guild, id) => void roles.set(guild, (roles.get(guild) ?? new Set()).add(id)),
    isRole: (guild, id) => roles.get(guild)?.has(id) ?? false,
    guildLocale: (id) => guildLocales.get(id) ?? null,
    get guilds() {
      return [...guildLocales.keys()];
    },
  };
}
