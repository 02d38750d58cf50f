import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { identify } from "../interaction/identify-person.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { privacyNotice } from "./privacy-messages.ts";

/** Somebody's words are not to be read any more by those who only want to learn, or may be again. */
export async function changeReading(event: EventOf<"reading-changed">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, read, at, answerIn } = event;
  if (!may(by.role, "opt-out", true)) return draft.outcome();
  const customer = await identify(context, draft, by, at);
  const readOptOutAt = read ? null : (customer.readOptOutAt ?? at);
  if (readOptOutAt !== customer.readOptOutAt) draft.put("customer", { ...customer, readOptOutAt });
  if (answerIn !== undefined) {
    const message = privacyNotice(context, by, read ? "privacy.readAgain" : "privacy.notRead");
    draft.say({ id: context.ids.next(), to: answerIn, message: { ...message, privateTo: by.address } });
  }
  return draft.outcome();
}
