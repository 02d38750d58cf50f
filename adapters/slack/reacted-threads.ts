import type { Reader } from "../../src/ports.ts";
import { threadAddress } from "./address.ts";
import { classOf, recordsIn, type SlackApi, textIn } from "./api.ts";

/** So many messages are remembered with their threads. */
const MOST_REMEMBERED = 5_000;

/** Finds the thread in which somebody reacted: Slack's event names the message alone. */
export interface ReactedThreads {
  /**
   * The first message of the thread of a message; the message itself where Slack does not show it. Rejects where Slack does not tell
   * now, such as one call too many: the event is then not acknowledged, and comes again a minute later.
   */
  threadOf(team: string, channel: string, ts: string): Promise<string>;
}

export function createReactedThreads(api: SlackApi, store: Reader): ReactedThreads {
  const known = new Map<string, string>();
  const underWay = new Map<string, Promise<string>>();

  const remember = (key: string, thread: string): string => {
    const [oldest] = known.keys();
    if (known.size >= MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
    known.set(key, thread);
    return thread;
  };

  const lookUp = async (team: string, channel: string, ts: string): Promise<string> => {
    const conversation = threadAddress(team, channel, ts);
    const [first] = await store.list("interaction", { where: { conversation }, limit: 1 });
    if (first) return ts;
    const answer = await api.call(team, "conversations.replies", { channel, ts, limit: 1 });
    if (answer.kind === "ok") {
      const messages = recordsIn(answer.data, "messages");
      const message = messages.find((one) => textIn(one, "ts") === ts) ?? messages[0];
      return textIn(message, "thread_ts") ?? ts;
    }
    if (answer.kind === "error" && classOf(answer.code) === "refuse") return ts;
    throw new Error(`The thread of a reaction cannot be looked up now (${answer.kind}); Slack will bring it again`);
  };

  return {
    async threadOf(team, channel, ts) {
      const key = `${team}:${channel}:${ts}`;
      const thread = known.get(key);
      if (thread !== undefined) return thread;
      const running = underWay.get(key) ?? lookUp(team, channel, ts).finally(() => underWay.delete(key));
      underWay.set(key, running);
      return remember(key, await running);
    },
  };
}
