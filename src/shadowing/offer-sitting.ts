import type { Context } from "../context.ts";
import type { Draft } from "../outcome.ts";
import type { Appointment, SittingFilter } from "./appointment.ts";
import { deadlineOf, offeredAgainAt } from "./appointment-times.ts";
import type { Leader } from "./find-leader.ts";
import { type Draw, gatherDraw } from "./gather-draw.ts";
import type { Shift } from "./shift.ts";
import type { Sitting } from "./sitting.ts";
import { offerMessage, sayPrivately } from "./sitting-messages.ts";

/** To whom conversations are offered, and which. */
export interface SittingOffer {
  readonly leader: Leader;
  /** The standing appointment that has come; null where they begin it themself. */
  readonly shift: Shift | null;
  /** When it was due. */
  readonly at: number;
  readonly now: number;
  readonly count: number;
  readonly filter: SittingFilter | null;
  /** Where, instead of on their direct line. */
  readonly answerIn?: string | undefined;
}

function appointmentOf({ ids, settings }: Context, offer: SittingOffer, seed: string, { lacking }: Draw): Appointment {
  const { leader, shift, at, filter } = offer;
  const { businessHours, holidays } = settings.desk;
  const again = offeredAgainAt(offer.now, { businessHours, holidays, zone: leader.zone });
  return {
    id: ids.next(),
    version: 0,
    shiftId: shift?.id ?? null,
    whoAddress: leader.address,
    whoName: leader.name,
    at,
    state: "offered",
    filter,
    seed,
    lacking,
    offeredAgainAt: null,
    keptAt: null,
    dueAt: shift === null ? null : Math.min(again, deadlineOf(at, shift)),
    posts: [],
  };
}

function sittingsOf({ ids }: Context, { id, whoAddress }: Appointment, { talks }: Draw): Sitting[] {
  const untouched = { openedAt: null, guess: null, guessedAt: null, score: null, state: "drawn" } as const;
  return talks.map(({ interactionId, resolutionId, responseId, drawnAs }, index) => ({
    ...{ id: ids.next(), version: 0, appointmentId: id, number: index + 1, whoAddress },
    ...{ interactionId, resolutionId, responseId, drawnAs, ...untouched },
  }));
}

/** Draws conversations for somebody and offers them, privately; gives the appointment, or null where there is nothing left that they have not read. */
export async function offerSitting(context: Context, draft: Draft, offer: SittingOffer): Promise<Appointment | null> {
  const { leader, count, filter, at } = offer;
  const seed = `${leader.address}|${new Date(at).toISOString()}`;
  const draw = await gatherDraw(context, { who: leader, count, filter, seed, at: offer.now });
  if (draw.talks.length === 0) return null;
  const appointment = appointmentOf(context, offer, seed, draw);
  for (const sitting of sittingsOf(context, appointment, draw)) draft.put("sitting", sitting);
  const message = offerMessage(context, leader, { appointment, left: draw.talks.length, as: "new" });
  const post = sayPrivately(context, draft, leader, message, offer.answerIn);
  const offered = { ...appointment, posts: [post] };
  draft.put("appointment", offered);
  return offered;
}
