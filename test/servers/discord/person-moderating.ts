import { ChannelType } from "discord.js";
import { changeChannel, createChannel, deleteChannel, removeOverwrite, setOverwrite } from "./channels.ts";
import type { Channel, Guild, User } from "./entities.ts";
import { sendMessage } from "./messages.ts";
import { type MessageLike, type Place, placeOf } from "./person-writing.ts";
import { type Access, bits, type ChannelOptions } from "./setup.ts";
import type { ThreadChannel } from "./thread-life.ts";
import { addToThread, removeFromThread } from "./thread-members.ts";
import { changeThread, createThread, type ThreadChange } from "./threads.ts";
import { isForum, isThread, overwriteFor, type World } from "./world.ts";

export interface ThreadOptions {
  readonly private?: boolean;
  /** The first message: of a forum post, or written into a thread at once. */
  readonly text?: string;
  /** The message from which the thread starts. */
  readonly from?: MessageLike;
  /** Names of tags of the forum. */
  readonly tags?: readonly string[];
  /** Minutes: 60, 1440, 4320 or 10080. */
  readonly autoArchive?: number;
}

/** Threads, ticket channels and access, as one person. What Discord forbids is thrown as a Refusal. */
export interface Moderating {
  createsThread(place: Place, name: string, options?: ThreadOptions): Channel;
  archives(thread: Place, options?: { readonly lock?: boolean }): void;
  unarchives(thread: Place): void;
  locks(thread: Place): void;
  unlocks(thread: Place): void;
  /** Sets the tags of a forum post, by name. */
  tags(post: Place, names: readonly string[]): void;
  addsToThread(thread: Place, who: { readonly id: string }): void;
  removesFromThread(thread: Place, who: { readonly id: string }): void;
  createsChannel(guild: Guild, name: string, options?: Pick<ChannelOptions, "parent" | "access" | "type">): Channel;
  renames(place: Place, name: string): void;
  movesToCategory(place: Place, category: Place): void;
  setsAccess(place: Place, access: Access): void;
  removesAccess(place: Place, who: { readonly id: string }): void;
  deletesChannel(place: Place): void;
}

export function moderating(world: World, user: User): Moderating {
  const thread = (place: Place): ThreadChannel => {
    const channel = placeOf(world, place);
    if (isThread(channel)) return channel;
    throw new Error(`"${channel.name}" is not a thread.`);
  };
  const change = (place: Place, wanted: ThreadChange) => changeThread(world, thread(place), user.id, wanted);
  return {
    createsThread: (place, name, options = {}) => startThread(world, user, placeOf(world, place), name, options),
    archives: (place, { lock = false } = {}) =>
      change(place, lock ? { archived: true, locked: true } : { archived: true }),
    unarchives: (place) => change(place, { archived: false }),
    locks: (place) => change(place, { locked: true }),
    unlocks: (place) => change(place, { locked: false }),
    tags: (place, names) => {
      const forum = placeOf(world, thread(place).parentId ?? "");
      change(place, { applied_tags: tagIds(forum, names) });
    },
    addsToThread: (place, who) => addToThread(world, thread(place), user.id, who.id),
    removesFromThread: (place, who) => removeFromThread(world, thread(place), user.id, who.id),
    createsChannel: (guild, name, { parent, access = [], type = ChannelType.GuildText } = {}) => {
      const overwrites = access.map(({ who, allow, deny }) => overwriteFor(world, who, bits(allow), bits(deny)));
      return createChannel(world, guild, user.id, { name, type, parentId: parent?.id ?? null, overwrites });
    },
    renames: (place, name) => {
      const channel = placeOf(world, place);
      if (isThread(channel)) changeThread(world, channel, user.id, { name });
      else changeChannel(world, channel, user.id, { name });
    },
    movesToCategory: (place, category) =>
      changeChannel(world, placeOf(world, place), user.id, { parentId: placeOf(world, category).id }),
    setsAccess: (place, { who, allow, deny }) =>
      setOverwrite(world, placeOf(world, place), user.id, overwriteFor(world, who, bits(allow), bits(deny))),
    removesAccess: (place, who) => removeOverwrite(world, placeOf(world, place), user.id, who.id),
    deletesChannel: (place) => deleteChannel(world, placeOf(world, place), user.id),
  };
}

function tagIds(forum: Channel, names: readonly string[]): string[] {
  return names.map((tag) => {
    const found = forum.tags.find((each) => each.name === tag);
    if (found) return found.id;
    throw new Error(`The forum "${forum.name}" has no tag "${tag}".`);
  });
}

function startThread(world: World, user: User, parent: Channel, name: string, options: ThreadOptions): Channel {
  const { text, from, tags = [], autoArchive } = options;
  const applied_tags = tagIds(parent, tags);
  const thread = createThread(world, parent, user.id, {
    name,
    applied_tags,
    type: options.private ? ChannelType.PrivateThread : ChannelType.PublicThread,
    ...(autoArchive === undefined ? {} : { auto_archive_duration: autoArchive }),
    ...(from ? { from: from.id } : {}),
    ...(isForum(parent) ? { message: { content: text ?? name } } : {}),
  });
  if (text !== undefined && !isForum(parent)) sendMessage(world, thread, user.id, { content: text });
  return thread;
}
