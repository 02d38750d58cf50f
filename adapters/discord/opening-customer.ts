import type { Person } from "../../src/interaction/customer.ts";
import { isColleague } from "../../src/interaction/customer.ts";
import { personAddress } from "./address.ts";
import type { DiscordMessage } from "./api.ts";
import type { Channel } from "./channels.ts";
import type { Directory } from "./directory.ts";
import { mentionedIn } from "./message-words.ts";

/** A conversation and where it stands. */
export interface PlacedConversation {
  readonly conversation: string;
  /** The guild under which it is kept. */
  readonly guild: string;
  readonly channel: Channel;
}

/** Finds whose new conversation it is where its first words are somebody else's: the thread's owner, or whom a bot or a colleague names, or whom a ticket bot lets in; null where nobody else's. */
export type FindOpeningCustomer = (
  message: DiscordMessage,
  place: PlacedConversation,
  author: Person,
) => Promise<Person | null>;

export function createFindOpeningCustomer(directory: Directory, self: () => string | null): FindOpeningCustomer {
  const customersAmong = async (guild: string, users: readonly string[], most: number): Promise<Person[]> => {
    const found: Person[] = [];
    for (const user of users) {
      const person = user === self() ? null : await directory.lookUp(guild, user);
      if (person?.role === "customer") found.push(person);
      if (found.length === most) break;
    }
    return found;
  };

  /** A bot names the customer first; a colleague's words are about one only where they name no other. */
  const namedBy = async (author: Person, guild: string, message: DiscordMessage): Promise<Person | null> => {
    const named = mentionedIn(message);
    if (author.role === "bot") return (await customersAmong(guild, named, 1))[0] ?? null;
    const [only, ...others] = isColleague(author.role) ? await customersAmong(guild, named, 2) : [];
    return others.length === 0 ? (only ?? null) : null;
  };

  return async (message, { channel, guild }, author) => {
    if (author.role === "customer" && !channel.thread) return null;
    const owner = channel.owner === self() ? null : channel.owner;
    const isOwn = owner !== null && personAddress(guild, owner) === author.address;
    if (isOwn && author.role === "customer") return null;
    const ownerPerson = owner === null || isOwn ? null : await directory.lookUp(guild, owner);
    if (ownerPerson?.role === "customer") return ownerPerson;
    const named = await namedBy(author, guild, message);
    if (named !== null || channel.thread) return named;
    return (await customersAmong(guild, channel.guests, 1))[0] ?? null;
  };
}
