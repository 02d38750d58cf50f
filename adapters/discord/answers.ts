import type { OutboundMessage } from "../../src/messages.ts";
import type { Log } from "../../src/ports.ts";
import { type ApiAnswer, CODE, type DiscordApi, textIn, valueIn } from "./api.ts";
import type { Component } from "./buttons.ts";
import type { DrawMessage, Drawn } from "./draw-message.ts";
import { NOBODY } from "./mentions.ts";
import type { Payload } from "./parse-interaction.ts";
import { packed, pieces } from "./pieces.ts";
import { escaped } from "./plain-text.ts";
import { sendPiece } from "./send-piece.ts";
import type { Threads } from "./threads.ts";

const MESSAGE = 4;
const DEFERRED_MESSAGE = 5;
const ACKNOWLEDGEMENT = 6;
const UPDATE = 7;
const MODAL = 9;
/** The kind of an interaction that is a command. */
const COMMAND = 2;
const EPHEMERAL = 1 << 6;
const OF_COMPONENTS = 1 << 15;
const LONGEST_CONTENT = 2_000;

/** The first answer to an interaction, within Discord's three seconds. Each gives whether Discord took it, and none throws. */
export interface Answers {
  /** Takes note of a click, without a word. */
  acknowledge(payload: Payload): Promise<boolean>;
  /** Says something to the person alone, with a web address under it where one is named. */
  say(payload: Payload, text: string, url?: string): Promise<boolean>;
  /** Shows a message, or a sentence, to the person alone; finding it may take longer than the three seconds, or fail. */
  show(payload: Payload, find: () => Promise<OutboundMessage | string>, failed: string): Promise<boolean>;
  open(payload: Payload, form: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** Shows components to the person alone; after a choice in them, in the place of those. */
  draw(payload: Payload, components: readonly Component[]): Promise<boolean>;
}

export interface AnswersConfig {
  readonly api: DiscordApi;
  readonly threads: Threads;
  readonly draw: DrawMessage;
  readonly log: Log;
}

/** Sentences as messages of their own, cut between lines where they are longer than one may be. */
function sentence(text: string): Drawn {
  const lines = escaped(text)
    .split("\n")
    .flatMap((line) => pieces(line, LONGEST_CONTENT));
  const plain = { components: [], isCard: false, hasPicture: false, isSilent: false, notified: NOBODY };
  return { pieces: packed(lines, LONGEST_CONTENT).map((content) => ({ content, ...plain })), picture: null };
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
      return typeof found === "string" ? sentence(found) : await draw(found, { inCards: true, withPicture: true });
    } catch (error) {
      log.warn("What somebody asked for could not be shown", { error: String(error) });
      return sentence(failed);
    }
  };

  const hookOf = (payload: Payload): string =>
    `/webhooks/${textIn(payload, "application_id")}/${textIn(payload, "token")}`;

  /** Says what has no room in the first answer behind it. */
  const goOn = async (payload: Payload, first: ApiAnswer, rest: Drawn["pieces"], picture: Drawn["picture"]) => {
    const more = { flags: EPHEMERAL };
    const further = {
      method: "POST",
      path: hookOf(payload),
      query: { wait: "true" },
      isWithoutToken: true,
      more,
    } as const;
    let answer = first;
    for (const piece of rest) if (answer.kind === "ok") answer = await sendPiece({ api, log }, further, piece, picture);
    return answer;
  };

  /** Fills in the deferred answer. */
  const fillIn = async (payload: Payload, { pieces: [first, ...rest], picture }: Drawn): Promise<ApiAnswer> => {
    const path = `${hookOf(payload)}/messages/@original`;
    const original = { method: "PATCH", path, isWithoutToken: true } as const;
    if (first === undefined) return { kind: "ok", data: null };
    return goOn(payload, await sendPiece({ api, log }, original, first, picture), rest, picture);
  };

  return {
    acknowledge: async (payload) => wasTaken(await callBack(payload, ACKNOWLEDGEMENT)),
    draw: async (payload, components) => {
      const type = valueIn(payload, "type") === COMMAND ? MESSAGE : UPDATE;
      const data = { components, flags: EPHEMERAL | OF_COMPONENTS, allowed_mentions: { parse: [] } };
      return wasTaken(await callBack(payload, type, data));
    },
    open: async (payload, form) => wasTaken(await callBack(payload, MODAL, form)),
    async say(payload, text, url) {
      const [{ content: words } = { content: "" }, ...rest] = sentence(text).pieces;
      // Between these brackets nobody looks where it leads to show a picture of it.
      const content = url === undefined ? words : `${words}\n<${url}>`;
      const data = { content, flags: EPHEMERAL, allowed_mentions: { parse: [] } };
      return awake(payload, async () => goOn(payload, await callBack(payload, MESSAGE, data), rest, null));
    },
    show: (payload, find, failed) =>
      awake(payload, async () => {
        const deferred = await callBack(payload, DEFERRED_MESSAGE, { flags: EPHEMERAL });
        return deferred.kind === "ok" ? fillIn(payload, await drawn(find, failed)) : deferred;
      }),
  };
}
