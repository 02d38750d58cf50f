import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWithout } from "../say-who-may.ts";
import { actsOn, stateAfter, stepped } from "./enhancement.ts";

/** Somebody of the team plans an enhancement, has done it, or takes it up anew; planning and doing take a sentence. */
export async function workEnhancement(event: EventOf<"enhancement-acted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { wording, settings, store } = context;
  const { by, act, at } = event;
  const say = (key: "enhance.over" | "team.noteNeeded") =>
    wording.say(wording.choose(by.locale, settings.desk.locale), key);
  const item = await store.get("enhancement", event.enhancementId);
  const note = event.note?.trim() || null;
  if (!may(by.role, "work-case")) refuseWithout(context, draft, by, "work-case");
  else if (!item) draft.refuse({ code: "unknown", text: say("enhance.over") });
  else if (!actsOn(item).includes(act)) draft.refuse({ code: "late", text: say("enhance.over") });
  else if (note === null && act !== "reopen") draft.refuse({ code: "unclear", text: say("team.noteNeeded") });
  else {
    const step = { state: stateAfter(act), byAddress: by.address, byName: by.name ?? null, at, note };
    draft.put("enhancement", stepped(item, step));
  }
  return draft.outcome();
}
