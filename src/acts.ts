import type { InboundEvent } from "./events.ts";
import type { Person } from "./interaction/customer.ts";
import type { WordingKey } from "./wording.ts";

/** A form that a chat platform shows before anything is recorded. */
export const FORMS = ["comment", "case-resolve", "case-unreachable", "resolve"] as const;
export type FormName = (typeof FORMS)[number];

/** Titles of the forms. */
export const FORM_TITLES: Readonly<Record<FormName, WordingKey>> = {
  comment: "survey.comment",
  "case-resolve": "team.resolve",
  "case-unreachable": "team.giveUp",
  resolve: "form.resolve",
};

/** The words asked for in each form. */
export const FORM_NOTES: Readonly<Record<FormName, { readonly label: WordingKey; readonly isOptional: boolean }>> = {
  comment: { label: "chat.reasonLabel", isOptional: false },
  "case-resolve": { label: "form.done", isOptional: false },
  "case-unreachable": { label: "form.tried", isOptional: false },
  resolve: { label: "form.skip", isOptional: true },
};

/** What a press of a button asks for: something that has happened, or a form. */
export type Click =
  | { readonly kind: "event"; readonly event: InboundEvent }
  | { readonly kind: "form"; readonly form: FormName; readonly subject: string };

/** The unique name of an act, who did it and when. */
export interface Stamp {
  readonly id: string;
  readonly by: Person;
  readonly at: number;
}

export function isForm(name: string): name is FormName {
  return (FORMS as readonly string[]).includes(name);
}

/** What is pressed: its name, what it acts on, and the score where it has one. */
export interface Pressed {
  readonly name: string;
  readonly subject: string;
  readonly value?: string | undefined;
}

/** What a press of one of our buttons says has happened. An unknown one is a value. */
export function eventOfPress({ name, subject, value }: Pressed, stamp: Stamp): InboundEvent {
  switch (name) {
    case "score":
      return { kind: "score-given", ...stamp, surveyId: subject, score: value, via: "tap" };
    case "not-now":
    case "never":
      return { kind: "declined", ...stamp, surveyId: subject, choice: name };
    case "change":
      return { kind: "change-wanted", ...stamp, surveyId: subject };
    case "new-question":
      return { kind: "new-question", ...stamp, surveyId: subject };
    case "case-claim":
      return { kind: "case-acted", ...stamp, caseId: subject, act: "claim" };
    case "case-contact":
      return { kind: "case-acted", ...stamp, caseId: subject, act: "contact" };
    case "opt-in":
    case "opt-out":
      return { kind: "asking-changed", ...stamp, ask: name === "opt-in" };
    case "dm-yes":
    case "dm-no":
      return { kind: "asking-changed", ...stamp, directly: name === "dm-yes" };
    default:
      return { kind: "unsupported", id: stamp.id, at: stamp.at, what: `a click on ${name}` };
  }
}

/** What was entered into a form; empty texts where nothing was. */
export interface Filled {
  readonly note: string;
  readonly product: string;
}

/** What a submitted form says has happened; null where it is not one of ours. */
export function eventOfForm(
  form: string,
  subject: string,
  { note, product }: Filled,
  stamp: Stamp,
): InboundEvent | null {
  switch (form) {
    case "comment":
      return { kind: "comment-given", ...stamp, surveyId: subject, comment: note, via: "form" };
    case "case-resolve":
      return { kind: "case-acted", ...stamp, caseId: subject, act: "resolve", note };
    case "case-unreachable":
      return { kind: "case-acted", ...stamp, caseId: subject, act: "unreachable", note };
    case "resolve":
      return resolutionEvent(subject, { note, product }, stamp);
    default:
      return null;
  }
}

/** Somebody resolved the conversation, perhaps naming its product, or in `note` a reason not to ask. */
export function resolutionEvent(conversation: string, { note, product }: Filled, stamp: Stamp): InboundEvent {
  const skip = note.trim();
  return { kind: "resolved", ...stamp, conversation, ...(product ? { product } : {}), ...(skip ? { skip } : {}) };
}
