import { botShape, fileShape } from "./directory-shapes.ts";
import type { Json } from "./json.ts";
import type { Message, Messages } from "./messages.ts";
import type { Workspace } from "./workspace.ts";
import type { World } from "./world.ts";

/** A message as methods answer it and events carry it (without `channel`). */
export function messageShape(message: Message, workspace: Workspace, app: string): Json {
  const { content, botId } = message;
  return {
    type: "message",
    ...(message.subtype && { subtype: message.subtype }),
    user: message.user,
    text: content.text,
    ts: message.ts,
    team: message.team,
    ...(botId && botFields(botId, workspace, app)),
    ...(message.username && { username: message.username }),
    ...(content.blocks && { blocks: content.blocks }),
    ...(content.attachments && { attachments: content.attachments }),
    ...(message.files && { files: message.files.map(fileShape), upload: false }),
    ...(message.threadTs && { thread_ts: message.threadTs }),
    ...(message.edited && { edited: message.edited }),
  };
}

/** Whose automaton wrote it: the app's own, or that of another app, such as a form of Workflow Builder. */
function botFields(bot: string, workspace: Workspace, app: string): Json {
  if (bot === workspace.botId) return { bot_id: bot, app_id: app, bot_profile: botShape(workspace, app) };
  const other = bot.replace(/^B/, "A");
  return { bot_id: bot, app_id: other, bot_profile: { id: bot, app_id: other, name: "another app", deleted: false } };
}

/** What stands where a deleted message with replies was. */
export function tombstoneShape(message: Message): Json {
  return {
    type: "message",
    subtype: "tombstone",
    user: "USLACKBOT",
    text: "This message was deleted.",
    hidden: true,
    ts: message.ts,
    thread_ts: message.ts,
  };
}

/** A message in a page of history: with its reactions and what its thread holds. */
export function historyShape(message: Message, world: World, workspace: Workspace, allMetadata: boolean): Json {
  const shape = message.deleted ? tombstoneShape(message) : messageShape(message, workspace, world.app.id);
  return {
    ...shape,
    ...threadShape(message, world.messages),
    ...(message.reactions.size > 0 && { reactions: reactionsShape(message) }),
    ...(allMetadata && message.content.metadata && { metadata: message.content.metadata }),
  };
}

function threadShape(message: Message, messages: Messages): Json {
  if (message.threadTs && message.threadTs !== message.ts) {
    const parent = messages.find({ channel: message.channel, ts: message.threadTs });
    return parent ? { parent_user_id: parent.user } : {};
  }
  const replies = messages.thread(message).filter(({ ts, onlyFor }) => ts !== message.ts && onlyFor === undefined);
  const latest = replies.at(-1);
  if (!latest) return {};
  const users = [...new Set(replies.map(({ user }) => user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: latest.ts,
    is_locked: false,
    subscribed: false,
  };
}

/** The reactions of a message, in Slack's form. */
export function reactionsShape(message: Message): readonly Json[] {
  return [...message.reactions].map(([name, users]) => ({ name, users: [...users], count: users.length }));
}
