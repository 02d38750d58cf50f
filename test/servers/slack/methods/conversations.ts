import { channelShape } from "../directory-shapes.ts";
import type { Json } from "../json.ts";
import { type Call, channelOf, channelScope, type Methods, page } from "../method.ts";
import { SlackError } from "../slack-error.ts";
import type { Channel } from "../workspace.ts";

const READ_ANY = ["channels:read", "groups:read", "im:read", "mpim:read"];

/** conversations.* but for reading messages, and users.conversations. */
export const conversationMethods: Methods = {
  "conversations.info": {
    tier: 3,
    scopes: channelScope("read"),
    args: "channel! include_locale include_num_members",
    run(call) {
      const channel = channelOf(call);
      const count = call.args.flag("include_num_members") && { num_members: channel.members.size };
      return { channel: { ...channelShape(channel, call.workspace), ...count } };
    },
  },
  "conversations.members": {
    tier: 4,
    scopes: channelScope("read"),
    args: "channel! limit cursor",
    run(call) {
      const members = [...channelOf(call).members];
      const { items, next } = page(members, call.args.count("limit", 100, 1000), call.args.text("cursor"));
      return { members: items, response_metadata: { next_cursor: next } };
    },
  },
  "conversations.join": {
    tier: 3,
    scopes: ["channels:join"],
    args: "channel!",
    run(call) {
      const channel = channelOf(call);
      const { workspace, backstage } = call;
      if (channel.kind !== "public") throw new SlackError("method_not_supported_for_channel_type");
      if (channel.archived) throw new SlackError("is_archived");
      const already = channel.members.has(workspace.botUser);
      if (!already) backstage.happenings.joined(channel, workspace.botUser);
      const warning = already && {
        warning: "already_in_channel",
        response_metadata: { warnings: ["already_in_channel"] },
      };
      return { channel: channelShape(channel, workspace), ...warning };
    },
  },
  "conversations.open": {
    tier: 3,
    scopes: ["im:write", "mpim:write"],
    args: "channel users return_im prevent_creation",
    run: openConversation,
  },
  "conversations.list": { tier: 2, scopes: READ_ANY, args: "types exclude_archived limit cursor", run: list(false) },
  "users.conversations": {
    tier: 3,
    scopes: READ_ANY,
    args: "types exclude_archived exclude_muted limit cursor user",
    run: list(true),
  },
};

function openConversation({ workspace, args, backstage }: Call): Json {
  const id = args.text("channel");
  if (id !== undefined) {
    const channel = workspace.channels.get(id);
    if (!channel?.members.has(workspace.botUser)) throw new SlackError("channel_not_found");
    if (channel.kind !== "im" && channel.kind !== "mpim") {
      throw new SlackError("method_not_supported_for_channel_type");
    }
    return { no_op: true, already_open: true, channel: opened(channel, args.flag("return_im"), workspace) };
  }
  const users = (args.text("users") ?? "").split(",").filter((user) => user !== "");
  if (users.length === 0) throw new SlackError("users_list_not_supplied");
  if (users.length > 8) throw new SlackError("too_many_users");
  for (const user of users) {
    const person = workspace.people.get(user);
    if (!person) throw new SlackError("user_not_found");
    if (person.isBot) throw new SlackError("cannot_dm_bot");
    if (person.deleted) throw new SlackError("user_disabled");
    if (person.refusesDirectMessages) throw new SlackError(person.refusesDirectMessages);
  }
  const { channel, existed } = backstage.world.directChannel(workspace, users);
  const noOp = existed && { no_op: true, already_open: true };
  return { ...noOp, channel: opened(channel, args.flag("return_im"), workspace) };
}

function opened(channel: Channel, whole: boolean, workspace: Call["workspace"]): Json {
  return whole ? channelShape(channel, workspace) : { id: channel.id };
}

const TYPES = { public: "public_channel", private: "private_channel", im: "im", mpim: "mpim" } as const;

function list(onlyJoined: boolean): (call: Call) => Json {
  return ({ workspace, args }) => {
    const types = (args.text("types") ?? "public_channel").split(",").map((type) => type.trim());
    const channels = [...workspace.channels.values()].filter(({ kind, members, archived }) => {
      const joined = members.has(workspace.botUser);
      if (!types.includes(TYPES[kind]) || (archived && args.flag("exclude_archived"))) return false;
      return joined || (!onlyJoined && kind === "public");
    });
    const { items, next } = page(channels, args.count("limit", 100, 999), args.text("cursor"));
    const shapes = items.map((channel) => channelShape(channel, workspace));
    return { channels: shapes, response_metadata: { next_cursor: next } };
  };
}
