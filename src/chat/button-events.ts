import { isNoAim } from "../digest/aim.ts";
import { DECISION_VERDICTS } from "../digest/decision.ts";
import type { InboundEvent } from "../events.ts";
import type { Person } from "../interaction/customer.ts";
import { readRaised } from "../recovery/announcement.ts";
import { readPeople, readTellings, type TellingStage } from "../survey/telling.ts";
import { type FormName, GREETING_WITHOUT_SCORE, MORE_ACTS } from "./forms.ts";

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
    case "told":
    case "told-later":
    case "told-source":
      return tellingEvent(subject, value, { ...stamp, stage: name === "told-later" ? "later" : "now" });
    case "told-people":
      return peopleEvent(subject, value, stamp);
    case "quote":
    case "quote-no":
      return { kind: "quote-answered", ...stamp, surveyId: subject, choice: name === "quote" ? "show" : "no" };
    case "quote-yes":
      return { kind: "quote-answered", ...stamp, surveyId: subject, choice: "yes", shown: Number(value) };
    case "withdraw":
    case "withdraw-sure":
      return { kind: "answer-withdrawn", ...stamp, surveyId: subject, isSure: name === "withdraw-sure" };
    case "enhance-reopen":
      return { kind: "enhancement-acted", ...stamp, enhancementId: subject, act: "reopen" };
    case "contact-no":
      return { kind: "contact-wished", ...stamp, surveyId: subject, wish: "no" };
    case "put-right":
    case "not-right":
      return { kind: "put-right-said", ...stamp, surveyId: subject, isRight: name === "put-right" };
    case "ask-anyway":
      return { kind: "ask-wanted", ...stamp, resolutionId: subject };
    case "case-claim":
      return { kind: "case-acted", ...stamp, caseId: subject, act: "claim" };
    case "case-contact":
      return { kind: "case-acted", ...stamp, caseId: subject, act: "contact" };
    case "case-reopen":
      return { kind: "case-acted", ...stamp, caseId: subject, act: "reopen" };
    case "case-take-back":
      return { kind: "case-acted", ...stamp, caseId: subject, act: "take-back" };
    case "case-score":
      return { kind: "score-wanted", ...stamp, caseId: subject };
    case "tell-confirm":
      return { kind: "telling-confirmed", ...stamp, tellingId: subject };
    case "tell-cancel":
      return { kind: "telling-cancelled", ...stamp, tellingId: subject };
    case "sit-now":
      return { kind: "sitting-wanted", ...stamp };
    case "sit-open":
      return { kind: "sitting-opened", ...stamp, sittingId: subject, via: "chat" };
    case "sit-next":
      return { kind: "sitting-next", ...stamp, appointmentId: subject, via: "chat" };
    case "guess":
      return { kind: "score-guessed", ...stamp, sittingId: subject, guess: value, via: "chat" };
    case "lesson-done":
      return { kind: "lesson-acted", ...stamp, lessonId: subject, act: "done" };
    case "live-follow":
      return { kind: "live-wanted", ...stamp, interactionId: subject };
    case "live-leave":
      return { kind: "live-left", ...stamp, listenerId: subject };
    case "open-page":
      return { kind: "link-wanted", ...stamp, path: subject };
    case "opt-in":
    case "opt-out":
      return { kind: "asking-changed", ...stamp, ask: name === "opt-in" };
    case "read-no":
    case "read-yes":
      return { kind: "reading-changed", ...stamp, read: name === "read-yes" };
    case "forget":
    case "forget-sure":
      return { kind: "forget-wanted", ...stamp, isSure: name === "forget-sure" };
    case "dm-yes":
    case "dm-no":
      return { kind: "asking-changed", ...stamp, directly: name === "dm-yes" };
    default:
      return { kind: "unsupported", id: stamp.id, at: stamp.at, what: `a click on ${name}` };
  }
}

/** What the customer says they have told others. A value that is none of ours tells nothing. */
function tellingEvent(
  surveyId: string,
  value: string | undefined,
  stamp: Stamp & { readonly stage: TellingStage },
): InboundEvent {
  return { kind: "told", ...stamp, surveyId, tellings: readTellings(value) };
}

/** How many heard it: `good:3-5`. */
function peopleEvent(surveyId: string, value: string | undefined, stamp: Stamp): InboundEvent {
  const [told, count] = (value ?? "").split(":");
  const people = readPeople(count);
  const tellings = people === null ? [] : readTellings(told);
  return { kind: "told", ...stamp, surveyId, tellings, stage: "now", ...(people === null ? {} : { people }) };
}

/** What was entered into a form; empty texts where nothing was. */
export interface FilledForm {
  readonly note: string;
  readonly product: string;
  readonly verdict: string;
  /** What customers raised, as {@link readRaised} reads it; none where the form is about that already. */
  readonly about?: string;
  /** The score chosen with the reason, none where the answer stays as it is; or what came of a greeting. */
  readonly score?: string;
  /** Ids from the desk's lists, empty where none was chosen. */
  readonly outcome?: string;
  readonly cause?: string;
  /** What else is to be done about a case. */
  readonly step?: string;
  /** The person who was chosen. */
  readonly person?: Person;
  /** What is to be mended, and until which day; of a lesson. */
  readonly toFix?: string;
  readonly dueOn?: string;
  /** How many conversations; of a shift. */
  readonly count?: string;
  /** Which number a decision shall move, to what and by when. */
  readonly aimMeasure?: string;
  readonly aimTo?: string;
  readonly aimBy?: string;
}

/** What a form about a case says has happened; null where it is not one. */
function caseEvent(form: string, caseId: string, filled: FilledForm, stamp: Stamp): InboundEvent | null {
  const { note, outcome, cause, person } = filled;
  const said = { kind: "case-acted", ...stamp, caseId, ...(note.trim() === "" ? {} : { note }) } as const;
  const named = { ...(outcome ? { outcomeKind: outcome } : {}), ...(cause ? { cause } : {}) };
  switch (form) {
    case "case-resolve":
      return { ...said, act: "resolve", ...named };
    case "case-unreachable":
      return { ...said, act: "close", ...named };
    case "case-assign":
      return { ...said, act: "assign", ...(person ? { to: person } : {}) };
    case "case-more":
      return { ...said, act: MORE_ACTS.find((one) => one === filled.step) ?? "note" };
    default:
      return null;
  }
}

/** What a submitted form says has happened; null where it is not one of ours. */
export function eventOfForm(form: string, subject: string, filled: FilledForm, stamp: Stamp): InboundEvent | null {
  const { note, product, score, about = "" } = filled;
  switch (form) {
    case "comment":
      if (score !== undefined)
        return { kind: "score-given", ...stamp, surveyId: subject, score, comment: note, via: "form" };
      return { kind: "comment-given", ...stamp, surveyId: subject, comment: note, via: "form" };
    case "enhance-plan":
    case "enhance-finish": {
      const act = form === "enhance-plan" ? "plan" : "finish";
      return { kind: "enhancement-acted", ...stamp, enhancementId: subject, act, note };
    }
    case "contact-how":
      return { kind: "contact-wished", ...stamp, surveyId: subject, wish: "yes", how: note };
    case "resolve":
      return resolutionEvent(subject, { note, product }, stamp);
    case "cord-pull":
      return { kind: "cord-pulled", ...stamp, conversation: subject, sentence: note, ...(product ? { product } : {}) };
    case "cord-words":
      return { kind: "cord-worded", ...stamp, cordId: subject, sentence: note, ...(product ? { product } : {}) };
    case "cord-answer":
      return { kind: "cord-answered", ...stamp, cordId: subject, sentence: note };
    case "tell":
      return { kind: "telling-wanted", ...stamp, about: readRaised(subject) ?? readRaised(about), sentence: note };
    case "decide":
      return decisionEvent(subject, filled, stamp);
    case "greet":
      return greetingEvent(subject, { note, ...(score === undefined ? {} : { score }) }, stamp);
    case "lesson":
      return lessonEvent(subject, filled, stamp);
    case "live-note":
      return { kind: "live-noted", ...stamp, listenerId: subject, note };
    case "shift":
      return shiftEvent(note, filled.count, stamp);
    default:
      return caseEvent(form, subject, filled, stamp);
  }
}

function lessonEvent(sittingId: string, filled: FilledForm, stamp: Stamp): InboundEvent {
  const { note: surprised, toFix = "", dueOn = "", person } = filled;
  const named = { ...(person ? { owner: person } : {}), ...(dueOn.trim() === "" ? {} : { dueOn: dueOn.trim() }) };
  return { kind: "lesson-given", ...stamp, sittingId, surprised, toFix, ...named };
}

/** Somebody takes a standing appointment upon themself, as it was written: `tue 09:00`. */
export function shiftEvent(every: string, count: string | undefined, stamp: Stamp): InboundEvent {
  return { kind: "shift-set", ...stamp, every, ...(count ? { transcripts: Number(count) } : {}) };
}

/** What came of a greeting, as the menu of the form has it: a score, or why there is none. */
function greetingEvent(
  greetingId: string,
  { note, score }: Pick<FilledForm, "note" | "score">,
  stamp: Stamp,
): InboundEvent {
  const came = GREETING_WITHOUT_SCORE.find((one) => one === score) ?? "answered";
  return { kind: "greeting-recorded", ...stamp, greetingId, came, note, ...(came === "answered" ? { score } : {}) };
}

function decisionEvent(productId: string, filled: FilledForm, stamp: Stamp): InboundEvent | null {
  const { note, verdict, aimMeasure: measure = "", aimTo: to = "", aimBy: by = "" } = filled;
  const known = DECISION_VERDICTS.find((one) => one === verdict);
  const given = { measure, to, by };
  const aim = isNoAim(given) ? {} : { aim: given };
  return known ? { kind: "product-decided", ...stamp, productId, verdict: known, sentence: note, ...aim } : null;
}

/** Somebody resolved the conversation, perhaps naming its product, or in `note` a reason not to ask. */
export function resolutionEvent(
  conversation: string,
  { note, product }: Pick<FilledForm, "note" | "product">,
  stamp: Stamp,
): InboundEvent {
  const skip = note.trim();
  return { kind: "resolved", ...stamp, conversation, ...(product ? { product } : {}), ...(skip ? { skip } : {}) };
}
