import { randomUUID } from "node:crypto";
import type { types } from "@slack/bolt";
import type { Events } from "./events.ts";
import type { Json } from "./json.ts";
import { historyShape, messageShape, tombstoneShape } from "./message-shapes.ts";
import type { Message } from "./messages.ts";
import type { World } from "./world.ts";

/** Tells the app what happened to messages in the channels its bot is in. */
export interface MessageEvents {
  /** A message was written; beside it app_mention, if it names the bot. */
  written(message: Message): void;
  /** It reads otherwise now; `before` is its earlier shape. */
  changed(message: Message, before: Json): void;
  /** It is gone. One with replies leaves a tombstone, which Slack tells as a change. */
  deleted(message: Message, before: Json): void;
  reaction(type: "reaction_added" | "reaction_removed", message: Message, name: string, by: string): void;
  /** Raises an event of a channel, if the bot is in it; message events have no subscription name of their own. */
  tell(channel: string, actor: string, subscription: string | undefined, event: Json): void;
  /** The message as events carry it inside. */
  shape(message: Message): Json;
}

const KINDS = {
  public: { type: "channel", event: "message.channels" },
  private: { type: "group", event: "message.groups" },
  im: { type: "im", event: "message.im" },
  mpim: { type: "mpim", event: "message.mpim" },
} as const;

/** Message events of this world. */
export function createMessageEvents(world: World, events: Events): MessageEvents {
  const { messages } = world;
  const shape = (message: Message) => messageShape(message, world.ofChannel(message.channel).workspace, world.app.id);

  function tell(channelId: string, actor: string, subscription: string | undefined, event: Json): void {
    const { workspace, channel } = world.ofChannel(channelId);
    if (!channel.members.has(workspace.botUser)) return;
    const actorTeam = workspace.people.get(actor)?.teamId ?? workspace.id;
    const name = subscription ?? KINDS[channel.kind].event;
    events.raise(workspace, event, { subscription: name, shared: channel.shared, actorTeam });
  }

  function said(message: Message): Json {
    const { workspace, channel } = world.ofChannel(message.channel);
    const team = workspace.people.get(message.user)?.teamId ?? workspace.id;
    const root = message.broadcast && messages.find({ channel: channel.id, ts: message.threadTs ?? "" });
    return {
      ...shape(message),
      channel: channel.id,
      channel_type: KINDS[channel.kind].type,
      event_ts: message.ts,
      ...(!message.botId && { client_msg_id: randomUUID() }),
      ...(channel.shared && { user_team: team, source_team: team, user_profile: { name: message.user, team } }),
      ...(root && { root: historyShape(root, world, workspace, false) }),
    };
  }

  function hidden(message: Message, subtype: string, rest: Json): void {
    const ts = messages.stamp();
    const type = KINDS[world.ofChannel(message.channel).channel.kind].type;
    const place = { channel: message.channel, channel_type: type, ts, event_ts: ts };
    tell(message.channel, message.user, undefined, { type: "message", subtype, hidden: true, ...place, ...rest });
  }

  return {
    tell,
    shape,
    written(message) {
      const { workspace, channel } = world.ofChannel(message.channel);
      tell(channel.id, message.user, undefined, said(message));
      const named = message.content.text.includes(`<@${workspace.botUser}>`);
      if (!named || message.botId || channel.kind === "im") return;
      const { subtype: _, channel_type: __, ...mention } = said(message);
      tell(channel.id, message.user, "app_mention", { ...mention, type: "app_mention" });
    },
    changed(message, before) {
      hidden(message, "message_changed", { message: shape(message), previous_message: before });
    },
    deleted(message, before) {
      const replies = messages.thread(message).filter(({ ts, onlyFor }) => ts !== message.ts && !onlyFor);
      if (replies.length > 0) {
        hidden(message, "message_changed", { message: tombstoneShape(message), previous_message: before });
      } else {
        hidden(message, "message_deleted", { deleted_ts: message.ts, previous_message: before });
      }
    },
    reaction(type, { channel, ts, user }, name, by) {
      const event: Omit<types.ReactionAddedEvent, "type"> = {
        user: by,
        reaction: name,
        item_user: user,
        item: { type: "message", channel, ts },
        event_ts: messages.stamp(),
      };
      tell(channel, by, type, { type, ...event });
    },
  };
}
