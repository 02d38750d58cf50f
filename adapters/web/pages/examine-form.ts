import { html } from "hono/html";
import { type Examination, FINDINGS } from "../../../src/digest/examination.ts";
import type { PageDesk } from "../desk.ts";
import { hiddenFields, option } from "./form.ts";
import type { Markup } from "./markup.ts";
import type { PageWords } from "./page-words.ts";
import { nameField, type Seated } from "./seated.ts";

/** What the form about words against a number is drawn with. */
export interface ExamineFrame extends Pick<PageWords, "say"> {
  readonly desk: PageDesk;
  readonly seated: Pick<Seated, "name">;
  /** Where to go afterwards: the week or the conversation from which it was looked at. */
  readonly from: { readonly week: string } | { readonly conversation: string };
}

/** That somebody has looked, and what they found. */
export function examinedLine({ say }: Pick<PageWords, "say">, { byName, found }: Examination): Markup {
  return html`<p class="hint">${say("against.seen", { who: byName ?? say("card.somebody"), found: say(`against.found.${found}`) })}</p>`;
}

/** Asks whoever has looked what they found. */
export function examineForm({ desk, say, seated, from }: ExamineFrame, id: string): Markup {
  const choices = FINDINGS.map((found) => option(found, say(`against.found.${found}`), null));
  return html`<form class="row" method="post" action="${desk.path("/examine")}">${hiddenFields(desk.ids, { ...nameField(seated), ...from, subject: id })}
<label for="found-${id}">${say("against.found")}</label> <select id="found-${id}" name="found" required><option value=""></option>${choices}</select>
<button>${say("against.save")}</button></form>`;
}
