import type { ChannelType, OverwriteType } from "discord.js";
import { changeChannel, createChannel, deleteChannel, removeOverwrite, setOverwrite } from "./channels.ts";
import type { Channel, Json, Overwrite } from "./entities.ts";
import { channelPayload } from "./payloads.ts";
import { demand } from "./permissions.ts";
import { badField } from "./refusals.ts";
import { type Backstage, type Call, created, done, ok, param, type Route } from "./routes.ts";
import { changeThread, type ThreadChange } from "./threads.ts";
import { channelOf, guildOf, isThread, type World } from "./world.ts";

const CHANNEL = "/channels/{channel_id}";
const THREAD_FIELDS = [
  "name",
  "archived",
  "locked",
  "invitable",
  "auto_archive_duration",
  "rate_limit_per_user",
  "flags",
  "applied_tags",
];
const CHANNEL_FIELDS = [
  "name",
  "type",
  "position",
  "topic",
  "nsfw",
  "rate_limit_per_user",
  "parent_id",
  "lock_permissions",
  "permission_overwrites",
];
const FORUM_FIELDS = ["available_tags", "default_auto_archive_duration", "default_thread_rate_limit_per_user", "flags"];

export function channelRoutes({ world }: Backstage): Route[] {
  const channel = (call: Call) => channelOf(world, param(call, "channel_id"));
  return [
    {
      on: `GET ${CHANNEL}`,
      handle: (call) => {
        demand(world, channel(call), world.bot.id, 0n);
        return ok(channelPayload(world, channel(call)));
      },
    },
    {
      on: `PATCH ${CHANNEL}`,
      fields: [...new Set([...THREAD_FIELDS, ...CHANNEL_FIELDS, ...FORUM_FIELDS])],
      handle: (call) => {
        patchChannel(world, channel(call), call.body);
        return ok(channelPayload(world, channel(call)));
      },
    },
    {
      on: `DELETE ${CHANNEL}`,
      handle: (call) => {
        const payload = channelPayload(world, channel(call));
        deleteChannel(world, channel(call), world.bot.id);
        return ok(payload);
      },
    },
    {
      on: "POST /guilds/{guild_id}/channels",
      fields: [...CHANNEL_FIELDS, ...FORUM_FIELDS],
      handle: (call) => {
        const guild = guildOf(world, param(call, "guild_id"));
        const { name, type, parent_id, topic } = call.body as {
          name: string;
          type?: ChannelType;
          parent_id?: string;
          topic?: string;
        };
        const overwrites = overwritesOf(call.body);
        const wanted = {
          name,
          type: type ?? 0,
          parentId: parent_id ?? null,
          topic: topic ?? null,
          ...(overwrites ? { overwrites } : {}),
        };
        return created(channelPayload(world, createChannel(world, guild, world.bot.id, wanted)));
      },
    },
    {
      on: `PUT ${CHANNEL}/permissions/{overwrite_id}`,
      fields: ["id", "allow", "deny", "type"],
      handle: (call) => {
        setOverwrite(
          world,
          channel(call),
          world.bot.id,
          overwriteOf({ ...call.body, id: param(call, "overwrite_id") }),
        );
        return done;
      },
    },
    {
      on: `DELETE ${CHANNEL}/permissions/{overwrite_id}`,
      handle: (call) => {
        removeOverwrite(world, channel(call), world.bot.id, param(call, "overwrite_id"));
        return done;
      },
    },
  ];
}

function patchChannel(world: World, channel: Channel, body: Json): void {
  const { name } = body;
  if (typeof name === "string" && (name.length < 1 || name.length > 100)) {
    throw badField("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
  }
  if (isThread(channel)) {
    changeThread(world, channel, world.bot.id, body as ThreadChange);
    return;
  }
  const { topic, position, parent_id } = body as {
    topic?: string | null;
    position?: number | null;
    parent_id?: string | null;
  };
  const overwrites = overwritesOf(body);
  changeChannel(world, channel, world.bot.id, {
    ...(typeof name === "string" ? { name } : {}),
    ...(topic === undefined ? {} : { topic }),
    ...(position === undefined ? {} : { position }),
    ...(parent_id === undefined ? {} : { parentId: parent_id }),
    ...(overwrites ? { overwrites } : {}),
  });
}

const overwritesOf = ({ permission_overwrites: given }: Json): Overwrite[] | undefined =>
  Array.isArray(given) ? (given as Json[]).map(overwriteOf) : undefined;

const overwriteOf = ({ id, type, allow, deny }: Json): Overwrite => ({
  id: String(id),
  type: Number(type ?? 0) as OverwriteType,
  allow: BigInt(String(allow ?? 0)),
  deny: BigInt(String(deny ?? 0)),
});
