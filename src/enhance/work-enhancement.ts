import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import { actsOn, stateAfter, stepped } from "./enhancement.ts";

/** Somebody of the team plans an enhancement, has done it, or takes it up anew; planning and doing take a sentence. */
export async function workEnhancement(event: EventOf<"enhancement-acted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, act, at } = event;
  const item = await context.store.get("enhancement", event.enhancementId);
  const note = event.note?.trim() || null;
  if (!may(by.role, "work-case")) refuseWithout(context, draft, by, "work-case");
  else if (!item) refuseWith(context, draft, by, { code: "unknown", key: "enhance.over" });
  else if (!actsOn(item).includes(act)) refuseWith(context, draft, by, { code: "late", key: "enhance.over" });
  else if (note === null && act !== "reopen")
    refuseWith(context, draft, by, { code: "unclear", key: "team.noteNeeded" });
  else {
    const step = { state: stateAfter(act), byAddress: by.address, byName: by.name ?? null, at, note };
    draft.put("enhancement", stepped(item, step));
  }
  return draft.outcome();
}
