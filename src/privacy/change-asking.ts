import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import type { Customer } from "../interaction/customer.ts";
import { identify, updateKnown } from "../interaction/identify-person.ts";
import type { OutboundMessage } from "../messages.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";

/** The person stops or resumes being asked, for good, or agrees to direct messages. Surveys that still wait look at it when their time comes. */
export async function changeAsking(event: EventOf<"asking-changed">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  if (!may(event.by.role, "opt-out", true)) return draft.outcome();
  const customer = await identify(context, draft, event.by, event.at);
  const optedOutAt = stamp(customer.optedOutAt, event.ask === undefined ? undefined : !event.ask, event.at);
  const directConsentAt = stamp(customer.directConsentAt, event.directly, event.at);
  if (optedOutAt !== customer.optedOutAt || directConsentAt !== customer.directConsentAt) {
    draft.put("customer", { ...customer, optedOutAt, directConsentAt });
  }
  if (event.answerIn && event.ask !== undefined) {
    draft.say({ id: context.ids.next(), to: event.answerIn, message: confirmation(context, customer, event) });
  }
  return draft.outcome();
}

/** Since when it holds, after somebody wants it to hold or not; what they leave open stays. */
function stamp(since: number | null, wanted: boolean | undefined, at: number): number | null {
  if (wanted === undefined) return since;
  return wanted ? (since ?? at) : null;
}

function confirmation(context: Context, customer: Customer, event: EventOf<"asking-changed">): OutboundMessage {
  const locale = context.wording.choose(customer.locale, context.settings.desk.locale);
  const text = context.wording.say(locale, event.ask ? "survey.optedIn" : "survey.optedOut");
  return { kind: "notice", text, actions: [], privateTo: event.by.address };
}

/** The platform told us more about a person we know; nobody is made known by it. */
export async function describePerson(event: EventOf<"person-described">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  await updateKnown(context, draft, event.person, event.at);
  return draft.outcome();
}
