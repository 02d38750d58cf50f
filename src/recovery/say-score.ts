import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { platformOf } from "../interaction/address.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWithout } from "../say-who-may.ts";
import { isWithdrawn } from "../survey/response.ts";
import { customerName } from "../team/say-to-team.ts";
import { sayOfCase } from "./case-messages.ts";
import { fileOf } from "./find-case.ts";

/** Somebody wants to know the score that the card of a case withholds: they alone are told, unless it is their own help that was rated. */
export async function sayScore(event: EventOf<"score-wanted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, caseId } = event;
  const file = await fileOf(context, caseId);
  const isRated = file?.rated.includes(by.address) && !context.settings.recovery.agentsSeeOwnScores;
  if (!may(by.role, "read-figures")) refuseWithout(context, draft, by, "read-figures");
  else if (!file) draft.refuse({ code: "unknown", text: sayOfCase(context, "team.caseClosed") });
  else if (isWithdrawn(file.response)) draft.refuse({ code: "late", text: sayOfCase(context, "digest.takenBack") });
  else if (isRated) draft.refuse({ code: "not-allowed", text: sayOfCase(context, "team.ownScore") });
  else {
    const { score } = file.response;
    const text = sayOfCase(context, "card.fact", { customer: customerName(context, file.customer), score });
    const lane = file.item.alerts.find((card) => platformOf(card.lane) === platformOf(by.address))?.lane ?? by.address;
    draft.say({
      id: context.ids.next(),
      to: lane,
      message: { kind: "notice", text, actions: [], privateTo: by.address, about: file.item.interactionId },
    });
  }
  return draft.outcome();
}
