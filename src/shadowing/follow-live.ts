import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { transcriptOf } from "../privacy/gather-transcript.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import { type Leader, leaderOf } from "./find-leader.ts";
import { mayBeRead } from "./gather-readable.ts";
import { gatherOpenTalks } from "./gather-talks.ts";
import { announceTo } from "./hold-listeners.ts";
import type { LiveListener } from "./live-listener.ts";
import { endedMessage, followingMessage, openTalksMessage } from "./live-messages.ts";
import { plainNotice, sayPrivately } from "./sitting-messages.ts";

async function offerTalks(
  context: Context,
  draft: Draft,
  leader: Leader,
  { answerIn, at }: EventOf<"live-wanted">,
): Promise<void> {
  const talks = await gatherOpenTalks(context, leader.address);
  sayPrivately(context, draft, leader, openTalksMessage(context, leader, talks, at), answerIn);
}

/** Why nobody may listen to it; null where they may. */
async function hindranceOf({ store }: Context, interaction: Interaction | null) {
  if (interaction === null) return { code: "unknown", key: "refused.noWords" } as const;
  if (interaction.state !== "open") return { code: "late", key: "live.over" } as const;
  const customer = await store.get("customer", interaction.customerId);
  return mayBeRead(customer) ? null : ({ code: "not-allowed", key: "refused.notToBeRead" } as const);
}

async function listenerOf(
  context: Context,
  leader: Leader,
  interactionId: string,
  event: EventOf<"live-wanted">,
): Promise<LiveListener> {
  const where = { whoAddress: leader.address, interactionId, state: "listening" } as const;
  const [known] = await context.store.list("listener", { where });
  if (known !== undefined) return known;
  return {
    ...{ id: context.ids.next(), version: 0, whoAddress: leader.address, whoName: leader.name, interactionId },
    ...{ state: "listening", via: event.via ?? "chat", announced: [], startedAt: event.at, endedAt: null, note: null },
  };
}

async function follow(
  context: Context,
  draft: Draft,
  leader: Leader,
  event: EventOf<"live-wanted">,
  interactionId: string,
) {
  const { by, via = "chat", answerIn } = event;
  const interaction = await context.store.get("interaction", interactionId);
  const hindrance = await hindranceOf(context, interaction);
  const read = { by, table: "interaction", subject: interactionId, via } as const;
  if (interaction === null || hindrance !== null) {
    draft.audit({ ...read, act: "read-denied", facts: { purpose: "learn", why: hindrance?.code ?? "unknown" } });
    return refuseWith(context, draft, by, hindrance ?? { code: "unknown", key: "refused.noWords" });
  }
  const listener = await listenerOf(context, leader, interactionId, event);
  announceTo(context, draft, listener, interaction.agents);
  const transcript = await transcriptOf(context, interaction, false);
  draft.audit({ ...read, act: "read", facts: { purpose: "learn", live: true, entries: transcript.entries.length } });
  draft.disclose({ kind: "transcript", transcript });
  if (via === "chat") sayPrivately(context, draft, leader, followingMessage(leader, listener), answerIn);
}

/** Somebody wants to follow a conversation that goes on, or to see which there are. Rejects as the store does. */
export async function followLive(event: EventOf<"live-wanted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, interactionId, via = "chat" } = event;
  const leader = await leaderOf(context, by);
  if (!may(by.role, "shadow")) {
    const read = { table: "interaction", subject: interactionId ?? null, via } as const;
    draft.audit({ by, act: "read-denied", ...read, facts: { purpose: "learn", why: "role" } });
    refuseWithout(context, draft, by, "shadow");
  } else if (interactionId === undefined) await offerTalks(context, draft, leader, event);
  else await follow(context, draft, leader, event, interactionId);
  return draft.outcome();
}

async function ownListener(
  context: Context,
  draft: Draft,
  { by, listenerId }: Pick<EventOf<"live-left">, "by" | "listenerId">,
): Promise<LiveListener | null> {
  const listener = await context.store.get("listener", listenerId);
  if (!may(by.role, "shadow")) refuseWithout(context, draft, by, "shadow");
  else if (listener?.whoAddress !== by.address)
    refuseWith(context, draft, by, { code: "not-allowed", key: "sitting.notYours" });
  else return listener;
  return null;
}

/** Somebody who listens notes something for afterwards: for themself, never in the conversation. Rejects as the store does. */
export async function noteLive(event: EventOf<"live-noted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const listener = await ownListener(context, draft, event);
  const note = event.note.trim();
  if (listener === null || note === "") return draft.outcome();
  draft.put("listener", { ...listener, note: listener.note ? `${listener.note}\n${note}` : note });
  const leader = await leaderOf(context, event.by);
  if (listener.via === "chat") sayPrivately(context, draft, leader, plainNotice(leader.say("live.noted")));
  return draft.outcome();
}

/** Somebody stops following a conversation; what they noted is theirs. Rejects as the store does. */
export async function leaveLive(event: EventOf<"live-left">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const listener = await ownListener(context, draft, event);
  if (listener === null || listener.state === "ended") return draft.outcome();
  draft.put("listener", { ...listener, state: "ended", endedAt: event.at });
  const leader = await leaderOf(context, event.by);
  if (listener.via === "chat") sayPrivately(context, draft, leader, endedMessage(leader, listener, "left"));
  return draft.outcome();
}
