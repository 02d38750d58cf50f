import { html } from "hono/html";
import type { Lesson } from "../../../../src/shadowing/lesson.ts";
import type { Colleague } from "../colleagues.ts";
import type { SeatFrame } from "../executive/seat-frame.ts";
import { formNote, hiddenFields, LONGEST_TEXT } from "../form.ts";
import type { Markup } from "../markup.ts";
import { nameField } from "../seated.ts";

/** What somebody has typed into the form of a lesson. */
export interface TypedLesson {
  readonly surprised: string;
  readonly toFix: string;
  readonly owner: string;
  readonly dueOn: string;
}

export const NOTHING_TYPED: TypedLesson = { surprised: "", toFix: "", owner: "", dueOn: "" };

/** The two questions a sitting ends with, and who sees to it by when. */
export function lessonForm(
  frame: SeatFrame,
  sittingId: string,
  {
    colleagues,
    typed,
    note,
  }: { readonly colleagues: readonly Colleague[]; readonly typed: TypedLesson; readonly note: string | null },
): Markup {
  const { desk, say } = frame;
  const option = ({ address, name }: Colleague) =>
    html`<option value="${address}"${address === typed.owner ? html` selected` : ""}>${name}</option>`;
  const line = (field: "surprised" | "toFix") =>
    html`<label for="${field}">${say(`lesson.${field}`)}</label><textarea id="${field}" name="${field}" rows="2" maxlength="${LONGEST_TEXT}" dir="auto" data-draft="${sittingId}-${field}">${typed[field]}</textarea>`;
  return html`<section class="card lesson-form" aria-labelledby="lesson"><h2 id="lesson">${say("lesson.title")}</h2>
<form method="post" id="lesson-form" data-then="onward" action="${desk.path(`/sitting/${sittingId}/lesson`)}">${hiddenFields(desk.ids, { ...nameField(frame.seated), subject: sittingId })}
${line("surprised")}${line("toFix")}
<div class="menus"><div><label for="owner">${say("played.owner")}</label><select id="owner" name="owner"><option value="">${say("played.nobody")}</option>${colleagues.map(option)}</select></div>
<div><label for="due-on">${say("played.dueOn")}</label><input id="due-on" name="dueOn" type="date" value="${typed.dueOn}"></div></div>
<button class="primary">${say("played.keep")}</button>${formNote(note)}</form></section>`;
}

/** The lesson that was taken, as it was written. */
export function lessonKept({ say }: SeatFrame, lesson: Lesson | null): Markup {
  const line = (question: string, words: string) =>
    words === "" ? "" : html`<dt>${question}</dt><dd class="words" dir="auto">${words}</dd>`;
  return html`<section class="card lesson-kept" aria-labelledby="lesson"><h2 id="lesson">${say("lesson.title")}</h2>
${lesson === null ? "" : html`<dl>${line(say("lesson.surprised"), lesson.surprised)}${line(say("lesson.toFix"), lesson.toFix)}</dl>`}
<p class="hint">${say("played.kept")}</p></section>`;
}
