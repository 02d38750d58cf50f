import { dateFormat } from "../calendar/date-format.ts";
import { nextMomentOf } from "../calendar/weekly.ts";
import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import type { Person } from "../interaction/customer.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWithout } from "../say-who-may.ts";
import { type Leader, leaderOf } from "./find-leader.ts";
import type { Shift } from "./shift.ts";
import { plainNotice, sayPrivately } from "./sitting-messages.ts";
import { MOST_TRANSCRIPTS, USUAL_TRANSCRIPTS, writtenShift } from "./written-shift.ts";

type Standing = Pick<Shift, "every" | "transcripts" | "source" | "zone">;

function shiftOf({ ids }: Context, leader: Pick<Leader, "address" | "name">, standing: Standing, at: number): Shift {
  const who = { whoAddress: leader.address, whoName: leader.name };
  const dueAt = nextMomentOf(standing.every, at, standing.zone);
  return { id: ids.next(), version: 0, ...who, ...standing, state: "standing", createdAt: at, dueAt };
}

function end(draft: Draft, shift: Shift): void {
  draft.put("shift", { ...shift, state: "ended", dueAt: null });
}

function ownShifts({ store }: Context, whoAddress: string): Promise<Shift[]> {
  return store.list("shift", { where: { whoAddress, source: "person", state: "standing" } });
}

/** When that is, in the person's own words: `Tuesday 09:00`. */
function saidWhen({ locale }: Leader, { dueAt, zone }: Shift, isFirst: boolean): string {
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone } as const;
  const day = isFirst ? ({ day: "numeric", month: "long" } as const) : {};
  return dateFormat(locale, { weekday: "long", ...day, ...time }).format(dueAt ?? 0);
}

function readShift({ every, transcripts }: EventOf<"shift-set">): Pick<Shift, "every" | "transcripts"> | null {
  const written = writtenShift(every);
  const count = transcripts ?? written?.transcripts ?? USUAL_TRANSCRIPTS;
  if (written === null || !Number.isInteger(count) || count < 1 || count > MOST_TRANSCRIPTS) return null;
  return { every: written.every, transcripts: count };
}

function isRefused(context: Context, draft: Draft, by: Person): boolean {
  if (may(by.role, "shadow")) return false;
  refuseWithout(context, draft, by, "shadow");
  return true;
}

/** Somebody takes a standing appointment upon themself; the one that they had before ends. Rejects as the store does. */
export async function setShift(event: EventOf<"shift-set">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, at, answerIn } = event;
  if (isRefused(context, draft, by)) return draft.outcome();
  const leader = await leaderOf(context, by);
  const read = readShift(event);
  if (read === null) {
    draft.refuse({ code: "unclear", text: leader.say("shift.unclear", { most: MOST_TRANSCRIPTS }) });
    return draft.outcome();
  }
  const { every, transcripts } = read;
  const wanted = { every, transcripts, source: "person", zone: leader.zone } as const;
  const before = await ownShifts(context, by.address);
  const same = before.find((one) => one.every === every && one.zone === wanted.zone);
  for (const shift of before) if (shift !== same) end(draft, shift);
  const shift = same ? { ...same, transcripts } : shiftOf(context, leader, wanted, at);
  draft.put("shift", shift);
  const values = { when: saidWhen(leader, shift, false), first: saidWhen(leader, shift, true), count: transcripts };
  sayPrivately(context, draft, leader, plainNotice(leader.say("shift.set", values)), answerIn);
  return draft.outcome();
}

/** Somebody ends their own standing appointment; one that the settings name is ended there. Rejects as the store does. */
export async function endShift(event: EventOf<"shift-ended">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, shiftId, answerIn } = event;
  if (isRefused(context, draft, by)) return draft.outcome();
  const leader = await leaderOf(context, by);
  const named = shiftId === undefined ? null : await context.store.get("shift", shiftId);
  const own = (await ownShifts(context, by.address)).filter(({ id }) => shiftId === undefined || id === shiftId);
  const refusal = named?.source === "settings" ? "shift.ofSettings" : "shift.none";
  if (own.length === 0) draft.refuse({ code: "unknown", text: leader.say(refusal) });
  for (const shift of own) end(draft, shift);
  if (own.length > 0) sayPrivately(context, draft, leader, plainNotice(leader.say("shift.ended")), answerIn);
  return draft.outcome();
}

/** The shifts that the settings name stand as they are there, and no other ones of the settings. Rejects as the store does. */
export async function settleShifts(event: EventOf<"shifts-set">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { store, settings } = context;
  const left = await store.list("shift", { where: { source: "settings", state: "standing" } });
  for (const { who, every, transcripts } of settings.shadowing.shifts) {
    const leader = await leaderOf(context, { address: who });
    const index = left.findIndex((one) => one.whoAddress === who && one.every === every && one.zone === leader.zone);
    const [known] = index < 0 ? [] : left.splice(index, 1);
    const standing = { every, transcripts, source: "settings", zone: leader.zone } as const;
    if (known === undefined) draft.put("shift", shiftOf(context, leader, standing, event.at));
    else if (known.transcripts !== transcripts) draft.put("shift", { ...known, transcripts });
  }
  for (const shift of left) end(draft, shift);
  return draft.outcome();
}
