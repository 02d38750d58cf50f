import { Temporal } from "temporal-polyfill";
import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { isColleague } from "../interaction/customer.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { refuseWith } from "../say-who-may.ts";
import { type Leader, leaderOf } from "./find-leader.ts";
import { ownSitting, type SittingFile } from "./find-sitting.ts";
import type { Lesson } from "./lesson.ts";
import { keptMessage, ownedMessage } from "./lesson-messages.ts";
import { settleAppointment } from "./settle-appointment.ts";
import { sayPrivately } from "./sitting-messages.ts";

/** The day as calendars write it; null where it is none. */
function dayIn(text: string): string | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text, { overflow: "reject" }).toString() : null;
  } catch {
    return null;
  }
}

/** Why the lesson cannot be taken as it is; null where it can. */
function faultIn({ surprised, toFix, owner, dueOn }: EventOf<"lesson-given">) {
  if (surprised.trim() === "" && toFix.trim() === "") return "lesson.empty";
  if (owner !== undefined && !isColleague(owner.role)) return "lesson.ownerOutside";
  return dueOn !== undefined && dayIn(dueOn) === null ? "lesson.dayUnclear" : null;
}

function lessonOf(
  { ids }: Context,
  given: EventOf<"lesson-given">,
  leader: Leader,
  known: Lesson | null,
  hide: (text: string) => string,
): Lesson {
  const { sittingId, surprised, toFix, owner, dueOn, at } = given;
  const open = { state: "open", doneAt: null, doneBy: null } as const;
  const begun = { id: ids.next(), version: 0, sittingId, at, ...open };
  return {
    ...(known ?? begun),
    whoAddress: leader.address,
    whoName: leader.name,
    surprised: hide(surprised.trim()),
    toFix: hide(toFix.trim()),
    ownerAddress: owner?.address ?? known?.ownerAddress ?? null,
    ownerName: owner?.name ?? known?.ownerName ?? null,
    dueOn: dueOn ?? known?.dueOn ?? null,
  };
}

/** Tells whoever is to see to it, unless that is the leader. */
function tellOwner(context: Context, draft: Draft, lesson: Lesson, before: Lesson | null): void {
  const { ownerAddress, whoAddress } = lesson;
  if (ownerAddress === null || ownerAddress === whoAddress || ownerAddress === before?.ownerAddress) return;
  const message = ownedMessage(context, lesson);
  draft.say({ id: context.ids.next(), to: ownerAddress, message });
}

async function record(
  context: Context,
  draft: Draft,
  file: SittingFile,
  given: EventOf<"lesson-given">,
): Promise<void> {
  const { sitting, appointment, all } = file;
  const leader = await leaderOf(context, given.by);
  const [known = null] = await context.store.list("lesson", { where: { sittingId: sitting.id } });
  const cover = await coverOf(context, [sitting.interactionId]);
  const lesson = lessonOf(context, given, leader, known, (text) => cover(text, sitting.interactionId));
  draft.put("lesson", lesson);
  tellOwner(context, draft, lesson, known);
  if (sitting.state === "done") return;
  draft.put("sitting", { ...sitting, state: "done" });
  const after = all.map((one) => (one.id === sitting.id ? { ...sitting, state: "done" as const } : one));
  settleAppointment(draft, appointment, after, given.at);
  if (given.via === "page") return;
  const left = after.filter(({ state }) => state !== "done").length;
  sayPrivately(context, draft, leader, keptMessage(leader, appointment.id, left));
}

/** Somebody closes a sitting with what they take from it, which names nobody of the conversation; once more, they word it anew. Rejects as the store does. */
export async function recordLesson(event: EventOf<"lesson-given">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const file = await ownSitting(context, draft, { by: event.by, via: event.via ?? "chat" }, event.sittingId);
  if (file === null) return draft.outcome();
  const fault = faultIn(event);
  if (file.sitting.guessedAt === null)
    refuseWith(context, draft, event.by, { code: "late", key: "sitting.guessFirst" });
  else if (fault !== null) refuseWith(context, draft, event.by, { code: "unclear", key: fault });
  else await record(context, draft, file, event);
  return draft.outcome();
}
