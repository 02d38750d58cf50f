import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith } from "../say-who-may.ts";
import { leaderOf } from "./find-leader.ts";
import { plainNotice, sayPrivately } from "./sitting-messages.ts";

/** A lesson was put into practice, or was not after all: its owner says so, or whoever may sit down with conversations. Rejects as the store does. */
export async function workLesson(event: EventOf<"lesson-acted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, act, at } = event;
  const lesson = await context.store.get("lesson", event.lessonId);
  const isTheirs = lesson !== null && lesson.ownerAddress === by.address;
  if (!isTheirs && !may(by.role, "shadow"))
    refuseWith(context, draft, by, { code: "not-allowed", key: "lesson.notYours" });
  else if (lesson === null) refuseWith(context, draft, by, { code: "unknown", key: "sitting.over" });
  else if (act === "reopen") draft.put("lesson", { ...lesson, state: "open", doneAt: null, doneBy: null });
  else if (lesson.state === "open") {
    draft.put("lesson", { ...lesson, state: "done", doneAt: at, doneBy: by.name ?? by.address });
    const leader = await leaderOf(context, by);
    sayPrivately(context, draft, leader, plainNotice(leader.say("lesson.ticked")));
  }
  return draft.outcome();
}
