import { ChannelType, type Locale, OverwriteType, PermissionFlagsBits } from "discord.js";
import type { Channel, Guild, Json, Member, Message, Overwrite, Role, Thread, User } from "./entities.ts";
import { Refusal } from "./refusals.ts";
import { type Clocks, createSnowflakes, type TimeSource } from "./time.ts";

/** Something that bots are told of over the gateway. */
export interface Announcement {
  readonly event: string;
  /** Intents, one of which is needed; 0 is for everybody. */
  readonly intents: number;
  readonly guildId: string | null;
  /** Told only to those who see this channel; null if it is for all of the guild. */
  readonly within: Channel | null;
  /** The body; `open` says whether the words of others may be in it. */
  readonly body: (open: boolean) => Json;
}

/** Switches of the application in Discord's portal. */
export interface Portal {
  messageContent: boolean;
  guildMembers: boolean;
  presences: boolean;
}

/** The switches as flags of the application, as for a bot that few people see: the "limited" ones. */
export const applicationFlags = ({ presences, guildMembers, messageContent }: Portal): number =>
  (presences ? 1 << 13 : 0) | (guildMembers ? 1 << 15 : 0) | (messageContent ? 1 << 19 : 0);

/** Everything that this Discord knows. */
export interface World {
  readonly time: TimeSource;
  readonly clocks: Clocks;
  readonly portal: Portal;
  /** The application under test; its id is also the application's id. */
  readonly bot: User;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** Where attachments are fetched, without a slash at the end. */
  baseUrl: string;
  newId(): string;
  announce(announcement: Announcement): void;
  onAnnouncement(listener: (announcement: Announcement) => void): void;
}

export interface WorldOptions {
  readonly time: TimeSource;
  readonly clocks: Clocks;
  readonly portal: Portal;
  readonly botName: string;
}

export function createWorld({ time, clocks, portal, botName }: WorldOptions): World {
  const newId = createSnowflakes(time);
  const bot: User = { id: newId(), username: botName, bot: true, takesDms: false, locale: "en-US" as Locale };
  const listeners: ((announcement: Announcement) => void)[] = [];
  return {
    time,
    clocks,
    portal,
    bot,
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    baseUrl: "",
    newId,
    announce: (announcement) => {
      for (const listener of listeners) listener(announcement);
    },
    onAnnouncement: (listener) => void listeners.push(listener),
  };
}

export function channelOf(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (!channel) throw new Refusal(10003);
  return channel;
}

/** A guild in which the bot is. */
export function guildOf(world: World, id: string): Guild {
  const guild = world.guilds.get(id);
  if (!guild?.members.has(world.bot.id)) throw new Refusal(10004);
  return guild;
}

export function userOf(world: World, id: string): User {
  const user = world.users.get(id);
  if (!user) throw new Refusal(10013);
  return user;
}

export function memberOf(guild: Guild, userId: string): Member {
  const member = guild.members.get(userId);
  if (!member) throw new Refusal(10007);
  return member;
}

export function messageOf(channel: Channel, id: string): Message {
  const message = channel.messages.find((each) => each.id === id);
  if (!message) throw new Refusal(10008);
  return message;
}

const EVERYONE =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.CreatePrivateThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands;

/** A new guild with nobody in it but its owner. */
export function addGuild(world: World, name: string, owner: User, locale: `${Locale}`): Guild {
  const id = world.newId();
  const everyone: Role = { id, guildId: id, name: "@everyone", permissions: EVERYONE, position: 0 };
  const guild: Guild = {
    id,
    name,
    ownerId: owner.id,
    locale,
    available: true,
    roles: new Map([[id, everyone]]),
    members: new Map([[owner.id, { userId: owner.id, roles: [], joinedAt: world.time.now() }]]),
  };
  world.guilds.set(id, guild);
  return guild;
}

export interface NewChannel {
  readonly name: string;
  readonly type: ChannelType;
  readonly guildId?: string | null;
  readonly parentId?: string | null;
  readonly topic?: string | null;
  readonly overwrites?: readonly Overwrite[];
  readonly recipients?: readonly string[];
  readonly tags?: readonly string[];
  readonly thread?: Thread | null;
  readonly id?: string;
}

/** Puts a channel into the world without telling anybody. */
export function addChannel(world: World, wanted: NewChannel): Channel {
  const channel: Channel = {
    id: wanted.id ?? world.newId(),
    type: wanted.type,
    guildId: wanted.guildId ?? null,
    parentId: wanted.parentId ?? null,
    name: wanted.name,
    topic: wanted.topic ?? null,
    position: world.channels.size,
    overwrites: new Map((wanted.overwrites ?? []).map((overwrite) => [overwrite.id, overwrite])),
    tags: (wanted.tags ?? []).map((name) => ({
      id: world.newId(),
      name,
      moderated: false,
      emoji_id: null,
      emoji_name: null,
    })),
    recipients: wanted.recipients ?? [],
    thread: wanted.thread ?? null,
    messages: [],
    lastMessageId: null,
  };
  world.channels.set(channel.id, channel);
  return channel;
}

/** Overwrites as a person thinks of them: who (role or user id), what is allowed, what is denied. */
export function overwriteFor(world: World, who: string, allow: bigint, deny: bigint): Overwrite {
  const type = world.users.has(who) ? OverwriteType.Member : OverwriteType.Role;
  return { id: who, type, allow, deny };
}

export const isThread = (channel: Channel): channel is Channel & { thread: Thread; guildId: string } =>
  channel.thread !== null;

export const isForum = ({ type }: Channel): boolean =>
  type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
