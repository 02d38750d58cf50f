import type { Choice, FormLine } from "../../src/chat/form-fields.ts";
import { type FormName, type FormWords, formOf } from "../../src/chat/forms.ts";
import { scores } from "../../src/survey/score.ts";
import { buttonId } from "./buttons.ts";
import { shortened } from "./pieces.ts";

/** Longest title and label of a form, most options of a menu and of a group, most parts, and longest text, by Discord's rules. */
const LONGEST_TITLE = 45;
const MOST_IN_MENU = 25;
const MOST_IN_GROUP = 10;
const LONGEST_OPTION = 100;
const MOST_PARTS = 5;
const LONGEST_NOTE = 4_000;
const LONGEST_LINE = 1_000;

const SELECT = 3;
const TEXT_INPUT = 4;
const USER_SELECT = 5;
const TEXT = 10;
const LABEL = 18;
const GROUP = 21;
const ONE_LINE = 1;
const PARAGRAPH = 2;

/** The field in which a member is chosen. */
export const PERSON = "person";

/** A form, or a part of one, as Discord takes it. */
type Modal = Readonly<Record<string, unknown>>;
type Option = Choice["options"][number];

/** One of a form's questions with one of several answers. */
interface OneOfSeveral {
  readonly field: string;
  readonly label: string;
  readonly isOptional: boolean;
  readonly options: readonly Option[];
}

const labelled = (label: string, component: Modal): Modal => ({
  type: LABEL,
  label: shortened(label, LONGEST_TITLE),
  component,
});

function part({ field, label, isOptional, options }: OneOfSeveral, type: number): Modal {
  const shown = options.map((option) => ({ label: shortened(option.label, LONGEST_OPTION), value: option.value }));
  return labelled(label, { type, custom_id: field, options: shown, required: !isOptional });
}

/** What must be chosen, all at one glance where there is room for it. */
function group(asked: OneOfSeveral): Modal {
  return part(asked, asked.options.length <= MOST_IN_GROUP ? GROUP : SELECT);
}

/** A menu for every twenty-five options, as long as there is room for them; the rest is named in a line. */
function menus(choice: Choice, room: number, more: (count: number) => string): Modal[] {
  const { options, label, field } = choice;
  const isWhole = options.length <= room * MOST_IN_MENU;
  const count = Math.min(Math.ceil(options.length / MOST_IN_MENU), isWhole ? room : Math.max(1, room - 1));
  const shown = Array.from({ length: count }, (_, index) => {
    const first = index * MOST_IN_MENU;
    const some = options.slice(first, first + MOST_IN_MENU);
    const range = count > 1 ? ` (${first + 1}–${first + some.length})` : "";
    return part({ ...choice, field: menuField(field, index), label: `${label}${range}`, options: some }, SELECT);
  });
  if (isWhole || room === 1) return shown;
  return [...shown, { type: TEXT, content: more(options.length - count * MOST_IN_MENU) }];
}

function menuField(field: string, index: number): string {
  return index === 0 ? field : `${field}-${index + 1}`;
}

/** The fields in which an answer to the question may stand. */
export function fieldsOf(field: string): string[] {
  return Array.from({ length: MOST_PARTS - 1 }, (_, index) => menuField(field, index));
}

/** With the reason the score may be given or changed. */
function scoreChoice({ wording, settings, locale }: FormWords): Modal {
  const options = scores(settings.question.scale).map((score) => ({ value: String(score), label: String(score) }));
  return group({ field: "score", label: wording.say(locale, "survey.change"), isOptional: true, options });
}

/** A further field of one line, or a menu. */
function lineOf({ field, label, isOptional, options }: FormLine): Modal {
  if (options !== undefined) return part({ field, label, isOptional, options }, SELECT);
  return labelled(label, {
    ...{ type: TEXT_INPUT, custom_id: field, style: ONE_LINE },
    ...{ max_length: LONGEST_LINE, required: !isOptional },
  });
}

/** The form that a button or menu opens; what it is about travels in its id. */
export function modalOf(form: FormName, subject: string, words: FormWords): Modal {
  const { title, person, isPersonOptional = false, choices, note, lines = [] } = formOf(form, subject, words);
  const required = { max_length: LONGEST_NOTE, required: !note.isOptional };
  const style = lines.length > 0 && choices.length === 0 ? ONE_LINE : PARAGRAPH;
  const input = { type: TEXT_INPUT, custom_id: "note", style, ...required };
  const more = (count: number) => words.wording.say(words.locale, "form.moreProducts", { count });
  const room = Math.floor((MOST_PARTS - 1) / Math.max(1, choices.length));
  const asked = choices.flatMap((choice) => (choice.isOptional ? menus(choice, room, more) : [group(choice)]));
  const chooser = { type: USER_SELECT, custom_id: PERSON, required: !isPersonOptional };
  const people = person === undefined ? [] : [labelled(person, chooser)];
  const written = [labelled(note.label, input), ...lines.map(lineOf)];
  return {
    custom_id: buttonId({ name: form, subject }),
    title: shortened(title, LONGEST_TITLE),
    components:
      lines.length > 0
        ? [...asked, ...written, ...people]
        : [...people, ...asked, ...written, ...(form === "comment" ? [scoreChoice(words)] : [])],
  };
}
