import { FORM_NOTES, FORM_TITLES, type FormName } from "../../src/acts.ts";
import type { Settings } from "../../src/settings.ts";
import type { Wording, WordingKey } from "../../src/wording.ts";
import { formId } from "./parse-interaction.ts";

/** Longest title and label of a form, most options of a menu, and longest text, by Discord's rules. */
const LONGEST_TITLE = 45;
const MOST_OPTIONS = 25;
const LONGEST_OPTION = 100;
const LONGEST_NOTE = 4_000;

const SELECT = 3;
const TEXT_INPUT = 4;
const LABEL = 18;
const PARAGRAPH = 2;

type Form = Readonly<Record<string, unknown>>;

export interface FormWords {
  readonly wording: Wording;
  readonly settings: Settings;
  readonly locale: string;
}

/** The text, shortened with a sign where it is too long. */
export function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}

function productField(label: string, products: Settings["products"]): Form[] {
  if (products.length === 0) return [];
  const options = products
    .slice(0, MOST_OPTIONS)
    .map(({ id, name }) => ({ label: shortened(name, LONGEST_OPTION), value: id }));
  const component = { type: SELECT, custom_id: "product", options, required: false };
  return [{ type: LABEL, label: shortened(label, LONGEST_TITLE), component }];
}

/** The form that a button or menu opens; what it is about travels in its id. */
export function formOf(form: FormName, subject: string, { wording, settings, locale }: FormWords): Form {
  const say = (key: WordingKey) => wording.say(locale, key, { brand: settings.desk.brand });
  const { label, isOptional } = FORM_NOTES[form];
  const input = {
    type: TEXT_INPUT,
    custom_id: "note",
    style: PARAGRAPH,
    max_length: LONGEST_NOTE,
    required: !isOptional,
  };
  return {
    custom_id: formId(form, subject),
    title: shortened(say(FORM_TITLES[form]), LONGEST_TITLE),
    components: [
      ...(form === "resolve" ? productField(say("team.product"), settings.products) : []),
      { type: LABEL, label: shortened(say(label), LONGEST_TITLE), component: input },
    ],
  };
}
