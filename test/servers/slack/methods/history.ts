import type { Json } from "../json.ts";
import { historyShape } from "../message-shapes.ts";
import type { Message } from "../messages.ts";
import { type Call, channelOf, channelScope, type Methods, page } from "../method.ts";
import { SlackError } from "../slack-error.ts";
import type { Channel } from "../workspace.ts";

const RANGE = "latest oldest inclusive limit cursor include_all_metadata";

/** conversations.history and conversations.replies: reading messages back. */
export const historyMethods: Methods = {
  "conversations.history": {
    tier: 3,
    scopes: channelScope("history"),
    args: `channel! ${RANGE}`,
    run(call) {
      const channel = readable(call);
      const { backstage, args } = call;
      const top = backstage.world.messages
        .history(channel.id)
        .filter(({ threadTs, ts, broadcast }) => !threadTs || threadTs === ts || broadcast);
      const most = backstage.limits.historyPage;
      const found = within(call, shown(top)).reverse();
      const { items, next } = page(found, args.count("limit", Math.min(100, most), most), args.text("cursor"));
      return { messages: shapes(call, items), has_more: next !== "", pin_count: 0, ...cursor(next) };
    },
  },
  "conversations.replies": {
    tier: 3,
    scopes: channelScope("history"),
    args: `channel! ts! ${RANGE}`,
    run(call) {
      const channel = readable(call);
      const { backstage, args } = call;
      const ref = { channel: channel.id, ts: args.need("ts") };
      const named = backstage.world.messages.find(ref);
      const thread = named?.threadTs && named.threadTs !== named.ts ? [named] : backstage.world.messages.thread(ref);
      const [first, ...replies] = shown(thread);
      if (!first) throw new SlackError("thread_not_found");
      const most = backstage.limits.historyPage;
      const limit = args.count("limit", most, most);
      const { items, next } = page([first, ...within(call, replies)], limit, args.text("cursor"));
      return { messages: shapes(call, items), has_more: next !== "", ...cursor(next) };
    },
  },
};

function readable(call: Call): Channel {
  const channel = channelOf(call);
  if (!channel.members.has(call.workspace.botUser)) throw new SlackError("not_in_channel");
  return channel;
}

function shown(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ onlyFor }) => onlyFor === undefined);
}

function within({ args }: Call, messages: readonly Message[]): Message[] {
  const bound = (name: "oldest" | "latest", otherwise: number) => {
    const value = Number(args.text(name) || otherwise);
    if (Number.isNaN(value)) throw new SlackError(`invalid_ts_${name}`);
    return value;
  };
  const oldest = bound("oldest", 0);
  const latest = bound("latest", Infinity);
  const inclusive = args.flag("inclusive");
  return messages.filter(({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

function shapes({ workspace, args, backstage }: Call, messages: readonly Message[]): readonly Json[] {
  const all = args.flag("include_all_metadata");
  return messages.map((message) => historyShape(message, backstage.world, workspace, all));
}

function cursor(next: string): Json {
  return next === "" ? {} : { response_metadata: { next_cursor: next } };
}
