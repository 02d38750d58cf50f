import { ApplicationCommandOptionType as OptionType } from "discord.js";
import type { Command, CommandOption } from "./commands.ts";
import type { Component } from "./components.ts";
import type { Json, Message } from "./entities.ts";
import type { Interaction } from "./interactions.ts";
import { messageEventPayload } from "./message-payloads.ts";
import { channelForPerson, memberFields, rolePayload, userPayload } from "./payloads.ts";
import { permissionsIn } from "./permissions.ts";
import { userOf, type World } from "./world.ts";

/** INTERACTION_CREATE: who, where, and what they did. */
export function interactionPayload(world: World, interaction: Interaction, data: Json): Json {
  const { channel, userId, message } = interaction;
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  const user = userOf(world, userId);
  const member = guild?.members.get(userId);
  const rights = String(permissionsIn(world, channel, userId));
  const person = member
    ? { member: { ...memberFields(member), user: userPayload(user), permissions: rights } }
    : { user: userPayload(user) };
  return {
    id: interaction.id,
    application_id: world.bot.id,
    type: interaction.type,
    data,
    ...(guild
      ? { guild: { id: guild.id, locale: guild.locale, features: [] }, guild_id: guild.id, guild_locale: guild.locale }
      : {}),
    channel: channelForPerson(world, channel, userId),
    channel_id: channel.id,
    ...person,
    token: interaction.token,
    version: 1,
    ...(message ? { message: withoutGuild(messageEventPayload(world, message, true)) } : {}),
    app_permissions: String(permissionsIn(world, channel, world.bot.id)),
    locale: user.locale,
    entitlements: [],
    authorizing_integration_owners: { "0": guild?.id ?? "0" },
    context: guild ? 0 : 1,
    attachment_size_limit: 10_485_760,
  };
}

const withoutGuild = ({ guild_id: _, member: __, ...rest }: Json): Json => rest;

export const componentData = ({ type, id, custom_id }: Component, values: readonly string[]): Json => ({
  component_type: type,
  id,
  custom_id,
  ...(type === 2 ? {} : { values }),
});

/** The data of a submitted form: the same tree with what was entered. */
export function submittedData(
  customId: string,
  components: readonly Component[],
  values: Readonly<Record<string, string | string[]>>,
): Json {
  let last = 0;
  const entered = (component: Component): Json => {
    const id = component.id ? component.id : ++last;
    const { type, custom_id } = component;
    if (component.component) return { type, id, component: entered(component.component) };
    if (component.components) return { type, id, components: component.components.map(entered) };
    const value = values[custom_id ?? ""];
    if (type === 10) return { type, id };
    if (type === 4) return { type, id, custom_id, value: value ?? component.value ?? "" };
    if (type === 21) return { type, id, custom_id, value: value ?? null };
    if (type === 23) return { type, id, custom_id, value: value === "true" };
    return { type, id, custom_id, values: value === undefined ? [] : [value].flat() };
  };
  return { custom_id: customId, components: components.map(entered), resolved: {} };
}

export type OptionValue = string | number | boolean;

/** The data of a slash command; `path` is the command with its subcommands. */
export function slashData(
  world: World,
  guildId: string | null,
  command: Command,
  path: readonly string[],
  values: Readonly<Record<string, OptionValue>>,
): Json {
  const resolved: { users: Json; members: Json; roles: Json } = { users: {}, members: {}, roles: {} };
  const filled = (options: readonly CommandOption[]): Json[] => {
    for (const name of Object.keys(values)) {
      if (!options.some((option) => option.name === name))
        throw new Error(`"/${path.join(" ")}" has no option "${name}".`);
    }
    return options.flatMap((option) => {
      const value = values[option.name];
      if (value === undefined && option.required)
        throw new Error(`"/${path.join(" ")}" needs the option "${option.name}".`);
      if (value === undefined) return [];
      resolve(world, guildId, option, String(value), resolved);
      return [{ name: option.name, type: option.type, value }];
    });
  };
  const nested = (options: readonly CommandOption[], [step, ...rest]: readonly string[]): Json[] => {
    if (step === undefined) return filled(options);
    const chosen = options.find(({ name, type }) => name === step && type <= OptionType.SubcommandGroup);
    if (!chosen) throw new Error(`"/${path.join(" ")}" is not registered: there is no subcommand "${step}".`);
    return [{ name: chosen.name, type: chosen.type, options: nested(chosen.options ?? [], rest) }];
  };
  const options = nested(command.options ?? [], path.slice(1));
  return { ...commandFields(command), options, resolved };
}

function commandFields({ id, name, type, guild_id }: Command): Json {
  return { id, name, type, ...(guild_id === undefined ? {} : { guild_id }) };
}

function resolve(
  world: World,
  guildId: string | null,
  option: CommandOption,
  id: string,
  into: { users: Json; members: Json; roles: Json },
): void {
  const guild = guildId === null ? undefined : world.guilds.get(guildId);
  const user = world.users.get(id);
  const member = guild?.members.get(id);
  if (option.type === OptionType.User || option.type === OptionType.Mentionable) {
    if (user) into.users[id] = userPayload(user);
    if (member) into.members[id] = { ...memberFields(member), permissions: "0" };
  }
  const role = guild?.roles.get(id);
  if (role && option.type >= OptionType.Role) into.roles[id] = rolePayload(role);
}

/** The data of a message menu command: the target is given in full whatever the intents. */
export const messageMenuData = (world: World, command: Command, target: Message): Json => ({
  ...commandFields(command),
  target_id: target.id,
  resolved: { messages: { [target.id]: withoutGuild(messageEventPayload(world, target, true)) } },
});
