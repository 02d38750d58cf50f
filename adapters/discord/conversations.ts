import type { Person } from "../../src/interaction/customer.ts";
import type { Interaction } from "../../src/interaction/interaction.ts";
import { entryId } from "../../src/interaction/transcript.ts";
import { channelAddress, personAddress, userOf } from "./address.ts";
import { type DiscordMessage, isRecord, textIn, valueIn } from "./api.ts";
import type { PlacedConversation } from "./opening-customer.ts";
import type { DiscordParts } from "./parts.ts";
import type { GivenReaction } from "./reactions.ts";

/** What is kept of the conversations in channels, and who speaks in them. Each throws where Discord or the store does not say. */
export interface Conversations {
  interactionIn(conversation: string): Promise<Interaction | null>;
  /** The user id of whose conversation it is. */
  openerOf(interaction: Interaction): Promise<string | null>;
  /** The conversation that stands in a channel; null where it is none of ours. */
  conversationOf(channel: string | null): Promise<PlacedConversation | null>;
  /** Whether the message stands in a transcript already, so that nobody need be asked who wrote it. */
  isKept(conversation: string, message: DiscordMessage): Promise<boolean>;
  /** Who wrote the message, in the guild under which it is kept. */
  authorOf(guild: string, message: DiscordMessage): Promise<Person>;
  /** User id of whose message was reacted to; null where that cannot be seen. */
  authorOfReacted(reaction: GivenReaction): Promise<string | null>;
  /** Who gave the reaction. */
  giverOf(guild: string, reaction: GivenReaction): Promise<Person>;
}

export function createConversations({ patient, store, directory, places }: DiscordParts): Conversations {
  return {
    interactionIn: async (conversation) =>
      (await store.list("interaction", { where: { conversation }, limit: 1 }))[0] ?? null,
    async openerOf({ customerId }) {
      const identities = await store.list("identity", { where: { customerId } });
      return identities.map(({ id }) => userOf(id)).find((user) => user !== null) ?? null;
    },
    async conversationOf(id) {
      const channel = id === null ? null : await places.lookUp(id);
      if (!channel) return null;
      if (channel.recipient !== null) {
        const guild = await directory.guildOf(channel.recipient);
        return guild === null ? null : { conversation: personAddress(guild, channel.recipient), guild, channel };
      }
      if (channel.guild === null || (await places.kind(channel)) === "other") return null;
      return { conversation: channelAddress(channel.guild, channel.id), guild: channel.guild, channel };
    },
    async isKept(conversation, message) {
      const id = textIn(message, "id");
      return id !== null && (await store.get("entry", entryId(conversation, id))) !== null;
    },
    async authorOf(guild, message) {
      const isMachine = textIn(message, "webhook_id") !== null;
      const user = isRecord(message.author) ? { ...message.author, ...(isMachine ? { bot: true } : {}) } : {};
      const isComplete = isRecord(message.member) || valueIn(user, "bot") === true;
      if (isComplete) return directory.author(guild, { user, member: message.member });
      return directory.lookUp(guild, textIn(user, "id") ?? "");
    },
    async authorOfReacted({ author, channel, message }) {
      if (author !== null) return author;
      const answer = await patient.call("GET", `/channels/${channel}/messages/${message}`);
      return answer.kind === "ok" ? textIn(answer.data, "author", "id") : null;
    },
    async giverOf(guild, { user: id, member }) {
      const user = valueIn(member, "user");
      return isRecord(user) ? directory.author(guild, { user, member }) : directory.lookUp(guild, id);
    },
  };
}
