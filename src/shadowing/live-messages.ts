import type { Context } from "../context.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { Action, OutboundMessage } from "../messages.ts";
import { productName } from "../name-product.ts";
import { portionsOf } from "../portions.ts";
import type { ReadEntry } from "../privacy/disclosure.ts";
import type { Leader } from "./find-leader.ts";
import type { LiveListener } from "./live-listener.ts";
import { plainNotice } from "./sitting-messages.ts";
import { spanWords } from "./wait-messages.ts";

function followAction({ settings }: Pick<Context, "settings">, leader: Leader, talk: Interaction, now: number): Action {
  const product = talk.product === null ? "none" : productName(settings, talk.product);
  const span = spanWords(leader, Math.max(0, now - talk.lastActivityAt));
  return { name: "live-follow", subject: talk.id, label: leader.say("live.label", { product, span }) };
}

/** The conversations that are going on, to follow one of them: by product and time, never by name. */
export function openTalksMessage(
  context: Pick<Context, "settings">,
  leader: Leader,
  talks: readonly Interaction[],
  now: number,
): OutboundMessage {
  const actions = talks.map((talk) => followAction(context, leader, talk, now));
  return { kind: "notice", text: leader.say("live.open", { count: talks.length }), actions };
}

/** What somebody who listens can do. */
export function listenerActions({ say }: Pick<Leader, "say">, { id }: Pick<LiveListener, "id">): Action[] {
  return [
    { name: "live-note", subject: id, label: say("live.note") },
    { name: "live-leave", subject: id, label: say("live.leave") },
  ];
}

/** Tells somebody that they listen from now on. */
export function followingMessage(speaking: Pick<Leader, "say">, listener: Pick<LiveListener, "id">): OutboundMessage {
  return { kind: "notice", text: speaking.say("live.following"), actions: listenerActions(speaking, listener) };
}

/** An entry as somebody hears it who listens: who wrote, and the words without names, in as many messages as they take. */
export function heardMessages({ say }: Pick<Leader, "say">, entry: ReadEntry, isEdited: boolean): OutboundMessage[] {
  const who = entry.name ?? say(`sitting.who.${entry.author}`);
  if (entry.isDeleted) return [plainNotice(say("live.takenBack", { who }))];
  const files = entry.attachments.map(({ name }) => `[${name}]`);
  const text = [entry.text, ...files].filter((part) => part !== "").join("\n");
  return portionsOf([text]).map((portion) => ({
    ...plainNotice(say(isEdited ? "live.edited" : "live.said", { who })),
    quote: { text: portion.join("\n"), by: null },
  }));
}

/** Tells an agent that somebody listens to learn; nobody but them reads it. */
export function announcement(
  { wording, settings }: Pick<Context, "wording" | "settings">,
  { whoName }: Pick<LiveListener, "whoName">,
  interactionId: string,
): OutboundMessage {
  const text = wording.say(wording.choose(settings.desk.locale), "live.announced", { who: whoName ?? "none" });
  return { kind: "notice", text, actions: [], about: interactionId };
}

/** Tells somebody that they listen no more, with what they noted. */
export function endedMessage(
  { say }: Pick<Leader, "say">,
  { note, interactionId }: Pick<LiveListener, "note" | "interactionId">,
  why: "left" | "resolved" | "optedOut",
): OutboundMessage {
  const ended = say(`live.ended.${why}`);
  if (!note) return plainNotice(ended);
  return {
    ...plainNotice(`${ended} ${say("live.yourNote")}`),
    quote: { text: note, by: null },
    wordsOf: interactionId,
  };
}
