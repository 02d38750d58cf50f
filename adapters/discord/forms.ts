import { type Choice, type FormName, type FormWords, formOf } from "../../src/chat/forms.ts";
import { formId } from "./parse-interaction.ts";
import { shortened } from "./pieces.ts";

/** Longest title and label of a form, most options of a menu, and longest text, by Discord's rules. */
const LONGEST_TITLE = 45;
const MOST_OPTIONS = 25;
const LONGEST_OPTION = 100;
const LONGEST_NOTE = 4_000;

const SELECT = 3;
const TEXT_INPUT = 4;
const LABEL = 18;
const PARAGRAPH = 2;

/** A form as Discord takes it. */
type Modal = Readonly<Record<string, unknown>>;

function menu({ field, label, isOptional, options }: Choice): Modal {
  const shown = options
    .slice(0, MOST_OPTIONS)
    .map((option) => ({ label: shortened(option.label, LONGEST_OPTION), value: option.value }));
  const component = { type: SELECT, custom_id: field, options: shown, required: !isOptional };
  return { type: LABEL, label: shortened(label, LONGEST_TITLE), component };
}

/** The form that a button or menu opens; what it is about travels in its id. */
export function modalOf(form: FormName, subject: string, words: FormWords): Modal {
  const { title, choices, note } = formOf(form, subject, words);
  const required = { max_length: LONGEST_NOTE, required: !note.isOptional };
  const input = { type: TEXT_INPUT, custom_id: "note", style: PARAGRAPH, ...required };
  return {
    custom_id: formId(form, subject),
    title: shortened(title, LONGEST_TITLE),
    components: [...choices.map(menu), { type: LABEL, label: shortened(note.label, LONGEST_TITLE), component: input }],
  };
}
