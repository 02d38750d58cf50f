import type { Log } from "../../src/ports.ts";
import { type ApiAnswer, CODE, type DiscordApi, textIn, valueIn } from "./api.ts";
import type { Payload } from "./parse-interaction.ts";
import { escaped } from "./plain-text.ts";
import { pieces } from "./render.ts";
import type { Threads } from "./threads.ts";

const MESSAGE = 4;
const ACKNOWLEDGEMENT = 6;
const MODAL = 9;
const EPHEMERAL = 1 << 6;
const LONGEST_CONTENT = 2_000;

/** The first answer to an interaction, within Discord's three seconds. Each gives whether Discord took it, and none throws. */
export interface Answers {
  /** Takes note of a click, without a word. */
  acknowledge(payload: Payload): Promise<boolean>;
  /** Says something to the person alone. */
  say(payload: Payload, text: string): Promise<boolean>;
  open(payload: Payload, form: Readonly<Record<string, unknown>>): Promise<boolean>;
}

export function createAnswers(api: DiscordApi, threads: Threads, log: Log): Answers {
  /** Calls back, once more where nobody knows whether the first time counted. */
  const callBack = async (payload: Payload, type: number, data?: unknown): Promise<ApiAnswer> => {
    const path = `/interactions/${textIn(payload, "id")}/${textIn(payload, "token")}/callback`;
    const options = { body: data === undefined ? { type } : { type, data }, isWithoutToken: true };
    const first = await api.call("POST", path, options);
    if (first.kind !== "unknown") return first;
    const second = await api.call("POST", path, options);
    const wasTaken = second.kind === "error" && second.code === CODE.alreadyAcknowledged;
    return wasTaken ? { kind: "ok", data: null } : second;
  };

  const wasTaken = (answer: ApiAnswer): boolean => {
    if (answer.kind !== "ok")
      log.warn("Discord did not take the answer to a click or command; what was done is kept", { answer });
    return answer.kind === "ok";
  };

  return {
    acknowledge: async (payload) => wasTaken(await callBack(payload, ACKNOWLEDGEMENT)),
    open: async (payload, form) => wasTaken(await callBack(payload, MODAL, form)),
    async say(payload, text) {
      const [content = ""] = pieces(escaped(text), LONGEST_CONTENT);
      const data = { content, flags: EPHEMERAL, allowed_mentions: { parse: [] } };
      const words = () => callBack(payload, MESSAGE, data);
      // A locked archived thread takes no words until it is woken.
      const isAsleep = valueIn(payload, "channel", "thread_metadata", "archived") === true;
      const channel = textIn(payload, "channel_id") ?? "";
      return wasTaken(isAsleep ? await threads.within(channel, null, words) : await words());
    },
  };
}
