import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWithout } from "../say-who-may.ts";
import { isWithdrawn, type Response, WITHDRAWN } from "../survey/response.ts";

/** The reason as it is kept: the word by which a customer takes an answer back is theirs alone. */
function reasonOf(given: string | null): string | null {
  const reason = given?.trim() ?? null;
  return reason === WITHDRAWN ? `${reason} (team)` : reason;
}

/** The audit log tells who did it and why, without whom the answer is from: it forgets nothing. */
async function tell(
  context: Context,
  draft: Draft,
  { by, via = "chat" }: EventOf<"answer-excluded">,
  { id, interactionId, excluded }: Response,
): Promise<void> {
  const cover = await coverOf(context, [interactionId]);
  const [act, facts] =
    excluded === null
      ? (["counted-again", {}] as const)
      : (["excluded", { reason: cover(excluded, interactionId) }] as const);
  draft.audit({ by, act, table: "response", subject: id, via, facts });
}

/** Somebody with the right to it leaves an answer out of the score, or counts it again. */
export async function excludeAnswer(event: EventOf<"answer-excluded">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { wording, settings, store } = context;
  const say = (key: "digest.noAnswer" | "digest.reasonNeeded" | "digest.takenBack") =>
    wording.say(wording.choose(settings.desk.locale), key);
  const response = await store.get("response", event.responseId);
  const excluded = reasonOf(event.reason);
  if (!may(event.by.role, "exclude-answer")) refuseWithout(context, draft, event.by, "exclude-answer");
  else if (!response) draft.refuse({ code: "unknown", text: say("digest.noAnswer") });
  else if (isWithdrawn(response)) draft.refuse({ code: "late", text: say("digest.takenBack") });
  else if (excluded === "") draft.refuse({ code: "unclear", text: say("digest.reasonNeeded") });
  else if (excluded !== response.excluded) {
    draft.put("response", { ...response, excluded });
    await tell(context, draft, event, { ...response, excluded });
  }
  return draft.outcome();
}
