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
  /** As Discord gives it now, or gave it a little while ago. Throws where Discord cannot say. */
  lookUp(guild: string, user: string): Promise<Member>;
  /** Hears in which language somebody's own client speaks. */
  hearOfLocale(user: string, locale: string): void;
  localeOf(user: string): string | null;
  /** Hears of a guild we are in, and in which language it speaks. */
  hearOfGuild(id: string, locale: string | null): void;
  guildLocale(id: string): string | null;
  /** For as long as the work takes, trusts whom it has looked up once: nobody is asked about twice. */
  trusting(work: () => Promise<void>): Promise<void>;
  /** Hears of a role of the guild. */
  hearOfRole(guild: string, id: string): void;
  isRole(guild: string, id: string): boolean;
  readonly guilds: readonly string[];
}

export function createMembers(api: DiscordApi, clock: Clock): Members {
  const members = new Map<string, Member & { readonly at: number }>();
  const locales = new Map<string, string>();
  const guildLocales = new Map<string, string | null>();

  const roles = new Map<string, Set<string>>();
  const underWay = new Map<string, Promise<Member>>();
  /** Since when there has been work that trusts; null while there is none. */
  let trustedSince: number | null = null;
  let works = 0;

  const isFresh = (at: number): boolean =>
    clock.now() - at < MEMBER_FRESH_MS || (trustedSince !== null && at >= trustedSince);

  const remember = <T>(map: Map<string, T>, key: string, value: T) => keepLatest(map, key, value, MOST_KNOWN);

  const ask = async (guild: string, user: string): Promise<Member> => {
    const answer = await api.call("GET", `/guilds/${guild}/members/${user}`);
    const isNoMember =
      answer.kind === "error" && (answer.code === CODE.unknownMember || answer.code === CODE.unknownUser);
    if (answer.kind !== "ok" && !isNoMember) throw new Error(`Discord does not say who ${user} is: ${answer.kind}`);
    const member = answer.kind === "ok" ? answer.data : null;
    const account = isRecord(valueIn(member, "user")) ? valueIn(member, "user") : { id: user };
    const found = { member, user: account };
    remember(members, `${guild}:${user}`, { ...found, at: clock.now() });
    return found;
  };

  return {
    async lookUp(guild, user) {
      const key = `${guild}:${user}`;
      const known = members.get(key);
      if (known && isFresh(known.at)) return known;
      const asked = underWay.get(key) ?? ask(guild, user).finally(() => underWay.delete(key));
      underWay.set(key, asked);
      return asked;
    },
    async trusting(work) {
      trustedSince ??= clock.now();
      works += 1;
      try {
        await work();
      } finally {
        works -= 1;
        if (works === 0) trustedSince = null;
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
