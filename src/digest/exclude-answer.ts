import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { isTeam } from "../interaction/customer.ts";
import { createDraft, type Outcome } from "../outcome.ts";

/** Somebody of the team leaves an answer out of the score, or counts it again. */
export async function excludeAnswer(event: EventOf<"answer-excluded">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { wording, settings, store } = context;
  const say = (key: "team.notAllowed" | "digest.noAnswer" | "digest.reasonNeeded") =>
    wording.say(wording.choose(settings.desk.locale), key);
  const response = await store.get("response", event.responseId);
  const excluded = event.reason?.trim() ?? null;
  if (!isTeam(event.by.role)) draft.refuse({ code: "not-allowed", text: say("team.notAllowed") });
  else if (!response) draft.refuse({ code: "unknown", text: say("digest.noAnswer") });
  else if (excluded === "") draft.refuse({ code: "unclear", text: say("digest.reasonNeeded") });
  else if (excluded !== response.excluded) draft.put("response", { ...response, excluded });
  return draft.outcome();
}
