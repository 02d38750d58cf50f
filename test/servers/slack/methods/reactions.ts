import { messageShape, reactionsShape } from "../message-shapes.ts";
import type { Message } from "../messages.ts";
import { type Call, channelOf, type Methods } from "../method.ts";
import { SlackError } from "../slack-error.ts";

/** reactions.*: emoji under messages. */
export const reactionMethods: Methods = {
  "reactions.get": {
    tier: 3,
    scopes: ["reactions:read"],
    args: "channel timestamp full file file_comment",
    run(call) {
      const message = reactedTo(call);
      const shape = messageShape(message, call.workspace, call.backstage.world.app.id);
      const reactions = message.reactions.size > 0 && { reactions: reactionsShape(message) };
      return { type: "message", channel: message.channel, message: { ...shape, ...reactions } };
    },
  },
  "reactions.add": {
    tier: 3,
    scopes: ["reactions:write"],
    args: "channel! timestamp! name!",
    run(call) {
      const message = reactedTo(call);
      if (call.workspace.channels.get(message.channel)?.archived) throw new SlackError("is_archived");
      const added = call.backstage.happenings.reacted(message, nameOf(call), call.workspace.botUser);
      if (!added) throw new SlackError("already_reacted");
      return {};
    },
  },
  "reactions.remove": {
    tier: 2,
    scopes: ["reactions:write"],
    args: "name! channel timestamp file file_comment",
    run(call) {
      const removed = call.backstage.happenings.unreacted(reactedTo(call), nameOf(call), call.workspace.botUser);
      if (!removed) throw new SlackError("no_reaction");
      return {};
    },
  },
};

function nameOf({ args }: Call): string {
  const name = args.need("name");
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new SlackError("invalid_name");
  return name;
}

function reactedTo(call: Call): Message {
  const ts = call.args.text("timestamp");
  if (ts === undefined || call.args.text("channel") === undefined) throw new SlackError("no_item_specified");
  if (!/^\d+\.\d{6}$/.test(ts)) throw new SlackError("bad_timestamp");
  const message = call.backstage.world.messages.find({ channel: channelOf(call).id, ts });
  if (!message || message.deleted || message.onlyFor) throw new SlackError("message_not_found");
  return message;
}
