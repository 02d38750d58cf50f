import { ChannelType, GatewayIntentBits, type Locale, PermissionFlagsBits } from "discord.js";
import { announceChannel } from "./channels.ts";
import type { Channel, Guild, Role, User } from "./entities.ts";
import { guildCreatePayload, memberPayload, rolePayload, userPayload } from "./payloads.ts";
import { addChannel, addGuild, overwriteFor, userOf, type World } from "./world.ts";

export type PermissionName = keyof typeof PermissionFlagsBits;

/** The permissions of that name together, as bits. */
export const bits = (names: readonly PermissionName[] = []): bigint =>
  names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);

/** Somebody's access to a channel: a user's or role's id, and what is allowed or denied. */
export interface Access {
  readonly who: string;
  readonly allow?: readonly PermissionName[];
  readonly deny?: readonly PermissionName[];
}

/** Furnishing the world: guilds, roles, people and channels, made by nobody in particular. */
export interface Setup {
  /** A guild with the bot in it, with these rights by a role of its own. */
  addGuild(name: string, options?: { readonly locale?: `${Locale}`; readonly bot?: readonly PermissionName[] }): Guild;
  addRole(guild: Guild, name: string, permissions?: readonly PermissionName[]): Role;
  addUser(
    name: string,
    options?: { readonly locale?: `${Locale}`; readonly bot?: boolean; readonly takesDms?: boolean },
  ): User;
  join(guild: Guild, who: { readonly id: string }, roles?: readonly Role[]): void;
  leave(guild: Guild, who: { readonly id: string }): void;
  addChannel(guild: Guild, name: string, options?: ChannelOptions): Channel;
  /** An outage of a guild and its end. */
  setAvailable(guild: Guild, available: boolean): void;
}

export interface ChannelOptions {
  readonly type?: ChannelType;
  readonly parent?: Channel;
  readonly access?: readonly Access[];
  /** Names of a forum's tags. */
  readonly tags?: readonly string[];
  readonly topic?: string;
}

export function createSetup(world: World): Setup {
  const tell = (event: string, guild: Guild, body: Record<string, unknown>, intents: number) =>
    world.announce({ event, intents, guildId: guild.id, within: null, body: () => body });
  const addUser: Setup["addUser"] = (username, { locale = "en-US", bot = false, takesDms = true } = {}) => {
    const user: User = { id: world.newId(), username, bot, takesDms, locale };
    world.users.set(user.id, user);
    return user;
  };
  const addRole: Setup["addRole"] = (guild, name, permissions = []) => {
    const role: Role = {
      id: world.newId(),
      guildId: guild.id,
      name,
      permissions: bits(permissions),
      position: guild.roles.size,
    };
    guild.roles.set(role.id, role);
    tell("GUILD_ROLE_CREATE", guild, { guild_id: guild.id, role: rolePayload(role) }, GatewayIntentBits.Guilds);
    return role;
  };
  const announceGuild = (guild: Guild) =>
    tell("GUILD_CREATE", guild, guildCreatePayload(world, guild, false), GatewayIntentBits.Guilds);
  return {
    addUser,
    addRole,
    addGuild: (name, { locale = "en-US", bot = [] } = {}) => {
      const guild = addGuild(world, name, addUser(`${name} owner`), locale);
      const role = addRole(guild, world.bot.username, bot);
      guild.members.set(world.bot.id, { userId: world.bot.id, roles: [role.id], joinedAt: world.time.now() });
      announceGuild(guild);
      return guild;
    },
    join: (guild, user, roles = []) => {
      const member = { userId: user.id, roles: roles.map(({ id }) => id), joinedAt: world.time.now() };
      guild.members.set(user.id, member);
      if (user.id === world.bot.id) return announceGuild(guild);
      tell(
        "GUILD_MEMBER_ADD",
        guild,
        { ...memberPayload(world, member), guild_id: guild.id },
        GatewayIntentBits.GuildMembers,
      );
    },
    leave: (guild, { id }) => {
      const user = userOf(world, id);
      const isBot = user.id === world.bot.id;
      if (isBot) tell("GUILD_DELETE", guild, { id: guild.id }, GatewayIntentBits.Guilds);
      else
        tell(
          "GUILD_MEMBER_REMOVE",
          guild,
          { guild_id: guild.id, user: userPayload(user) },
          GatewayIntentBits.GuildMembers,
        );
      guild.members.delete(user.id);
      for (const { guildId, thread } of world.channels.values())
        if (guildId === guild.id) thread?.members.delete(user.id);
    },
    addChannel: (guild, name, { type = ChannelType.GuildText, parent, access = [], tags = [], topic } = {}) => {
      const overwrites = access.map(({ who, allow, deny }) => overwriteFor(world, who, bits(allow), bits(deny)));
      const place = { guildId: guild.id, parentId: parent?.id ?? null, topic: topic ?? null };
      const channel = addChannel(world, { name, type, ...place, overwrites, tags });
      announceChannel(world, channel, "CHANNEL_CREATE");
      return channel;
    },
    setAvailable: (guild, available) => {
      guild.available = available;
      if (available) return announceGuild(guild);
      tell("GUILD_DELETE", guild, { id: guild.id, unavailable: true }, GatewayIntentBits.Guilds);
    },
  };
}
