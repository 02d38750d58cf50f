import { eventOfForm, eventOfPress } from "../../../../src/chat/button-events.ts";
import type { InboundEvent } from "../../../../src/events.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { Form } from "../form.ts";
import { chatAddress } from "../people.ts";

/** What a customer's form says has happened: another score in the same form is another act, and a change of being asked is confirmed in the chat. */
export function customerAct(form: Form, by: Person, at: number): InboundEvent {
  const [name, subject, value] = [form.text("act"), form.text("subject"), form.text("score") || form.text("value")];
  const id = name === "score" ? `${form.eventId}:${value}` : form.eventId;
  const filled = { note: form.text("comment"), product: "", verdict: "" };
  const event =
    eventOfForm(name, subject, filled, { id, by, at }) ?? eventOfPress({ name, subject, value }, { id, by, at });
  return event.kind === "asking-changed" ? { ...event, answerIn: chatAddress(form.text("chat")) } : event;
}
