import type { Choice, FormLine } from "../../src/chat/form-fields.ts";
import { type ChatForm, type FormName, type FormWords, formOf } from "../../src/chat/forms.ts";
import type { WordingKey } from "../../src/wording.ts";
import type { ButtonValue } from "./buttons.ts";
import { menuOptions } from "./menu.ts";
import { shortened } from "./plain-text.ts";

/** Longest title or button of a modal, by Slack's rules. */
const LONGEST_TITLE = 24;
const LONGEST_NOTE = 3_000;

/** The field in which a person is chosen. */
export const PERSON = "person";

/** A Slack view. */
export type View = Readonly<Record<string, unknown>>;

export function plain(text: string): View {
  return { type: "plain_text", text };
}

function titled(text: string): View {
  return plain(shortened(text, LONGEST_TITLE));
}

function noteField({ label, isOptional }: ChatForm["note"], multiline: boolean): View {
  const element = { type: "plain_text_input", action_id: "note", multiline, max_length: LONGEST_NOTE };
  return { type: "input", block_id: "note", optional: isOptional, label: plain(label), element };
}

/** One of a form's questions with one of several answers. */
type OneOfSeveral = Omit<Choice, "field"> & { readonly field: string };

function menu({ field, label, isOptional, options }: OneOfSeveral): View {
  const element = { type: "static_select", action_id: field, ...menuOptions(options) };
  return { type: "input", block_id: field, optional: isOptional, label: plain(label), element };
}

/** One of the workspace's people. */
function personField(label: string, optional: boolean): View {
  const element = { type: "users_select", action_id: PERSON };
  return { type: "input", block_id: PERSON, optional, label: plain(label), element };
}

/** A further field of one line, or a menu; a day is chosen in a calendar. */
function lineField({ field, label, isOptional, options }: FormLine): View {
  if (options !== undefined) return menu({ field, label, isOptional, options });
  const line = { type: "plain_text_input", action_id: field, max_length: LONGEST_NOTE };
  const element = field === "dueOn" || field === "aimBy" ? { type: "datepicker", action_id: field } : line;
  return { type: "input", block_id: field, optional: isOptional, label: plain(label), element };
}

/** The form that a button or shortcut opens; what it is about, and at which desk, travels in `private_metadata`. */
export function formView(form: FormName, about: ButtonValue, words: FormWords): View {
  const { title, person, isPersonOptional = false, choices, note, lines = [] } = formOf(form, about.subject, words);
  const say = (key: WordingKey) => words.wording.say(words.locale, key);
  const asked = choices.map(menu);
  const people = person === undefined ? [] : [personField(person, isPersonOptional)];
  const said = noteField(note, lines.length === 0 || choices.length > 0);
  return {
    type: "modal",
    callback_id: form,
    private_metadata: JSON.stringify(about),
    title: titled(title),
    submit: titled(say("chat.send")),
    close: titled(say("chat.cancel")),
    blocks: lines.length > 0 ? [...asked, said, ...lines.map(lineField), ...people] : [...people, ...asked, said],
  };
}

/** A modal that only says something. */
export function sayingView(text: string, { wording, settings, locale }: FormWords): View {
  return {
    type: "modal",
    title: titled(settings.desk.name),
    close: titled(wording.say(locale, "chat.cancel")),
    blocks: [{ type: "section", text: plain(shortened(text, LONGEST_NOTE)) }],
  };
}
