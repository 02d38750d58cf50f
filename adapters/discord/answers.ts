import type { OutboundMessage } from "../../src/messages.ts";
import type { Log } from "../../src/ports.ts";
import { type ApiAnswer, CODE, type DiscordApi, textIn, valueIn } from "./api.ts";
import type { DrawMessage, Drawn } from "./draw-message.ts";
import type { Payload } from "./parse-interaction.ts";
import { pieces } from "./pieces.ts";
import { escaped } from "./plain-text.ts";
import { sendPiece } from "./send-piece.ts";
import type { Threads } from "./threads.ts";

const MESSAGE = 4;
const DEFERRED_MESSAGE = 5;
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
  /** Shows a message, or a sentence, to the person alone; finding it may take longer than the three seconds, or fail. */
  show(payload: Payload, find: () => Promise<OutboundMessage | string>, failed: string): Promise<boolean>;
  open(payload: Payload, form: Readonly<Record<string, unknown>>): Promise<boolean>;
}

export interface AnswersConfig {
  readonly api: DiscordApi;
  readonly threads: Threads;
  readonly draw: DrawMessage;
  readonly log: Log;
}

/** A sentence as a message of its own. */
function sentence(text: string): Drawn {
  const [content = ""] = pieces(escaped(text), LONGEST_CONTENT);
  return { pieces: [{ content, embeds: [], components: [], hasPicture: false }], picture: null };
}

export function createAnswers({ api, threads, draw, log }: AnswersConfig): Answers {
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

  /** A locked archived thread takes no words until it is woken. */
  const awake = async (payload: Payload, words: () => Promise<ApiAnswer>): Promise<boolean> => {
    const isAsleep = valueIn(payload, "channel", "thread_metadata", "archived") === true;
    const channel = textIn(payload, "channel_id");
    return wasTaken(isAsleep && channel !== null ? await threads.within(channel, null, words) : await words());
  };

  const drawn = async (find: () => Promise<OutboundMessage | string>, failed: string): Promise<Drawn> => {
    try {
      const found = await find();
      return typeof found === "string" ? sentence(found) : await draw(found, { inEmbeds: true, withPicture: true });
    } catch (error) {
      log.warn("What somebody asked for could not be shown", { error: String(error) });
      return sentence(failed);
    }
  };

  /** Fills in the deferred answer, and says what has no room in it behind it. */
  const fillIn = async (payload: Payload, { pieces: all, picture }: Drawn): Promise<ApiAnswer> => {
    const path = `/webhooks/${textIn(payload, "application_id")}/${textIn(payload, "token")}`;
    const original = { method: "PATCH", path: `${path}/messages/@original`, isWithoutToken: true } as const;
    const more = { flags: EPHEMERAL };
    const further = { method: "POST", path, query: { wait: "true" }, isWithoutToken: true, more } as const;
    let answer: ApiAnswer = { kind: "ok", data: null };
    for (const [index, piece] of all.entries())
      if (answer.kind === "ok")
        answer = await sendPiece({ api, log }, index === 0 ? original : further, piece, picture);
    return answer;
  };

  return {
    acknowledge: async (payload) => wasTaken(await callBack(payload, ACKNOWLEDGEMENT)),
    open: async (payload, form) => wasTaken(await callBack(payload, MODAL, form)),
    async say(payload, text) {
      const [{ content } = { content: "" }] = sentence(text).pieces;
      const data = { content, flags: EPHEMERAL, allowed_mentions: { parse: [] } };
      return awake(payload, () => callBack(payload, MESSAGE, data));
    },
    show: (payload, find, failed) =>
      awake(payload, async () => {
        const deferred = await callBack(payload, DEFERRED_MESSAGE, { flags: EPHEMERAL });
        return deferred.kind === "ok" ? fillIn(payload, await drawn(find, failed)) : deferred;
      }),
  };
}
