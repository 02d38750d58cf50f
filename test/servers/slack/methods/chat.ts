import { contentOf } from "../content.ts";
import type { Json } from "../json.ts";
import { messageShape } from "../message-shapes.ts";
import type { Message, NewMessage } from "../messages.ts";
import { type Call, channelOf, type Methods } from "../method.ts";
import { SlackError } from "../slack-error.ts";
import type { Channel } from "../workspace.ts";

const POST_ARGS =
  "channel! text blocks attachments markdown_text thread_ts metadata parse link_names username icon_emoji icon_url as_user";

/** Most bytes of an edited text. */
const LONGEST_EDIT = 4_000;

/** chat.*: the bot's own messages. */
export const chatMethods: Methods = {
  "chat.postMessage": {
    tier: "post",
    scopes: ["chat:write"],
    args: `${POST_ARGS} mrkdwn reply_broadcast unfurl_links unfurl_media`,
    tolerated: "client_msg_id",
    run(call) {
      const channel = postable(call);
      const { args, workspace, backstage } = call;
      const broadcast = args.flag("reply_broadcast") && args.text("thread_ts") !== undefined;
      const message = backstage.happenings.posted({
        ...draft(call, channel),
        ...(broadcast && { broadcast, subtype: "thread_broadcast" }),
      });
      const shape = messageShape(message, workspace, backstage.world.app.id);
      return { channel: channel.id, ts: message.ts, message: withMetadata(shape, message) };
    },
  },
  "chat.postEphemeral": {
    tier: 4,
    scopes: ["chat:write"],
    args: `${POST_ARGS} user!`,
    run(call) {
      const channel = postable(call);
      const onlyFor = call.args.need("user");
      if (!channel.members.has(onlyFor)) throw new SlackError("user_not_in_channel");
      const message = call.backstage.happenings.posted({ ...draft(call, channel), onlyFor });
      return { message_ts: message.ts };
    },
  },
  "chat.update": {
    tier: 3,
    scopes: ["chat:write"],
    args: "channel! ts! text blocks attachments markdown_text metadata parse link_names reply_broadcast file_ids as_user",
    run(call) {
      const message = ownMessage(call, "ts", "cant_update_message");
      const { workspace, backstage } = call;
      const content = contentOf(call, message.content);
      if (Buffer.byteLength(content.text) > LONGEST_EDIT) throw new SlackError("msg_too_long");
      backstage.happenings.edited(message, content, workspace.botUser);
      const shape = messageShape(message, workspace, backstage.world.app.id);
      return {
        channel: message.channel,
        ts: message.ts,
        text: message.content.text,
        message: withMetadata(shape, message),
      };
    },
  },
  "chat.delete": {
    tier: 3,
    scopes: ["chat:write"],
    args: "channel! ts! as_user",
    run(call) {
      const message = ownMessage(call, "ts", "cant_delete_message");
      call.backstage.happenings.deleted(message);
      return { channel: message.channel, ts: message.ts };
    },
  },
  "chat.getPermalink": {
    tier: "unmetered",
    args: "channel! message_ts!",
    run(call) {
      const channel = channelOf(call);
      const message = standing(call, channel, "message_ts");
      const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : "";
      const path = `archives/${channel.id}/p${message.ts.replace(".", "")}`;
      return { channel: channel.id, permalink: `https://${call.workspace.domain}.slack.com/${path}${thread}` };
    },
  },
};

function postable(call: Call): Channel {
  const { workspace, args, backstage } = call;
  const id = args.need("channel");
  const person = workspace.people.get(id);
  if (person?.isBot) throw new SlackError("cannot_dm_bot");
  if (person?.refusesDirectMessages || person?.deleted) throw new SlackError("channel_not_found");
  const channel = person ? backstage.world.directChannel(workspace, [id]).channel : channelOf(call);
  if (channel.archived) throw new SlackError("is_archived");
  if (!channel.members.has(workspace.botUser)) throw new SlackError("not_in_channel");
  if (channel.restriction) throw new SlackError(channel.restriction);
  return channel;
}

function draft(call: Call, channel: Channel): NewMessage {
  const { workspace, args } = call;
  const username = args.text("username");
  const customized = username ?? args.text("icon_emoji") ?? args.text("icon_url");
  if (customized && !workspace.scopes.has("chat:write.customize")) {
    throw new SlackError("missing_scope", {
      needed: "chat:write.customize",
      provided: [...workspace.scopes].join(","),
    });
  }
  const threadTs = threadOf(call, channel);
  return {
    channel: channel.id,
    team: workspace.id,
    user: workspace.botUser,
    botId: workspace.botId,
    content: contentOf(call),
    ...(customized && { subtype: "bot_message" }),
    ...(username && { username }),
    ...(threadTs && { threadTs }),
  };
}

/** The thread's first message; of a deleted one the thread goes on. */
function threadOf({ args, backstage }: Call, channel: Channel): string | undefined {
  const ts = args.text("thread_ts");
  if (!ts) return undefined;
  const parent = backstage.world.messages.find({ channel: channel.id, ts });
  if (!parent || parent.onlyFor) throw new SlackError("cannot_reply_to_message");
  if (!parent.threadTs || parent.threadTs === parent.ts) return parent.ts;
  backstage.complain(`chat: thread_ts ${ts} is a reply, not the first message of a thread.`);
  return parent.threadTs;
}

function standing({ args, backstage }: Call, channel: Channel, name: string): Message {
  const message = backstage.world.messages.find({ channel: channel.id, ts: args.need(name) });
  if (!message || message.deleted || message.onlyFor) throw new SlackError("message_not_found");
  return message;
}

function ownMessage(call: Call, name: string, refusal: string): Message {
  const message = standing(call, channelOf(call), name);
  if (message.botId !== call.workspace.botId) throw new SlackError(refusal);
  return message;
}

function withMetadata(shape: Json, message: Message): Json {
  return message.content.metadata ? { ...shape, metadata: message.content.metadata } : shape;
}
