import { DECISION_VERDICTS } from "../digest/decision.ts";
import type { Refusable } from "../say-who-may.ts";
import type { Settings } from "../settings.ts";
import type { SayWords, Wording, WordingKey } from "../wording.ts";

/** A form that a chat platform shows before anything is recorded. */
export const FORMS = ["comment", "case-resolve", "case-unreachable", "resolve", "decide"] as const;
export type FormName = (typeof FORMS)[number];

export function isForm(name: string): name is FormName {
  return (FORMS as readonly string[]).includes(name);
}

/** The right that somebody needs before a form is opened for them; null where it is looked at when the form comes back. */
export const FORM_RIGHTS: Readonly<Record<FormName, Refusable | null>> = {
  comment: null,
  "case-resolve": "work-case",
  "case-unreachable": "work-case",
  resolve: "skip-question",
  decide: "decide-product",
};

/** In which words a form is put, and about whose products. */
export interface FormWords {
  readonly wording: Wording;
  readonly settings: Settings;
  readonly locale: string;
}

/** A menu of a form: one of the options, or none where it is optional. */
export interface Choice {
  readonly field: "product" | "verdict";
  readonly label: string;
  readonly isOptional: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A form in finished words, of menus and one field for words; a platform only draws it. */
export interface ChatForm {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly note: { readonly label: string; readonly isOptional: boolean };
}

const TITLES: Readonly<Record<FormName, WordingKey>> = {
  comment: "survey.comment",
  "case-resolve": "team.resolve",
  "case-unreachable": "team.giveUp",
  resolve: "form.resolve",
  decide: "digest.decide",
};

const NOTES: Readonly<Record<FormName, WordingKey>> = {
  comment: "chat.reasonLabel",
  "case-resolve": "form.done",
  "case-unreachable": "form.tried",
  resolve: "form.skip",
  decide: "digest.decideWhy",
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

function choicesOf(form: FormName, say: SayWords, settings: Settings): Choice[] {
  if (form === "resolve") return ofProduct(say, settings);
  return form === "decide" ? [ofVerdict(say)] : [];
}

/** The form about what its id names: a survey, a case, a conversation or, for `decide`, a product. */
export function formOf(form: FormName, subject: string, { wording, settings, locale }: FormWords): ChatForm {
  const { brand } = settings.desk;
  const product = settings.products.find(({ id }) => id === subject)?.name ?? subject;
  const say: SayWords = (key, values) => wording.say(locale, key, { brand, product, ...values });
  return {
    title: say(TITLES[form]),
    choices: choicesOf(form, say, settings),
    note: { label: say(NOTES[form]), isOptional: form === "resolve" },
  };
}
