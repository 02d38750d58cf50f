import { DECISION_VERDICTS } from "../digest/decision.ts";
import { productName } from "../name-product.ts";
import { type RaisedKind, raisedText, readRaised } from "../recovery/announcement.ts";
import { type ReasonKind, reasonsOf } from "../recovery/name-reasons.ts";
import type { Refusable } from "../say-who-may.ts";
import type { Settings } from "../settings.ts";
import { scores } from "../survey/score.ts";
import type { SayWords, Wording, WordingKey } from "../wording.ts";
import { aimLines } from "./aim-lines.ts";
import type { Choice, FormLine } from "./form-fields.ts";

/** A form that a chat platform shows before anything is recorded. */
export const FORMS = [
  "comment",
  "contact-how",
  "case-resolve",
  "case-unreachable",
  "case-assign",
  "case-more",
  "resolve",
  "decide",
  "enhance-plan",
  "enhance-finish",
  "greet",
  "cord-pull",
  "cord-words",
  "cord-answer",
  "tell",
  "lesson",
  "live-note",
  "shift",
] as const;
export type FormName = (typeof FORMS)[number];

/** The subject of a form that is about nothing yet: what it is about is chosen there. */
export const ANYTHING = "any";

export function isForm(name: string): name is FormName {
  return (FORMS as readonly string[]).includes(name);
}

/** The right that somebody needs before a form is opened for them; null where it is looked at when the form comes back. */
export const FORM_RIGHTS: Readonly<Record<FormName, Refusable | null>> = {
  comment: null,
  "contact-how": null,
  "case-resolve": "work-case",
  "case-unreachable": "work-case",
  "case-assign": "work-case",
  "case-more": "work-case",
  resolve: "skip-question",
  decide: "decide-product",
  "enhance-plan": "work-case",
  "enhance-finish": "work-case",
  greet: "work-case",
  "cord-pull": "pull-cord",
  "cord-words": "pull-cord",
  "cord-answer": null,
  tell: "tell-customers",
  lesson: "shadow",
  "live-note": "shadow",
  shift: "shadow",
};

/** In which words a form is put, and about whose products. */
export interface FormWords {
  readonly wording: Wording;
  readonly settings: Settings;
  readonly locale: string;
}

/** A form in finished words, of menus and one field for words, perhaps with lines under it; a platform only draws it. */
export interface ChatForm {
  readonly title: string;
  /** What somebody of the team is asked for, where the form names a person: each platform has its own way to. */
  readonly person?: string;
  /** Whether it may be left without the person. */
  readonly isPersonOptional?: boolean;
  readonly choices: readonly Choice[];
  readonly note: { readonly label: string; readonly isOptional: boolean };
  /** None if absent. */
  readonly lines?: readonly FormLine[];
}

const TITLES: Readonly<Record<FormName, WordingKey>> = {
  comment: "survey.comment",
  "contact-how": "survey.contactHow",
  "case-resolve": "team.resolve",
  "case-unreachable": "team.giveUp",
  "case-assign": "card.assign",
  "case-more": "card.more",
  resolve: "form.resolve",
  decide: "digest.decide",
  "enhance-plan": "enhance.plan",
  "enhance-finish": "enhance.finish",
  greet: "greet.form",
  "cord-pull": "cord.pull",
  "cord-words": "cord.pull",
  "cord-answer": "cord.answer",
  tell: "telling.title",
  lesson: "lesson.title",
  "live-note": "live.note",
  shift: "shift.title",
};

const NOTES: Readonly<Record<FormName, WordingKey>> = {
  comment: "chat.reasonLabel",
  "contact-how": "form.contactHow",
  "case-resolve": "form.done",
  "case-unreachable": "form.tried",
  "case-assign": "form.note",
  "case-more": "form.note",
  resolve: "form.skip",
  decide: "digest.decideWhy",
  "enhance-plan": "form.plan",
  "enhance-finish": "form.done",
  greet: "greet.words",
  "cord-pull": "cord.pullLabel",
  "cord-words": "cord.pullLabel",
  "cord-answer": "cord.answerLabel",
  tell: "telling.sentence",
  lesson: "lesson.surprised",
  "live-note": "live.noteLabel",
  shift: "shift.every",
};

function ofProduct(say: SayWords, { products }: Settings): Choice[] {
  if (products.length === 0) return [];
  const options = products.map(({ id, name }) => ({ value: id, label: name }));
  return [{ field: "product", label: say("team.product"), isOptional: true, options }];
}

function ofVerdict(say: SayWords): Choice {
  const options = DECISION_VERDICTS.map((value) => ({ value, label: say(`digest.verdict.${value}`) }));
  return { field: "verdict", label: say("digest.decideWhat"), isOptional: false, options };
}

/** What else can be done about a case, by the words of its button. */
export const MORE_ACTS = ["note", "wait", "escalate", "release", "close", "take-back"] as const;
const MORE_LABELS = {
  note: "card.note",
  wait: "card.wait",
  escalate: "card.escalate",
  release: "card.release",
  close: "team.giveUp",
  "take-back": "card.takeBack",
} as const satisfies Record<(typeof MORE_ACTS)[number], WordingKey>;

function ofAct(say: SayWords): Choice {
  const options = MORE_ACTS.map((value) => ({ value, label: say(MORE_LABELS[value]) }));
  return { field: "step", label: say("form.act"), isOptional: false, options };
}

function ofReason(kind: ReasonKind, words: FormWords): Choice {
  const options = reasonsOf(words, kind, words.locale).map(({ id, name }) => ({ value: id, label: name }));
  const isOutcome = kind === "outcomes";
  const label = words.wording.say(words.locale, isOutcome ? "card.outcomeKind" : "card.cause");
  return { field: isOutcome ? "outcome" : "cause", label, isOptional: true, options };
}

/** How many conversations are read at each appointment. */
const COUNTS = [1, 2, 3, 4, 5] as const;

function ofCount(say: SayWords): Choice {
  const options = COUNTS.map((count) => ({ value: String(count), label: String(count) }));
  return { field: "count", label: say("shift.count"), isOptional: true, options };
}

function lessonLines(say: SayWords): FormLine[] {
  return [
    { field: "toFix", label: say("lesson.toFix"), isOptional: false },
    { field: "dueOn", label: say("lesson.dueOn"), isOptional: true },
  ];
}

/** What may come of a greeting but a score. */
export const GREETING_WITHOUT_SCORE = ["greeted", "unreached"] as const;

function ofGreeting(say: SayWords, { question }: Settings): Choice {
  const given = scores(question.scale).map((score) => ({ value: String(score), label: String(score) }));
  const others = GREETING_WITHOUT_SCORE.map((value) => ({ value, label: say(`greet.came.${value}`) }));
  return { field: "score", label: say("greet.came"), isOptional: false, options: [...given, ...others] };
}

/** What customers may have raised, products first, unless the form is about one thing already. */
function ofRaised(subject: string, say: SayWords, words: FormWords): Choice[] {
  if (readRaised(subject) !== null) return [];
  const option = (aboutKind: RaisedKind, { id, name }: { readonly id: string; readonly name: string }) => ({
    value: raisedText({ aboutKind, about: id }),
    label: name,
  });
  const products = words.settings.products.map((product) => option("product", product));
  const causes = reasonsOf(words, "causes", words.locale).map((cause) => option("cause", cause));
  return [{ field: "about", label: say("telling.about"), isOptional: true, options: [...products, ...causes] }];
}

function choicesOf(form: FormName, subject: string, say: SayWords, words: FormWords): Choice[] {
  switch (form) {
    case "resolve":
    case "cord-pull":
    case "cord-words":
      return ofProduct(say, words.settings);
    case "tell":
      return ofRaised(subject, say, words);
    case "shift":
      return [ofCount(say)];
    case "decide":
      return [ofVerdict(say)];
    case "greet":
      return [ofGreeting(say, words.settings)];
    case "case-more":
      return [ofAct(say)];
    case "case-resolve":
      return [ofReason("outcomes", words), ofReason("causes", words)];
    case "case-unreachable":
      return [ofReason("causes", words)];
    default:
      return [];
  }
}

/** The forms that can do without words. */
const WORDLESS: readonly FormName[] = ["resolve", "case-assign", "case-more", "greet"];

/** The form about what its id names: a survey, a case, a conversation, a cord, for `decide` a product, for `greet` a greeting, for `tell` what was raised, for `lesson` a sitting, for `live-note` a listener. */
export function formOf(form: FormName, subject: string, words: FormWords): ChatForm {
  const { wording, settings, locale } = words;
  const { brand } = settings.desk;
  const product = productName(settings, subject);
  const say: SayWords = (key, values) => wording.say(locale, key, { brand, product, ...values });
  return {
    title: say(TITLES[form]),
    ...(form === "case-assign" || form === "lesson" ? { person: say("form.person") } : {}),
    ...(form === "lesson" ? { isPersonOptional: true, lines: lessonLines(say) } : {}),
    ...(form === "decide" ? { lines: aimLines(say) } : {}),
    choices: choicesOf(form, subject, say, words),
    note: { label: say(NOTES[form]), isOptional: WORDLESS.includes(form) },
  };
}
