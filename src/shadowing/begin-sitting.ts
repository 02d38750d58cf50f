import type { Context } from "../context.ts";
import { parseWeek } from "../digest/week.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { type Appointment, isSameFilter, type SittingFilter } from "./appointment.ts";
import { type Leader, leaderOf } from "./find-leader.ts";
import { maySit, sittingsAt } from "./find-sitting.ts";
import { offerSitting } from "./offer-sitting.ts";
import { offerMessage, sayPrivately } from "./sitting-messages.ts";
import { MOST_TRANSCRIPTS, USUAL_TRANSCRIPTS } from "./written-shift.ts";

/** What was begun so long ago is not gone on with, milliseconds. */
const RESUMED_WITHIN_MS = 7 * 86_400_000;

/** Where there is no product or week of that name: a sentence that says so. */
function faultIn({ settings }: Context, { say }: Leader, filter: SittingFilter | undefined): string | null {
  const { product, week } = filter ?? {};
  if (product !== undefined && !settings.products.some(({ id }) => id === product))
    return say("sitting.noProduct", { product });
  return week !== undefined && parseWeek(week) === null ? say("sitting.noWeek", { week }) : null;
}

/** The latest sitting of theirs with this filter that they have not finished, and how much of it is left. */
async function unfinished(
  context: Context,
  { address }: Leader,
  filter: SittingFilter | null,
  at: number,
): Promise<{ readonly appointment: Appointment; readonly left: number } | null> {
  const where = { whoAddress: address, state: ["offered", "begun"] } as const;
  const lately = { atLeast: { at: at - RESUMED_WITHIN_MS }, orderBy: "at", descending: true } as const;
  for (const appointment of await context.store.list("appointment", { where, ...lately })) {
    const left = (await sittingsAt(context, appointment.id)).filter(({ state }) => state !== "done").length;
    if (left > 0 && isSameFilter(appointment.filter, filter)) return { appointment, left };
  }
  return null;
}

async function begin(context: Context, draft: Draft, event: EventOf<"sitting-wanted">, leader: Leader): Promise<void> {
  const { at, answerIn, count = USUAL_TRANSCRIPTS } = event;
  const named = Object.entries(event.filter ?? {}).filter(([, value]) => value !== undefined && value !== "");
  const filter: SittingFilter | null = named.length === 0 ? null : Object.fromEntries(named);
  const before = await unfinished(context, leader, filter, at);
  if (before !== null) {
    const message = offerMessage(context, leader, { ...before, as: "rest" });
    const post = sayPrivately(context, draft, leader, message, answerIn);
    return draft.put("appointment", { ...before.appointment, posts: [post] });
  }
  const most = Math.min(MOST_TRANSCRIPTS, Math.max(1, Math.floor(count) || USUAL_TRANSCRIPTS));
  const offer = { leader, shift: null, at, now: at, count: most, filter, answerIn };
  if ((await offerSitting(context, draft, offer)) !== null) return;
  draft.refuse({ code: "unknown", text: leader.say(filter === null ? "sitting.nothing" : "sitting.nothingSuch") });
}

/** Somebody wants to sit down with conversations now: they go on with what they have not finished, or new ones are drawn. Rejects as the store does. */
export async function beginSitting(event: EventOf<"sitting-wanted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  if (!maySit(context, draft, { by: event.by, via: "chat" }, null)) return draft.outcome();
  const leader = await leaderOf(context, event.by);
  const fault = faultIn(context, leader, event.filter);
  if (fault === null) await begin(context, draft, event, leader);
  else draft.refuse({ code: "unclear", text: fault });
  return draft.outcome();
}
