import type { InboundEvent } from "../../../../src/events.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { Form } from "../form.ts";
import { chatAddress } from "../people.ts";

function scoreIn(text: string): unknown {
  return /^[0-9]{1,2}$/.test(text) ? Number(text) : text;
}

/** What a customer's form asks for, or null where it is none of a customer's acts. */
export function customerAct(form: Form, by: Person, at: number): InboundEvent | null {
  const surveyId = form.text("subject");
  const act = { id: form.eventId, at, surveyId, by };
  switch (form.text("act")) {
    case "score": {
      const score = form.text("score");
      return { ...act, id: `${form.eventId}:${score}`, kind: "score-given", score: scoreIn(score), via: "tap" };
    }
    case "comment":
      return { ...act, kind: "comment-given", comment: form.text("comment"), via: "form" };
    case "change":
      return { ...act, kind: "change-wanted" };
    case "not-now":
      return { ...act, kind: "declined", choice: "not-now" };
    case "never":
      return { ...act, kind: "declined", choice: "never" };
    case "new-question":
      return { ...act, kind: "new-question" };
    case "opt-in":
      return { id: form.eventId, at, kind: "asking-changed", by, ask: true, answerIn: chatAddress(form.text("chat")) };
    default:
      return null;
  }
}
