import { lastMomentOf, nextMomentOf } from "../calendar/weekly.ts";
import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import type { Appointment } from "./appointment.ts";
import { deadlineOf } from "./appointment-times.ts";
import { leaderOf } from "./find-leader.ts";
import { sittingsAt } from "./find-sitting.ts";
import { offerSitting } from "./offer-sitting.ts";
import { offerMessage, plainNotice, sayPrivately } from "./sitting-messages.ts";

/** The clock has reached a standing appointment: conversations are drawn and offered; of those that were passed while nothing ran, the last one alone. Rejects as the store does. */
export async function offerAppointment(event: EventOf<"shift-due">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { at: now, subject } = event;
  const shift = await context.store.get("shift", subject);
  if (shift === null || shift.dueAt === null || shift.dueAt > now) return draft.outcome();
  const { every, zone, transcripts: count } = shift;
  const dueAt = nextMomentOf(every, now, zone);
  draft.put("shift", { ...shift, dueAt });
  const leader = { ...(await leaderOf(context, { address: shift.whoAddress, name: shift.whoName })), zone };
  const at = Math.max(shift.dueAt, lastMomentOf(every, now, zone));
  const offered = await offerSitting(context, draft, { leader, shift, at, now, count, filter: null });
  if (offered === null) sayPrivately(context, draft, leader, plainNotice(leader.say("sitting.nothingToday")));
  return draft.outcome();
}

/** Nobody has come in time: what was drawn and not opened may be drawn again. */
async function miss(context: Context, draft: Draft, appointment: Appointment): Promise<void> {
  draft.put("appointment", { ...appointment, state: "missed", dueAt: null });
  for (const sitting of await sittingsAt(context, appointment.id)) draft.remove("sitting", sitting);
}

/** Says once more, kindly, that conversations are ready. */
async function offerAgain(
  context: Context,
  draft: Draft,
  appointment: Appointment,
  { at, deadline }: { readonly at: number; readonly deadline: number },
): Promise<void> {
  const leader = await leaderOf(context, { address: appointment.whoAddress, name: appointment.whoName });
  const left = (await sittingsAt(context, appointment.id)).length;
  const post = sayPrivately(context, draft, leader, offerMessage(context, leader, { appointment, left, as: "again" }));
  const posts = [...appointment.posts, post];
  draft.put("appointment", { ...appointment, offeredAgainAt: at, dueAt: deadline, posts });
}

/** The clock has reached an appointment: it is offered once more, or its time is up; one of which all conversations have gone goes too. Rejects as the store does. */
export async function advanceAppointment(event: EventOf<"appointment-due">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { at, subject } = event;
  const appointment = await context.store.get("appointment", subject);
  if (appointment === null || appointment.dueAt === null || appointment.dueAt > at) return draft.outcome();
  const shift = appointment.shiftId === null ? null : await context.store.get("shift", appointment.shiftId);
  const deadline = deadlineOf(appointment.at, shift);
  const isUp = at >= deadline;
  const isGone = appointment.state === "offered" && (await sittingsAt(context, appointment.id)).length === 0;
  if (isGone) draft.remove("appointment", appointment);
  else if (appointment.state === "offered" && isUp) await miss(context, draft, appointment);
  else if (appointment.state === "offered" && appointment.offeredAgainAt === null)
    await offerAgain(context, draft, appointment, { at, deadline });
  else draft.put("appointment", { ...appointment, dueAt: isUp ? null : deadline });
  return draft.outcome();
}
