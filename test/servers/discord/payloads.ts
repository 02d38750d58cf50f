import { ChannelType, type Locale } from "discord.js";
import type { Channel, Guild, Json, Member, Role, Thread, User } from "./entities.ts";
import { permissionsIn } from "./permissions.ts";
import { isForum, isThread, type World } from "./world.ts";

export const isoTime = (ms: number): string => new Date(ms).toISOString().replace("Z", "000+00:00");

export function userPayload(user: User): Json {
  return {
    id: user.id,
    username: user.username,
    avatar: null,
    discriminator: user.bot ? "0001" : "0",
    public_flags: 0,
    flags: 0,
    ...(user.bot ? { bot: true } : {}),
    global_name: user.bot ? null : user.username,
    primary_guild: null,
  };
}

export function rolePayload(role: Role): Json {
  return {
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    position: role.position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** A member without the user, as it stands in messages. */
export function memberFields(member: Member): Json {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: isoTime(member.joinedAt),
    nick: null,
    pending: false,
    premium_since: null,
    roles: member.roles,
    mute: false,
    deaf: false,
  };
}

export function memberPayload(world: World, member: Member): Json {
  const user = world.users.get(member.userId);
  return { ...memberFields(member), user: user ? userPayload(user) : null };
}

export function threadMemberPayload(channel: Channel & { thread: Thread }, userId: string): Json {
  const joined = channel.thread.members.get(userId) ?? channel.thread.createdAt;
  return { id: channel.id, user_id: userId, join_timestamp: isoTime(joined), flags: 0 };
}

/** A channel or thread as the bot gets it. */
export function channelPayload(world: World, channel: Channel): Json {
  if (isThread(channel)) return threadPayload(world, channel);
  const common = { id: channel.id, type: channel.type, last_message_id: channel.lastMessageId, flags: 0 };
  if (channel.guildId === null) {
    const others = channel.recipients.filter((id) => id !== world.bot.id);
    return { ...common, recipients: others.flatMap((id) => world.users.get(id) ?? []).map(userPayload) };
  }
  return {
    ...common,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    rate_limit_per_user: 0,
    topic: channel.topic,
    position: channel.position,
    permission_overwrites: [...channel.overwrites.values()].map((overwrite) => ({
      ...overwrite,
      allow: String(overwrite.allow),
      deny: String(overwrite.deny),
    })),
    nsfw: false,
    ...(isForum(channel)
      ? {
          available_tags: channel.tags,
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {}),
  };
}

function threadPayload(world: World, channel: Channel & { thread: Thread; guildId: string }): Json {
  const { thread } = channel;
  return {
    id: channel.id,
    type: channel.type,
    last_message_id: channel.lastMessageId,
    flags: 0,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    rate_limit_per_user: 0,
    owner_id: thread.ownerId,
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: isoTime(thread.archivedAt),
      auto_archive_duration: thread.autoArchive,
      locked: thread.locked,
      create_timestamp: isoTime(thread.createdAt),
      ...(channel.type === ChannelType.PrivateThread ? { invitable: thread.invitable } : {}),
    },
    message_count: channel.messages.filter(({ onlyFor }) => onlyFor === null).length,
    member_count: thread.members.size,
    total_message_sent: thread.sent,
    applied_tags: thread.appliedTags,
    ...(thread.members.has(world.bot.id) ? { member: threadMemberPayload(channel, world.bot.id) } : {}),
  };
}

/** A channel as it stands in an interaction: with the rights of the person there. */
export function channelForPerson(world: World, channel: Channel, userId: string): Json {
  return { ...channelPayload(world, channel), permissions: String(permissionsIn(world, channel, userId)) };
}

/** A guild as REST gives it. */
export function guildPayload(guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale satisfies `${Locale}`,
    roles: [...guild.roles.values()].map(rolePayload),
    ...plainGuild,
  };
}

const plainGuild: Json = {
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  features: [],
  banner: null,
  application_id: null,
  region: "deprecated",
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  emojis: [],
  stickers: [],
  incidents_data: null,
};

/** A guild as GUILD_CREATE gives it: with channels, the bot's and known members, and active threads that it sees. */
export function guildCreatePayload(world: World, guild: Guild, everyMember: boolean): Json {
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  const threads = channels.filter(isThread).filter(({ thread }) => !thread.archived);
  const seen = threads.filter((thread) => permissionsIn(world, thread, world.bot.id) !== 0n);
  const members = [...guild.members.values()].filter(({ userId }) => everyMember || userId === world.bot.id);
  return {
    ...guildPayload(guild),
    joined_at: isoTime(guild.members.get(world.bot.id)?.joinedAt ?? 0),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: members.map((member) => memberPayload(world, member)),
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => channelPayload(world, channel)),
    threads: seen.map((thread) => channelPayload(world, thread)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
