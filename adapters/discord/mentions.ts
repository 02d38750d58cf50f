import { placeOf } from "./address.ts";

/** Tells whether an id is that of a role in the guild: addresses of people and of roles are formed alike. */
export type IsRole = (guild: string, id: string) => boolean;

/** Ids of people and roles. */
export interface Mentioned {
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

export const NOBODY: Mentioned = { users: [], roles: [] };

/** Most people, and most roles, that one message may notify, by Discord's rule. */
const MOST = 100;
/** Names in one line before the text: a mention is 24 characters long at most. */
const MOST_IN_LINE = 20;

/** Discord's notation for the person or role at an address; null where it is none, or everybody. */
export function mentionOf(address: string, isRole: IsRole): string | null {
  const place = placeOf(address);
  if (place?.kind !== "person" || place.user === place.guild) return null;
  return isRole(place.guild, place.user) ? `<@&${place.user}>` : `<@${place.user}>`;
}

function all(addresses: readonly string[], isRole: IsRole): string[] {
  return [...new Set(addresses.flatMap((address) => mentionOf(address, isRole) ?? []))];
}

/** The lines with those who are to be notified named before the first, each once. */
export function mentionLines(addresses: readonly string[], lines: readonly string[], isRole: IsRole): string[] {
  const named = all(addresses, isRole);
  const [first = "", ...rest] = lines;
  if (named.length === 1 && first.length < 1_900) return [`${named[0]} ${first}`, ...rest];
  const rows = Array.from({ length: Math.ceil(named.length / MOST_IN_LINE) }, (_, row) =>
    named.slice(row * MOST_IN_LINE, (row + 1) * MOST_IN_LINE).join(" "),
  );
  return [...rows, ...lines];
}

/** Those of the addresses who are named in the words, as Discord is told to notify them. */
export function notifiedIn(words: unknown, addresses: readonly string[], isRole: IsRole): Mentioned {
  const shown = JSON.stringify(words);
  const named = all(addresses, isRole).filter((mention) => shown.includes(mention));
  const ids = (start: string) =>
    named.filter((mention) => mention.startsWith(start)).map((one) => one.slice(start.length, -1));
  const roles = ids("<@&").slice(0, MOST);
  const users = named.filter((mention) => !mention.startsWith("<@&")).map((one) => one.slice(2, -1));
  return { users: users.slice(0, MOST), roles };
}
