import type { EventOf, InboundEvent } from "../../src/events.ts";
import { isColleague } from "../../src/interaction/customer.ts";
import type { Interaction } from "../../src/interaction/interaction.ts";
import { channelAddress, userOf } from "./address.ts";
import { type DiscordMessage, textIn } from "./api.ts";
import type { Channel, Tag } from "./channels.ts";
import { type ChannelContext, turnFound, turnOf } from "./closed-channels.ts";
import { isClosingSign } from "./closing-words.ts";
import { createConversations } from "./conversations.ts";
import { createFindOpeningCustomer, type PlacedConversation } from "./opening-customer.ts";
import {
  parseClosing,
  parseDeleted,
  parseEdited,
  parseGone,
  parsePull,
  parseReaction,
  parseTurn,
  parseWritten,
  taggedProduct,
  unknownMessage,
  writtenMessage,
} from "./parse.ts";
import type { DiscordParts } from "./parts.ts";
import { type GivenReaction, plainEmoji, readReaction } from "./reactions.ts";

/** Turns what happens in channels into events of the bot. Each resolves when it is saved, and rejects if it could not be. */
export interface Hearing {
  written(message: DiscordMessage): Promise<void>;
  edited(message: DiscordMessage): Promise<void>;
  deleted(channel: string, messages: readonly string[]): Promise<void>;
  /** Somebody set a reaction. */
  reacted(data: unknown): Promise<void>;
  /** A channel has changed. */
  changed(before: Channel | null, now: Channel): Promise<void>;
  /** How a channel was found after nobody listened. */
  found(channel: Channel): Promise<void>;
  gone(guild: string, channel: string): Promise<void>;
}

export function createHearing(parts: DiscordParts): Hearing {
  const { bot, clock, settings, section, directory, places, threads, acts } = parts;
  const conversations = createConversations(parts);
  const { interactionIn, openerOf, conversationOf, isKept, authorOf, authorOfReacted, giverOf } = conversations;
  const findOpeningCustomer = createFindOpeningCustomer(directory, parts.self);

  /** What is known of the conversation beyond its channel. */
  const aroundOf = async (channel: Channel, interaction: Interaction): Promise<ChannelContext> => {
    const opener = channel.thread ? null : await openerOf(interaction);
    return { section, opener, forumTags: forumTagsOf(channel) };
  };

  /** The tags that the forum of a post has. */
  const forumTagsOf = ({ parent }: Channel): readonly Tag[] =>
    parent === null ? [] : (places.known(parent)?.tagNames ?? []);

  const productOf = (channel: Channel): string | null =>
    taggedProduct(channel, forumTagsOf(channel), settings.products);

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

  const isOwn = (message: DiscordMessage): boolean => textIn(message, "author", "id") === parts.self();

  /** Pulls the cord where a colleague has set the reaction that does, in a conversation; false where it is none of that. */
  const isPull = async (reaction: GivenReaction): Promise<boolean> => {
    if (plainEmoji(reaction.emoji) !== section.cordReaction) return false;
    const place = await conversationOf(reaction.channel);
    if (!place || place.channel.recipient !== null || !(await interactionIn(place.conversation))) return false;
    const by = await giverOf(place.guild, reaction);
    if (!isColleague(by.role)) return false;
    await handle(parsePull(place.conversation, by, clock.now()));
    return true;
  };

  /** Words that nobody has heard yet. */
  const hearWords = async (message: DiscordMessage, place: PlacedConversation, isFirst: boolean): Promise<void> => {
    const { conversation, guild, channel } = place;
    const isDirect = channel.recipient !== null;
    const author = await authorOf(guild, message);
    const isNew = isFirst && !isDirect;
    const customer = isNew ? await findOpeningCustomer(message, place, author) : null;
    const unreadable = isDirect ? null : parts.unreadable();
    const product = isNew ? productOf(channel) : null;
    const event = parseWritten(message, { conversation, author, customer, unreadable, isDirect, product });
    if (event) await hear(channel.id, event);
  };

  return {
    async written(received) {
      const message = writtenMessage(received);
      const place = await conversationOf(textIn(received, "channel_id"));
      if (!place || isOwn(received)) return;
      if (!message) return handle(unknownMessage(received));
      if (isOwn(message)) return;
      const { conversation, guild, channel } = place;
      const interaction = channel.recipient === null ? await interactionIn(conversation) : null;
      if (!(await isKept(conversation, message))) await hearWords(message, place, interaction === null);
      if (interaction?.state === "open" && isClosingSign(message))
        await handle(parseClosing(message, conversation, await authorOf(guild, message)));
    },
    async reacted(data) {
      const reaction = readReaction(data);
      if (
        !reaction ||
        reaction.user === parts.self() ||
        (await isPull(reaction)) ||
        (await authorOfReacted(reaction)) !== parts.self()
      )
        return;
      const place = await conversationOf(reaction.channel);
      const by = place && (await giverOf(place.guild, reaction));
      if (by && by.role !== "bot") await handle(parseReaction(reaction.emoji, place.conversation, by, clock.now()));
    },
    async edited(message) {
      const place = isOwn(message) ? null : await conversationOf(textIn(message, "channel_id"));
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
      const turn = turnOf(before, now, await aroundOf(now, interaction));
      await handle(parseTurn(turn, now, { conversation, at: clock.now(), product: productOf(now) }));
    },
    async found(channel) {
      if (channel.guild === null) return;
      const conversation = channelAddress(channel.guild, channel.id);
      const interaction = await interactionIn(conversation);
      if (interaction?.state !== "open") return;
      // What stood open again in a closed channel stays so; only archiving has a time by which it is known.
      const isSettled = interaction.resolutionCount > 0 && channel.thread?.isArchived !== true;
      if (isSettled) return;
      const turn = turnFound(channel, await aroundOf(channel, interaction));
      await handle(parseTurn(turn, channel, { conversation, at: clock.now(), product: productOf(channel) }));
    },
    async gone(guild, channel) {
      const conversation = channelAddress(guild, channel);
      places.forget(channel);
      if (await interactionIn(conversation)) await handle(parseGone(conversation, clock.now()));
    },
  };
}
