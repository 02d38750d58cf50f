import type { EventOf, InboundEvent } from "../../src/events.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { Interaction } from "../../src/interaction/interaction.ts";
import { entryId } from "../../src/interaction/transcript.ts";
import { channelAddress, personAddress, userOf } from "./address.ts";
import { type DiscordMessage, isRecord, textIn, valueIn } from "./api.ts";
import type { Channel } from "./channels.ts";
import { isClosed, turnOf } from "./closed-channels.ts";
import { mentionedIn, parseDeleted, parseEdited, parseGone, parseTurn, parseWritten, writtenMessage } from "./parse.ts";
import type { DiscordParts } from "./parts.ts";

/** Turns what happens in channels into events of the bot. Each resolves when it is saved, and rejects if it could not be. */
export interface Hearing {
  written(message: DiscordMessage): Promise<void>;
  edited(message: DiscordMessage): Promise<void>;
  deleted(channel: string, messages: readonly string[]): Promise<void>;
  /** A channel has changed. */
  changed(before: Channel | null, now: Channel): Promise<void>;
  /** How a channel was found after nobody listened. */
  found(channel: Channel): Promise<void>;
  gone(guild: string, channel: string): Promise<void>;
}

/** A conversation and where it stands. */
interface PlacedConversation {
  readonly conversation: string;
  /** The guild under which it is kept. */
  readonly guild: string;
  readonly channel: Channel;
}

/** Whether Discord says who wrote it with their roles: it does as things happen, and not when one reads. */
function isComplete(message: DiscordMessage): boolean {
  return isRecord(message.member);
}

export function createHearing(parts: DiscordParts): Hearing {
  const { bot, store, clock, section, directory, places, threads, acts } = parts;

  const interactionIn = async (conversation: string): Promise<Interaction | null> =>
    (await store.list("interaction", { where: { conversation }, limit: 1 }))[0] ?? null;

  /** The user id of whose conversation it is. */
  const openerOf = async ({ customerId }: Interaction): Promise<string | null> => {
    const identities = await store.list("identity", { where: { customerId } });
    return identities.map(({ id }) => userOf(id)).find((user) => user !== null) ?? null;
  };

  /** The conversation that stands in a channel; null where it is none of ours. */
  const conversationOf = async (id: string): Promise<PlacedConversation | null> => {
    const channel = await places.lookUp(id);
    if (!channel) return null;
    if (channel.recipient !== null) {
      const guild = await directory.guildOf(channel.recipient);
      return guild === null ? null : { conversation: personAddress(guild, channel.recipient), guild, channel };
    }
    if (channel.guild === null || (await places.kind(channel)) === "other") return null;
    return { conversation: channelAddress(channel.guild, id), guild: channel.guild, channel };
  };

  const conversationIn = async (message: DiscordMessage): Promise<PlacedConversation | null> => {
    const channel = textIn(message, "channel_id");
    return channel === null ? null : conversationOf(channel);
  };

  /** Whether what stands there is in the transcript: who wrote it need not be looked up once more. */
  const isKnown = async (conversation: string, message: DiscordMessage): Promise<boolean> =>
    (await store.get("entry", entryId(conversation, textIn(message, "id") ?? ""))) !== null;

  const authorOf = async (guild: string, message: DiscordMessage): Promise<Person> => {
    const isMachine = textIn(message, "webhook_id") !== null;
    const user = isRecord(message.author) ? { ...message.author, ...(isMachine ? { bot: true } : {}) } : {};
    if (isComplete(message) || valueIn(user, "bot") === true)
      return directory.author(guild, { user, member: message.member });
    return directory.lookUp(guild, textIn(user, "id") ?? "");
  };

  /** The first of these people who is a customer. */
  const firstCustomer = async (guild: string, users: readonly string[]): Promise<Person | null> => {
    for (const user of users) {
      const person = await directory.lookUp(guild, user);
      if (person.role === "customer") return person;
    }
    return null;
  };

  /** Whose new conversation it is where its first words are somebody else's: the thread's owner, or whom a ticket bot names or lets in. */
  const openingCustomer = async (
    message: DiscordMessage,
    { channel, guild }: PlacedConversation,
    author: Person,
  ): Promise<Person | null> => {
    if (author.role === "customer" && !channel.thread) return null;
    const owner = channel.owner === null || channel.owner === parts.self() ? [] : [channel.owner];
    if (owner[0] !== undefined && personAddress(guild, owner[0]) === author.address && author.role !== "bot")
      return null;
    const ownerPerson = owner[0] === undefined ? null : await directory.lookUp(guild, owner[0]);
    if (ownerPerson?.role === "customer") return ownerPerson;
    const named = author.role === "bot" ? mentionedIn(message) : [];
    return firstCustomer(guild, [...named, ...(channel.thread ? [] : channel.guests)]);
  };

  const handle = async (event: InboundEvent | null): Promise<void> => {
    if (event) await bot.handle(event);
  };

  const hear = async (channel: string, event: EventOf<"message">): Promise<void> => {
    const user = userOf(event.author.address);
    const isOver = user === null ? () => {} : acts.wrote(channel, user);
    let isNews = false;
    try {
      isNews = (await bot.handle(event)).status === "saved";
    } finally {
      isOver(isNews);
    }
  };

  return {
    async written(received) {
      const message = writtenMessage(received);
      if (!message || textIn(message, "author", "id") === parts.self()) return;
      const place = await conversationIn(message);
      if (!place) return;
      const { conversation, guild, channel } = place;
      if (!isComplete(message) && (await isKnown(conversation, message))) return;
      const isDirect = channel.recipient !== null;
      const author = await authorOf(guild, message);
      const isNew = !isDirect && !(await interactionIn(conversation));
      const customer = isNew ? await openingCustomer(message, place, author) : null;
      const unreadable = isDirect ? null : parts.unreadable();
      const event = parseWritten(message, { conversation, author, customer, unreadable });
      if (event) await hear(channel.id, event);
    },
    async edited(message) {
      if (textIn(message, "author", "id") === parts.self()) return;
      const place = await conversationIn(message);
      if (place) await handle(parseEdited(message, place.conversation));
    },
    async deleted(channel, messages) {
      const place = await conversationOf(channel);
      if (!place) return;
      for (const id of messages) await handle(parseDeleted(id, place.conversation, clock.now()));
    },
    async changed(before, now) {
      if (now.guild === null || (await places.kind(now)) === "other" || (await threads.isOwnTurn(now))) return;
      const conversation = channelAddress(now.guild, now.id);
      const interaction = await interactionIn(conversation);
      if (!interaction) return;
      const turn = turnOf(before, now, section, now.thread ? null : await openerOf(interaction));
      await handle(parseTurn(turn, now, conversation, clock.now()));
    },
    async found(channel) {
      if (channel.guild === null) return;
      const conversation = channelAddress(channel.guild, channel.id);
      const interaction = await interactionIn(conversation);
      if (interaction?.state !== "open") return;
      const opener = channel.thread ? null : await openerOf(interaction);
      // What stood open again in a closed channel stays so; only archiving has a time by which it is known.
      const isSettled = interaction.resolutionCount > 0 && channel.thread?.isArchived !== true;
      if (!isSettled && isClosed(channel, section, opener))
        await handle(parseTurn("closed", channel, conversation, clock.now()));
    },
    async gone(guild, channel) {
      const conversation = channelAddress(guild, channel);
      places.forget(channel);
      if (await interactionIn(conversation)) await handle(parseGone(conversation, clock.now()));
    },
  };
}
