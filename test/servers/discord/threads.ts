import { ChannelType, GatewayIntentBits, MessageFlags, MessageType, PermissionFlagsBits } from "discord.js";
import type { Channel, Message, Thread } from "./entities.ts";
import { messageEventPayload } from "./message-payloads.ts";
import { type Draft, putMessage, visibleMessage } from "./messages.ts";
import { demand, may, sees } from "./permissions.ts";
import { badField, Refusal } from "./refusals.ts";
import { announceThread, restartAutoArchive, setArchived, type ThreadChannel } from "./thread-life.ts";
import { addChannel, isForum, type World } from "./world.ts";

export interface NewThread {
  readonly name: string;
  readonly type?: ChannelType | null;
  readonly auto_archive_duration?: number | null;
  readonly invitable?: boolean | null;
  readonly applied_tags?: readonly string[] | null;
  /** The first message of a forum post. */
  readonly message?: Draft;
  /** The message of the parent from which the thread starts. */
  readonly from?: string;
}

/** Opens a thread or a forum post. */
export function createThread(world: World, parent: Channel, creatorId: string, wanted: NewThread): ThreadChannel {
  demand(world, parent, creatorId, rightToCreate(parent, wanted));
  if (isForum(parent) && !wanted.message) throw badField("message", "BASE_TYPE_REQUIRED", "This field is required");
  const from = wanted.from === undefined ? undefined : visibleMessage(parent, wanted.from);
  if (from && world.channels.has(from.id)) throw new Refusal(160004);
  const channel = putThread(world, parent, creatorId, wanted);
  announceThread(world, channel, "THREAD_CREATE", { newly_created: true });
  if (wanted.message) putMessage(world, channel, creatorId, wanted.message, { id: channel.id });
  else if (from) startFromMessage(world, parent, channel, from);
  else if (channel.type === ChannelType.PublicThread) {
    const reference = { channelId: channel.id, messageId: null };
    putMessage(world, parent, creatorId, { content: wanted.name }, { type: MessageType.ThreadCreated, reference });
  }
  return channel;
}

function rightToCreate(parent: Channel, { type, from }: NewThread): bigint {
  if (isForum(parent)) return PermissionFlagsBits.SendMessages;
  if (parent.type !== ChannelType.GuildText && parent.type !== ChannelType.GuildAnnouncement) throw new Refusal(50024);
  const isPublic = from !== undefined || type === ChannelType.PublicThread;
  return isPublic ? PermissionFlagsBits.CreatePublicThreads : PermissionFlagsBits.CreatePrivateThreads;
}

function putThread(world: World, parent: Channel, creatorId: string, wanted: NewThread): ThreadChannel {
  const now = world.time.now();
  const isPublic = isForum(parent) || wanted.from !== undefined;
  const thread: Thread = {
    ownerId: creatorId,
    createdAt: now,
    archived: false,
    locked: false,
    archivedAt: now,
    autoArchive: wanted.auto_archive_duration ?? 4_320,
    invitable: wanted.invitable ?? true,
    appliedTags: [...(wanted.applied_tags ?? [])],
    sent: 0,
    members: new Map([[creatorId, now]]),
    cancelAutoArchive: () => {},
  };
  const type = isPublic ? ChannelType.PublicThread : (wanted.type ?? ChannelType.PrivateThread);
  const id = wanted.from ?? world.newId();
  const channel = addChannel(world, {
    id,
    name: wanted.name,
    type,
    guildId: parent.guildId,
    parentId: parent.id,
    thread,
  });
  restartAutoArchive(world, channel as ThreadChannel);
  return channel as ThreadChannel;
}

function startFromMessage(world: World, parent: Channel, channel: ThreadChannel, from: Message): void {
  const reference = { channelId: parent.id, messageId: from.id };
  putMessage(world, channel, from.authorId, {}, { type: MessageType.ThreadStarterMessage, reference });
  from.flags |= MessageFlags.HasThread;
  const body = (open: boolean) => messageEventPayload(world, from, open);
  const intents = GatewayIntentBits.GuildMessages;
  world.announce({ event: "MESSAGE_UPDATE", intents, guildId: parent.guildId, within: parent, body });
}

export interface ThreadChange {
  readonly name?: string | null;
  readonly archived?: boolean | null;
  readonly locked?: boolean | null;
  readonly auto_archive_duration?: number | null;
  readonly applied_tags?: readonly string[] | null;
}

/** Changes a thread; in an archived one nothing can be changed but the archiving (50083). */
export function changeThread(world: World, channel: ThreadChannel, actorId: string, wanted: ThreadChange): void {
  const change = realChange(channel, wanted);
  demandToChange(world, channel, actorId, change);
  const others = Object.keys(change).some((field) => field !== "archived");
  if (channel.thread.archived && change.archived !== false && others) throw new Refusal(50083);
  if (change.archived === false) setArchived(world, channel, false);
  if (others) applyChange(world, channel, actorId, change);
  if (change.archived === true) setArchived(world, channel, true);
  else if (others) announceThread(world, channel, "THREAD_UPDATE");
}

/** The fields of a change that differ from what is; discord.js always sends the name along. */
function realChange(channel: ThreadChannel, wanted: ThreadChange): ThreadChange {
  const { thread, name } = channel;
  const now: ThreadChange = {
    name,
    archived: thread.archived,
    locked: thread.locked,
    auto_archive_duration: thread.autoArchive,
    applied_tags: thread.appliedTags,
  };
  const differs = (field: keyof ThreadChange) =>
    (wanted[field] ?? null) !== null && JSON.stringify(wanted[field]) !== JSON.stringify(now[field]);
  const fields = Object.keys(now) as (keyof ThreadChange)[];
  return Object.fromEntries(fields.filter(differs).map((field) => [field, wanted[field]]));
}

function applyChange(world: World, channel: ThreadChannel, actorId: string, change: ThreadChange): void {
  const { thread } = channel;
  thread.locked = change.locked ?? thread.locked;
  thread.autoArchive = change.auto_archive_duration ?? thread.autoArchive;
  thread.appliedTags = [...(change.applied_tags ?? thread.appliedTags)];
  if (typeof change.name === "string" && change.name !== channel.name) {
    channel.name = change.name;
    putMessage(world, channel, actorId, { content: change.name }, { type: MessageType.ChannelNameChange });
  }
}

function demandToChange(world: World, channel: ThreadChannel, actorId: string, change: ThreadChange): void {
  if (!sees(world, channel, actorId)) throw new Refusal(50001);
  if (may(world, channel, actorId, PermissionFlagsBits.ManageThreads)) return;
  const { locked, ownerId } = channel.thread;
  const onlyWakes = change.archived === false && Object.keys(change).length === 1;
  const mayWrite = may(world, channel, actorId, PermissionFlagsBits.SendMessagesInThreads);
  const allowed = !locked && typeof change.locked !== "boolean" && (ownerId === actorId || (onlyWakes && mayWrite));
  if (!allowed) throw new Refusal(50013);
}
