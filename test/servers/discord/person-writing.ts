import type { APIEmbed, APIMessage, APIMessageTopLevelComponent } from "discord.js";
import { directChannel } from "./direct-messages.ts";
import type { Channel, Message, User } from "./entities.ts";
import { messagePayload } from "./message-payloads.ts";
import { deleteMessage, editMessage, sendMessage } from "./messages.ts";
import { sees } from "./permissions.ts";
import { react, unreact } from "./reactions.ts";
import { isLater } from "./time.ts";
import { messageOf, type World } from "./world.ts";

/** A channel or thread, by itself, its id, or its name if no other has it. */
export type Place = string | { readonly id: string };
/** A message as it was given back or seen. */
export type MessageLike = { readonly id: string; readonly channel_id: string };

export function placeOf(world: World, place: Place): Channel {
  const wanted = typeof place === "string" ? place : place.id;
  const named = [...world.channels.values()].filter(({ name }) => name === wanted);
  const found = world.channels.get(wanted) ?? (named.length === 1 ? named[0] : undefined);
  if (found) return found;
  throw new Error(
    `There ${named.length === 0 ? "is no channel" : "are several channels"} "${wanted}"; give a channel, an id or a name that only one has.`,
  );
}

/** The message itself, if this person can see it. */
export function seenMessage(world: World, user: User, { id, channel_id }: MessageLike): Message {
  const channel = placeOf(world, channel_id);
  const message = messageOf(channel, id);
  const hidden = message.onlyFor !== null && message.onlyFor !== user.id;
  if (hidden || !sees(world, channel, user.id)) throw new Error(`${user.username} does not see that message.`);
  return message;
}

export interface Extras {
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly { readonly name: string; readonly content: string; readonly type?: string }[];
  readonly replyTo?: MessageLike;
}

/** Writing and reading, as one person. What Discord forbids is thrown as a Refusal. */
export interface Writing {
  writes(place: Place, text: string, extras?: Extras): APIMessage;
  /** Writes to the bot directly. */
  writesDm(text: string, extras?: Extras): APIMessage;
  edits(message: MessageLike, text: string): APIMessage;
  deletes(message: MessageLike): void;
  reacts(message: MessageLike, emoji: string): void;
  takesBackReaction(message: MessageLike, emoji: string): void;
  /** All that this person sees in a channel, oldest first, with what only they see. */
  sees(place: Place): APIMessage[];
  /** The direct messages with the bot. */
  seesDms(): APIMessage[];
  takesDms(yes: boolean): void;
}

export function writing(world: World, user: User): Writing {
  const shown = (message: Message) => messagePayload(world, message, user.id);
  const writes = (
    place: Place,
    content: string,
    { embeds = [], components = [], files = [], replyTo }: Extras = {},
  ) => {
    const uploads = files.map(({ name, content: text, type }, index) => ({
      index: String(index),
      filename: name,
      contentType: type ?? "text/plain",
      content: new TextEncoder().encode(text),
    }));
    const reply = replyTo ? { message_reference: { message_id: replyTo.id } } : {};
    return shown(
      sendMessage(world, placeOf(world, place), user.id, { content, embeds, components, files: uploads, ...reply }),
    );
  };
  const all = (channel: Channel) => {
    const visible = channel.messages.filter(({ onlyFor }) => onlyFor === null || onlyFor === user.id);
    return sees(world, channel, user.id) ? visible.sort((a, b) => (isLater(a.id, b.id) ? 1 : -1)).map(shown) : [];
  };
  return {
    writes,
    writesDm: (text, extras) => writes(directChannel(world, user.id), text, extras),
    edits: (message, content) => {
      const channel = placeOf(world, message.channel_id);
      return shown(editMessage(world, channel, message.id, user.id, { content }));
    },
    deletes: (message) => {
      const { onlyFor } = seenMessage(world, user, message);
      if (onlyFor === null) deleteMessage(world, placeOf(world, message.channel_id), message.id, user.id);
    },
    reacts: ({ id, channel_id }, emoji) => react(world, placeOf(world, channel_id), id, user.id, emoji),
    takesBackReaction: ({ id, channel_id }, emoji) => unreact(world, placeOf(world, channel_id), id, user.id, emoji),
    sees: (place) => all(placeOf(world, place)),
    seesDms: () => all(directChannel(world, user.id)),
    takesDms: (yes) => {
      user.takesDms = yes;
    },
  };
}
