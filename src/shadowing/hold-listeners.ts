import type { Context } from "../context.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import type { Agent } from "../interaction/interaction.ts";
import type { Entry } from "../interaction/transcript.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { covered } from "../privacy/gather-transcript.ts";
import { type Leader, leaderOf } from "./find-leader.ts";
import { mayBeRead } from "./gather-readable.ts";
import type { LiveListener } from "./live-listener.ts";
import { announcement, endedMessage, heardMessages } from "./live-messages.ts";
import { sayPrivately } from "./sitting-messages.ts";

/** Whether the address is a person's, who can be written to: a help desk that acts in nobody's name has a shorter one. */
function isSomebody({ address }: Agent): boolean {
  return address.split(":").length > 2;
}

/** Puts the listener, and tells each of the agents once that somebody listens, where the desk has them told: on their own line, never where the customer reads. */
export function announceTo(context: Context, draft: Draft, listener: LiveListener, agents: readonly Agent[]): void {
  const untold = agents.filter((one) => isSomebody(one) && !listener.announced.includes(one.address));
  const told = context.settings.shadowing.announce ? untold : [];
  for (const { address } of told) {
    const message = announcement(context, listener, listener.interactionId);
    draft.say({ id: context.ids.next(), to: address, message: { ...message, privateTo: address } });
  }
  if (listener.version === 0 || told.length > 0)
    draft.put("listener", { ...listener, announced: [...listener.announced, ...told.map(({ address }) => address)] });
}

function listenersTo({ store }: Pick<Context, "store">, interactionId: string): Promise<LiveListener[]> {
  return store.list("listener", { where: { interactionId, state: "listening" } });
}

function leaderBehind(context: Context, { whoAddress, whoName }: LiveListener): Promise<Leader> {
  return leaderOf(context, { address: whoAddress, name: whoName });
}

async function endEach(
  context: Context,
  draft: Draft,
  listeners: readonly LiveListener[],
  why: "resolved" | "optedOut",
): Promise<void> {
  for (const listener of listeners) {
    draft.put("listener", { ...listener, state: "ended", endedAt: context.clock.now() });
    const leader = await leaderBehind(context, listener);
    if (listener.via === "chat") sayPrivately(context, draft, leader, endedMessage(leader, listener, why));
  }
}

/** The entry, without names, on the direct line of each who follows in chat; the audit log tells of it. */
async function sayEntry(
  context: Context,
  draft: Draft,
  listeners: readonly LiveListener[],
  { before, after }: RowChange<"entry">,
): Promise<void> {
  const cover = await coverOf(context, [after.interactionId]);
  const entry = covered(after, { cover, nameAgents: context.settings.shadowing.nameAgents });
  for (const listener of listeners) {
    const leader = await leaderBehind(context, listener);
    const facts = { purpose: "learn", live: true, entry: after.position, reader: leader.address };
    draft.audit({ by: null, act: "read", table: "interaction", subject: after.interactionId, via: "chat", facts });
    for (const message of heardMessages(leader, entry, before !== null))
      sayPrivately(context, draft, leader, { ...message, wordsOf: after.interactionId });
  }
}

function isHeard({ author }: Entry): boolean {
  return author === "customer" || author === "agent";
}

/** Something was written, edited or taken back in a conversation: whoever follows it hears of it, unless its customer does not want to be read any more. */
export async function tellListeners(context: Context, draft: Draft, change: RowChange<"entry">): Promise<void> {
  const { after } = change;
  if (!isHeard(after)) return;
  const interaction = await context.store.get("interaction", after.interactionId);
  if (!interaction || interaction.isTest || interaction.version === 0) return;
  const listeners = await listenersTo(context, after.interactionId);
  if (listeners.length === 0) return;
  const customer = await context.store.get("customer", interaction.customerId);
  if (!mayBeRead(customer)) return endEach(context, draft, listeners, "optedOut");
  for (const listener of listeners) announceTo(context, draft, listener, interaction.agents);
  const inChat = listeners.filter(({ via }) => via === "chat");
  if (inChat.length > 0) await sayEntry(context, draft, inChat, change);
}

/** A conversation was resolved: nobody follows it any more. */
export async function dismissListeners(
  context: Context,
  draft: Draft,
  { before, after }: RowChange<"interaction">,
): Promise<void> {
  if (before?.state !== "open" || after.state !== "resolved") return;
  const listeners = await listenersTo(context, after.id);
  await endEach(context, draft, listeners, "resolved");
}

/** A customer does not want to be read any more: nobody follows their conversations. */
export async function hushListeners(
  context: Context,
  draft: Draft,
  { before, after }: RowChange<"customer">,
): Promise<void> {
  if (before === null || before.readOptOutAt !== null || after.readOptOutAt === null) return;
  const where = { customerId: after.id, state: "open" } as const;
  for (const { id } of await context.store.list("interaction", { where }))
    await endEach(context, draft, await listenersTo(context, id), "optedOut");
}
