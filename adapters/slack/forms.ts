import { FORM_NOTES, FORM_TITLES, type FormName } from "../../src/acts.ts";
import type { Settings } from "../../src/settings.ts";
import type { Wording, WordingKey } from "../../src/wording.ts";
import { shortened } from "./plain-text.ts";
import type { ButtonValue } from "./render.ts";

/** Longest title or button of a modal, and most options of a menu, by Slack's rules. */
const LONGEST_TITLE = 24;
const MOST_OPTIONS = 100;
const LONGEST_OPTION = 75;
const LONGEST_NOTE = 3_000;

/** A Slack view. */
export type View = Readonly<Record<string, unknown>>;

export interface FormWords {
  readonly wording: Wording;
  readonly settings: Settings;
  readonly locale: string;
}

export function plain(text: string): View {
  return { type: "plain_text", text };
}

function titled(text: string): View {
  return plain(shortened(text, LONGEST_TITLE));
}

function noteField(say: (key: WordingKey) => string, { label, isOptional }: (typeof FORM_NOTES)[FormName]): View {
  const element = { type: "plain_text_input", action_id: "note", multiline: true, max_length: LONGEST_NOTE };
  return { type: "input", block_id: "note", optional: isOptional, label: plain(say(label)), element };
}

function productField(say: (key: WordingKey) => string, products: Settings["products"]): View[] {
  if (products.length === 0) return [];
  const options = products
    .slice(0, MOST_OPTIONS)
    .map(({ id, name }) => ({ text: plain(shortened(name, LONGEST_OPTION)), value: id }));
  const element = { type: "static_select", action_id: "product", options };
  return [{ type: "input", block_id: "product", optional: true, label: plain(say("team.product")), element }];
}

/** The form that a button or shortcut opens; what it is about travels in `private_metadata`. */
export function formView(form: FormName, subject: string, { wording, settings, locale }: FormWords): View {
  const say = (key: WordingKey) => wording.say(locale, key, { brand: settings.desk.brand });
  const about: ButtonValue = { subject };
  return {
    type: "modal",
    callback_id: form,
    private_metadata: JSON.stringify(about),
    title: titled(say(FORM_TITLES[form])),
    submit: titled(say("chat.send")),
    close: titled(say("chat.cancel")),
    blocks: [...(form === "resolve" ? productField(say, settings.products) : []), noteField(say, FORM_NOTES[form])],
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
