import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { leaderOf } from "./find-leader.ts";
import { denySitting, maySit, ownSitting, type Sitter, type SittingFile, sittingsAt } from "./find-sitting.ts";
import { mayBeReadIn } from "./gather-readable.ts";
import { gatherReading, gatherReadSitting } from "./gather-reading.ts";
import { settleAppointment } from "./settle-appointment.ts";

/** Takes a conversation that cannot be read any more out of the sitting. */
async function takeOut(
  context: Context,
  draft: Draft,
  sitter: Sitter,
  file: SittingFile,
  why: "optedOut" | "gone",
): Promise<void> {
  const { sitting, appointment, all } = file;
  const key = why === "optedOut" ? "refused.notToBeRead" : "refused.noWords";
  const code = why === "optedOut" ? "not-allowed" : "unknown";
  denySitting(context, draft, sitter, { subject: sitting.id, code, key });
  if (sitting.state === "done" || sitting.state === "guessed") return;
  draft.remove("sitting", sitting);
  settleAppointment(
    draft,
    appointment,
    all.filter(({ id }) => id !== sitting.id),
    context.clock.now(),
  );
}

/** Gives the conversation of a sitting to its leader, up to where the customer was asked; after the guess also what became of it. */
async function give(context: Context, draft: Draft, sitter: Sitter, file: SittingFile, at: number): Promise<void> {
  const { sitting, appointment } = file;
  if (!(await mayBeReadIn(context, sitting.interactionId))) return takeOut(context, draft, sitter, file, "optedOut");
  const reading = await gatherReading(context, file);
  if (reading === null) return takeOut(context, draft, sitter, file, "gone");
  if (sitting.state === "drawn") draft.put("sitting", { ...sitting, state: "opened", openedAt: at });
  if (appointment.state === "offered") draft.put("appointment", { ...appointment, state: "begun" });
  const { by, via } = sitter;
  const facts = { purpose: "learn", sitting: sitting.id, entries: reading.entries.length };
  draft.audit({ by, act: "read", table: "interaction", subject: sitting.interactionId, via, facts });
  draft.disclose(await gatherReadSitting(context, await leaderOf(context, by), file, reading));
}

/** Somebody wants to read a conversation that was drawn for them. Rejects as the store does. */
export async function giveSitting(event: EventOf<"sitting-opened">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const file = await ownSitting(context, draft, event, event.sittingId);
  if (file) await give(context, draft, event, file, event.at);
  return draft.outcome();
}

/** Somebody wants to read the first of an appointment that they have not closed yet. Rejects as the store does. */
export async function giveNextSitting(event: EventOf<"sitting-next">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { appointmentId } = event;
  if (!maySit(context, draft, event, appointmentId)) return draft.outcome();
  const all = await sittingsAt(context, appointmentId);
  const next = all.find(({ state }) => state !== "done");
  const appointment = await context.store.get("appointment", appointmentId);
  const isOwn = appointment?.whoAddress === event.by.address;
  const denied = { subject: appointmentId, code: "late" } as const;
  if (appointment && !isOwn)
    denySitting(context, draft, event, { ...denied, code: "not-allowed", key: "sitting.notYours" });
  else if (!appointment || all.length === 0) denySitting(context, draft, event, { ...denied, key: "sitting.over" });
  else if (next === undefined) denySitting(context, draft, event, { ...denied, key: "sitting.allDone" });
  else await give(context, draft, event, { sitting: next, appointment, all }, event.at);
  return draft.outcome();
}
