import { html } from "hono/html";
import { ANYTHING, formOf } from "../../../../src/chat/forms.ts";
import { may } from "../../../../src/rights.ts";
import { formNote, hiddenFields } from "../form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameField } from "../seated.ts";
import type { FeedFrame } from "./feed-frame.ts";

/** Stands for the form in what went wrong with it. */
const PLACE = "telling";

/** "You said, we did": what customers raised and the sentence; the preview comes back as a post for its author alone. */
export function tellingForm({ desk, seated, note, lang, say }: FeedFrame): Markup {
  if (seated === null || !may(seated.by.role, "tell-customers")) return NOTHING;
  const { wording, settings, ids } = desk;
  const form = formOf("tell", ANYTHING, { wording, settings, locale: lang });
  const own = note?.place === PLACE ? note : null;
  const fields = hiddenFields(ids, { ...nameField(seated), place: PLACE, act: "tell", subject: ANYTHING });
  const menu = form.choices.map(
    ({ field, label, options }) => html`<p class="field"><label for="telling-${field}">${label}</label>
<select id="telling-${field}" name="${field}">${options.map((one) => html`<option value="${one.value}">${one.label}</option>`)}</select></p>`,
  );
  return html`<details class="reason" id="telling"${own ? html` open` : ""}><summary>${form.title}</summary>
<form id="form-telling" method="post" action="${desk.path("/team/act")}">${fields}${menu}
<label for="telling-note">${form.note.label}</label>
<textarea id="telling-note" name="note" rows="2" required maxlength="2000" dir="auto" aria-describedby="telling-hint">${own?.typed ?? ""}</textarea>
<p class="hint" id="telling-hint">${say("feed.previewHint")}</p>
<button class="primary">${say("feed.preview")}</button>${formNote(own?.text ?? null)}</form></details>`;
}
