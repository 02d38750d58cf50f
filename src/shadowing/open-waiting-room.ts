import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { waitOf } from "../interaction/lived-wait.ts";
import { begin, interactionIn } from "../interaction/open-interaction.ts";
import type { OutboundMessage } from "../messages.ts";
import { createDraft, type Draft, type Outcome, type RowChange } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import { leaderOf } from "./find-leader.ts";
import { sayPrivately } from "./sitting-messages.ts";
import { waitedWords } from "./wait-messages.ts";

/** Opens the conversation as a customer would, marked as a test, and remembers who waits in it. */
async function open(
  context: Context,
  draft: Draft,
  { by, at, conversation, customer }: EventOf<"waiting-room-wanted">,
): Promise<void> {
  const beginning = { conversation, customer, by: "customer", at } as const;
  const interaction = { ...(await begin(context, draft, beginning)), isTest: true };
  draft.put("interaction", interaction);
  draft.put("listener", {
    ...{ id: context.ids.next(), version: 0, whoAddress: by.address, whoName: by.name ?? null },
    ...{ interactionId: interaction.id, state: "listening", via: "page", announced: [], startedAt: at },
    ...{ endedAt: null, note: null },
  });
}

/** Somebody wants to wait as customers do, where the desk allows it: a test conversation that counts nowhere. Rejects as the store does. */
export async function openWaitingRoom(event: EventOf<"waiting-room-wanted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, conversation } = event;
  if (!may(by.role, "shadow")) refuseWithout(context, draft, by, "shadow");
  else if (!context.settings.shadowing.waitingRoom)
    refuseWith(context, draft, by, { code: "not-allowed", key: "waitingRoom.off" });
  else if (await interactionIn(context, conversation))
    refuseWith(context, draft, by, { code: "conflict", key: "waitingRoom.taken" });
  else await open(context, draft, event);
  return draft.outcome();
}

/** A test conversation has ended: whoever waited in it is told, privately, what the wait was. */
export async function tellWait(
  context: Context,
  draft: Draft,
  { before, after }: RowChange<"interaction">,
): Promise<void> {
  if (!after.isTest || before?.state !== "open" || after.state !== "resolved") return;
  const { store, settings, clock } = context;
  const entries = await store.list("entry", { where: { interactionId: after.id }, orderBy: "position" });
  const promised = settings.shadowing.firstAnswerWithin;
  const wait = waitOf(entries, [clock.now()], promised === 0 ? null : promised);
  for (const { whoAddress, whoName } of await store.list("listener", { where: { interactionId: after.id } })) {
    const leader = await leaderOf(context, { address: whoAddress, name: whoName });
    const sections = [{ title: leader.say("waitingRoom.title"), lines: waitedWords(leader, wait) }];
    const message: OutboundMessage = { kind: "notice", text: leader.say("waitingRoom.over"), sections, actions: [] };
    sayPrivately(context, draft, leader, message);
  }
}
