import type { Json } from "./entities.ts";
import { Refusal } from "./refusals.ts";
import type { World } from "./world.ts";

export interface CommandOption extends Json {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean;
  readonly options?: readonly CommandOption[];
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
}

/** A registered command as Discord gives it back. */
export interface Command extends Json {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly guild_id?: string;
  readonly default_member_permissions: string | null;
  readonly options?: readonly CommandOption[];
}

/** Commands of the application, per guild and (key null) for all. */
export interface Commands {
  list(guildId: string | null): readonly Command[];
  /** Takes the whole list in place of the former one; a command of the same type and name keeps its id. */
  replace(guildId: string | null, wanted: readonly Json[]): readonly Command[];
  put(guildId: string | null, wanted: Json): Command;
  remove(guildId: string | null, id: string): void;
  /** The command that a person in this guild means, the guild's own before the common one. */
  find(guildId: string | null, name: string, type: number): Command | undefined;
}

export function createCommands(world: World): Commands {
  const byPlace = new Map<string | null, Command[]>();
  const list = (guildId: string | null) => byPlace.get(guildId) ?? [];
  const made = (guildId: string | null, wanted: Json): Command => {
    const same = list(guildId).find(({ name, type }) => name === wanted.name && type === (wanted.type ?? 1));
    return asRegistered(world, guildId, wanted, same?.id ?? world.newId());
  };
  return {
    list,
    replace: (guildId, wanted) => {
      byPlace.set(
        guildId,
        wanted.map((each) => made(guildId, each)),
      );
      return list(guildId);
    },
    put: (guildId, wanted) => {
      const command = made(guildId, wanted);
      byPlace.set(guildId, [...list(guildId).filter(({ id }) => id !== command.id), command]);
      return command;
    },
    remove: (guildId, id) => {
      if (!list(guildId).some((command) => command.id === id)) throw new Refusal(10063);
      byPlace.set(
        guildId,
        list(guildId).filter((command) => command.id !== id),
      );
    },
    find: (guildId, name, type) =>
      [...(guildId === null ? [] : list(guildId)), ...list(null)].find(
        (each) => each.name === name && each.type === type,
      ),
  };
}

function asRegistered(world: World, guildId: string | null, wanted: Json, id: string): Command {
  const permissions = wanted.default_member_permissions ?? null;
  return {
    ...withoutNulls(wanted),
    id,
    application_id: world.bot.id,
    version: world.newId(),
    default_member_permissions: permissions === null ? null : String(permissions),
    type: Number(wanted.type ?? 1),
    name: String(wanted.name),
    name_localizations: wanted.name_localizations ?? null,
    description: wanted.description ?? "",
    description_localizations: wanted.description_localizations ?? null,
    nsfw: wanted.nsfw ?? false,
    ...(guildId === null ? { contexts: wanted.contexts ?? null } : { guild_id: guildId, contexts: null }),
    integration_types: wanted.integration_types ?? [0],
  };
}

const withoutNulls = (wanted: Json): Json =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null && value !== undefined));
