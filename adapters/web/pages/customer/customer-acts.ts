import { eventOfForm, eventOfPress } from "../../../../src/chat/button-events.ts";
import type { InboundEvent } from "../../../../src/events.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import { yesOrNo } from "../../../../src/survey/yes-or-no.ts";
import { type DirectCommand, directCommand } from "../../../../src/talk/direct-commands.ts";
import type { Form } from "../form.ts";
import { chatAddress } from "../people.ts";

/** What may be asked of the bot in a chat in so many words. */
const WISHES: readonly (DirectCommand | null)[] = ["stop", "start", "data", "forget", "unread", "read", "correct"];

/** Whether what a customer wrote is for the bot itself: a wish, or the answer to whether they are sure of one. */
export function isForBot(text: string, isKnown: boolean): boolean {
  return WISHES.includes(directCommand(text)) || (isKnown && yesOrNo(text) === "yes");
}

/** What a customer's form says has happened: another score in the same form is another act, and what they decide for themselves is confirmed in the chat. */
export function customerAct(form: Form, by: Person, chat: string, at: number): InboundEvent {
  const [name, subject, value] = [form.text("act"), form.text("subject"), form.text("score") || form.text("value")];
  const id = name === "score" ? `${form.eventId}:score:${value}` : form.eventId;
  const filled = { note: form.text("comment"), product: "", verdict: "" };
  const event =
    eventOfForm(name, subject, filled, { id, by, at }) ?? eventOfPress({ name, subject, value }, { id, by, at });
  const isWish = event.kind === "asking-changed" || event.kind === "reading-changed" || event.kind === "forget-wanted";
  return isWish ? { ...event, answerIn: chatAddress(chat) } : event;
}
