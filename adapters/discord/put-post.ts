import { checkMayLeave } from "../../src/outbox/may-leave.ts";
import type { Outgoing, Reader } from "../../src/ports.ts";
import { readReference, referenceText } from "./address.ts";
import { type ApiAnswer, CODE, madeBy, numberIn } from "./api.ts";
import { CARD, isCard } from "./cards.ts";
import type { DrawMessage } from "./draw-message.ts";
import { type FindMessages, nonceOf } from "./find-messages.ts";
import type { Rendered } from "./render.ts";
import { type SendConfig, sendPiece } from "./send-piece.ts";

/** After so many attempts the words go without their picture. */
const MOST_WITH_PICTURE = 3;

export interface PutConfig extends SendConfig {
  readonly store: Reader;
  readonly findMessages: FindMessages;
  readonly draw: DrawMessage;
  /** Whether cards are shown in a channel. */
  readonly mayEmbed: (channel: string) => Promise<boolean>;
}

/** How putting a post ended; where it stands, with its reference. */
export type PutAnswer = { readonly kind: "ok"; readonly reference: string } | Exclude<ApiAnswer, { kind: "ok" }>;

/** Sends every piece of a post that does not stand in the channel yet, or brings those of the replaced post up to date. */
export type PutPost = (channel: string, outgoing: Outgoing) => Promise<PutAnswer>;

export function createPutPost(config: PutConfig): PutPost {
  const { api, store, draw, mayEmbed, findMessages } = config;

  /** The messages in which the replaced post stands now: an edit may have left more or fewer of them than it had. */
  const replacedMessages = async ({ post, replaces }: Outgoing): Promise<readonly string[]> => {
    const { lane, message } = post;
    if (replaces === null || message.replaces === undefined) return [];
    const original = await store.get("post", message.replaces);
    const since = { atLeast: { postedAt: original?.postedAt ?? post.createdAt } };
    const posted = await store.list("post", { where: { lane, state: "posted" }, ...since, orderBy: "postedAt" });
    const last = posted.findLast((one) => one.message.replaces === message.replaces);
    return readReference(last?.reference ?? replaces)?.messages ?? [];
  };

  /** Whether a message is a card, which no edit makes text again. */
  const standsAsCard = async (channel: string, message: string | null): Promise<boolean> => {
    if (message === null) return false;
    const answer = await api.call("GET", `/channels/${channel}/messages/${message}`);
    return answer.kind === "ok" && ((numberIn(answer.data, "flags") ?? 0) & CARD) !== 0;
  };

  /** Where the pieces stand that an attempt has sent before it was interrupted. */
  const sentBefore = async (channel: string, { post }: Outgoing, pieces: readonly Rendered[], known: number) => {
    const isAgain = post.attempts > 0 || post.state === "sending";
    return isAgain && pieces.length > Math.max(known, 1) ? findMessages(channel, post, pieces) : [];
  };

  return async (channel, outgoing) => {
    const { post, replaces } = outgoing;
    const replaced = await replacedMessages(outgoing);
    const inCards =
      !isCard(post.message) || (await mayEmbed(channel)) || (await standsAsCard(channel, replaced[0] ?? null));
    const { pieces, picture } = await draw(post.message, { inCards, withPicture: post.attempts < MOST_WITH_PICTURE });
    const sent = await sentBefore(channel, outgoing, pieces, replaced.length);
    const path = `/channels/${channel}/messages`;
    const messages: string[] = [];
    for (const [index, piece] of pieces.entries()) {
      const standing = replaced[index] ?? sent[index] ?? null;
      const named = { nonce: nonceOf(post.id, index), enforce_nonce: true };
      if (standing !== null && replaces === null) messages.push(standing);
      else {
        checkMayLeave(outgoing);
        const answer = standing
          ? await sendPiece(config, { method: "PATCH", path: `${path}/${standing}` }, piece, picture)
          : await sendPiece(config, { method: "POST", path, more: named }, piece, picture);
        const made = madeBy(answer);
        if (made.kind !== "ok") return made;
        messages.push(made.id);
      }
    }
    for (const surplus of replaced.slice(pieces.length)) {
      checkMayLeave(outgoing);
      const gone = await api.call("DELETE", `${path}/${surplus}`);
      if (gone.kind !== "ok" && !(gone.kind === "error" && gone.code === CODE.unknownMessage)) return gone;
    }
    return { kind: "ok", reference: referenceText({ channel, messages }) };
  };
}
