import { html } from "hono/html";
import type { Choice } from "../../../../src/chat/form-fields.ts";
import { type ChatForm, formOf, isForm } from "../../../../src/chat/forms.ts";
import type { Action } from "../../../../src/messages.ts";
import { formNote, hiddenFields } from "../form.ts";
import type { Markup } from "../markup.ts";
import { nameField, type Seated } from "../seated.ts";
import type { FeedPost } from "./feed.ts";
import type { FeedFrame } from "./feed-frame.ts";

function menu(id: string, { field, label, isOptional, options: all }: Choice, { acts }: FeedPost): Markup {
  const options =
    field === "step" && acts !== null ? all.filter(({ value }) => acts.some((act) => act === value)) : all;
  const isScore = field === "score";
  const none = isOptional || isScore ? html`<option value=""></option>` : "";
  return html`<label for="${field}-${id}">${label}</label>
<select id="${field}-${id}" name="${field}"${isScore ? html` required` : ""}>${none}${options.map(({ value, label }) => html`<option value="${value}">${label}</option>`)}</select>`;
}

function personMenu(id: string, label: string, { colleagues }: FeedFrame): Markup {
  return html`<label for="person-${id}">${label}</label>
<select id="person-${id}" name="person" required>${colleagues.map(({ address, name }) => html`<option value="${address}">${name}</option>`)}</select>`;
}

function fieldsOf(frame: FeedFrame, id: string, form: ChatForm, post: FeedPost, typed: string): Markup {
  const { person, choices, note } = form;
  return html`${person === undefined ? "" : personMenu(id, person, frame)}${choices.map((choice) => menu(id, choice, post))}
<label for="note-${id}">${note.label}</label>
<textarea id="note-${id}" name="note" rows="2"${note.isOptional ? "" : html` required`} maxlength="2000" dir="auto">${typed}</textarea>`;
}

/** What can be done about a post: a button, or a form that opens under its name. */
export function actionForm(frame: FeedFrame, seated: Seated, post: FeedPost, action: Action): Markup {
  const { desk } = frame;
  const isOneOfMany = post.message.actions.some((other) => other !== action && other.name === action.name);
  const id = isOneOfMany ? `${action.name}-${action.subject}-${post.place}` : `${action.name}-${post.place}`;
  const isNoted = frame.note?.place === post.place && frame.note.act === action.name;
  const note = isNoted && frame.note?.subject === action.subject ? frame.note : null;
  const fields = hiddenFields(desk.ids, {
    ...nameField(seated),
    ...{ place: post.place, act: action.name, subject: action.subject },
  });
  const form = (inner: Markup) =>
    html`<form id="form-${id}" method="post" action="${desk.path("/team/act")}">${fields}${inner}${formNote(note?.text ?? null)}</form>`;
  if (!isForm(action.name)) return form(html`<button class="quiet">${action.label}</button>`);
  const { wording, settings } = desk;
  const asked = formOf(action.name, action.subject, { wording, settings, locale: frame.lang });
  return html`<details class="reason" id="reason-${id}"${note ? html` open` : ""}><summary>${action.label}</summary>
${form(html`${fieldsOf(frame, id, asked, post, note?.typed ?? "")}
<button class="primary">${action.label}</button>`)}</details>`;
}
