import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { shortName } from "../interaction/bounds.ts";
import { identify } from "../interaction/identify-person.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { isCorrection } from "../talk/correction.ts";
import { customerName, sayToTeam } from "../team/say-to-team.ts";
import type { WordingKey } from "../wording.ts";
import { privacyNotice } from "./privacy-messages.ts";

/** Somebody corrects their name or e-mail address, which is done at once; anything else the team is told, and puts right. */
export async function correctCustomer(event: EventOf<"correction-wanted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, field, at, answerIn } = event;
  const text = event.text.trim();
  if (!may(by.role, "read-own-data", true)) return draft.outcome();
  const tell = (key: WordingKey) => {
    if (answerIn === undefined) return;
    const message = privacyNotice(context, by, key, { value: text });
    draft.say({ id: context.ids.next(), to: answerIn, message: { ...message, privateTo: by.address } });
  };
  if (!isCorrection({ field, text })) {
    draft.refuse(
      { code: "unclear", text: privacyNotice(context, by, "privacy.correctHow").text },
      answerIn !== undefined,
    );
    tell("privacy.correctHow");
    return draft.outcome();
  }
  const customer = await identify(context, draft, by, at);
  if (field === "other") {
    const { wording, settings } = context;
    const values = { customer: customerName(context, customer) };
    const said = wording.say(wording.choose(settings.desk.locale), "privacy.correctTeam", values);
    const [latest] = await context.store.list("interaction", {
      where: { customerId: customer.id },
      orderBy: "lastActivityAt",
      descending: true,
      limit: 1,
    });
    const about = latest ? { about: latest.id } : {};
    sayToTeam(context, draft, { kind: "alert", text: said, quote: { text, by: null }, actions: [], ...about });
    tell("privacy.correctPassedOn");
    return draft.outcome();
  }
  draft.put("customer", { ...customer, [field]: field === "name" ? shortName(text) : text, correctedAt: at });
  tell("privacy.corrected");
  return draft.outcome();
}
