import { html } from "hono/html";
import type { EnhancementFile, ProductFile } from "../../../../src/chat/find-enhancements.ts";
import { actsOn, type EnhancementAct } from "../../../../src/enhance/enhancement.ts";
import type { PageDesk } from "../../desk.ts";
import { readLink } from "../agent/conversation-link.ts";
import { teamTimes } from "../agent/conversation-view.ts";
import { formNote, hiddenFields } from "../form.ts";
import { layout } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameForm } from "../name-form.ts";
import { timeOf } from "../times.ts";
import { enhanceAddress } from "./enhance-address.ts";

/** What could not be done about which point, and the words typed there. */
export interface EnhanceNote {
  readonly id: string;
  readonly act: string;
  readonly text: string;
  readonly typed: string;
}

/** Who reads the list, and what is on it. */
export interface EnhanceFrame {
  readonly desk: PageDesk;
  /** Null for a reader without a name, who cannot act. */
  readonly name: string | null;
  readonly note: EnhanceNote | null;
  readonly products: readonly ProductFile[];
  /** What was done or withdrawn last. */
  readonly past: readonly EnhancementFile[];
}

const LABELS: Readonly<Record<EnhancementAct, string>> = {
  plan: "Plan it",
  finish: "Mark as done",
  reopen: "Take up again",
};
const QUESTIONS: Readonly<Record<EnhancementAct, string>> = {
  plan: "What do you plan to do?",
  finish: "What was done?",
  reopen: "",
};

function actForm({ desk, name, note }: EnhanceFrame, { item }: EnhancementFile, act: EnhancementAct): Markup {
  if (name === null) return NOTHING;
  const own = note?.id === item.id && note.act === `enhance-${act}` ? note : null;
  const fields = hiddenFields(desk.ids, { name, act: `enhance-${act}`, subject: item.id });
  const place = `${act}-${item.id}`;
  const form = (inner: Markup) =>
    html`<form id="form-${place}" method="post" action="${desk.path("/team/enhance")}">${fields}${inner}${formNote(own?.text ?? null)}</form>`;
  if (act === "reopen") return form(html`<button class="quiet">${LABELS[act]}</button>`);
  return html`<details class="reason" id="reason-${place}"${own ? html` open` : ""}><summary>${LABELS[act]}</summary>
${form(html`<label for="note-${place}">${QUESTIONS[act]}</label>
<textarea id="note-${place}" name="note" rows="2" required maxlength="2000" dir="auto">${own?.typed ?? ""}</textarea>
<button class="primary">${LABELS[act]}</button>`)}</details>`;
}

/** Who did the last step of it, when, and what they said. */
function lastStep({ desk }: EnhanceFrame, { item }: EnhancementFile): Markup {
  const step = item.steps.at(-1);
  if (!step) return NOTHING;
  const by = step.byName ?? step.byAddress;
  const who = by === null ? "" : html`, by <bdi>${by}</bdi>`;
  const note = step.note === null ? "" : html` <q dir="auto">${step.note}</q>`;
  return html`<p class="hint">${step.state}${who}, ${timeOf(step.at, teamTimes(desk))}.${note}</p>`;
}

function point(frame: EnhanceFrame, file: EnhancementFile): Markup {
  const { item, response } = file;
  const words = response.comment === null ? "" : html`<blockquote dir="auto">${response.comment}</blockquote>`;
  return html`<li class="card" id="point-${item.id}">
<p class="who">${timeOf(item.openedAt, teamTimes(frame.desk))} <span class="tag">${item.state}</span></p>
${words}${lastStep(frame, file)}
<div class="choices">${actsOn(item).map((act) => actForm(frame, file, act))}</div>
<p class="about">${readLink(frame, item.interactionId)}</p></li>`;
}

function productView(frame: EnhanceFrame, file: ProductFile, index: number): Markup {
  const { name, worded, more, wordless } = file;
  const rest = [
    ...(more === 0 ? [] : [`and ${more} more`]),
    ...(wordless === 0 ? [] : [`${wordless} more ${wordless === 1 ? "answer" : "answers"} without words`]),
  ];
  return html`<section aria-labelledby="product-${index}"><h2 id="product-${index}"><bdi>${name ?? "No product named"}</bdi></h2>
<ul class="board">${worded.map((one) => point(frame, one))}</ul>
${rest.length === 0 ? "" : html`<p class="hint">${rest.join(", ")}</p>`}</section>`;
}

function pastView(frame: EnhanceFrame): Markup {
  if (frame.past.length === 0) return NOTHING;
  return html`<details><summary>Done or withdrawn lately</summary>
<ul class="board">${frame.past.map((one) => point(frame, one))}</ul></details>`;
}

/** The list of what passives would have changed, by product, to plan it and mark it as done. */
export function enhancePage(frame: EnhanceFrame): Markup {
  const { desk, name, products } = frame;
  const address = enhanceAddress(desk, null);
  const me = html`<p class="me">You are <b><bdi>${name}</bdi></b>. <a href="${address}">Change</a></p>`;
  const nothing = html`<p class="card nothing">Nothing yet. What customers who give 7 or 8 would have changed is listed here.</p>`;
  return layout(
    { desk, title: "Enhance", lang: "en", seat: "team", follows: ["team"], name },
    html`<div class="narrow"><div class="page-head"><h1>What would make it better</h1>${name ? me : ""}</div>
<p class="lead">What customers who gave 7 or 8 would have changed, by product, the newest words first.</p>
${name ? "" : html`<p>Enter your name to act on these.</p>${nameForm(desk, address)}`}
${products.length === 0 ? nothing : products.map((file, index) => productView(frame, file, index))}
${pastView(frame)}</div>`,
  );
}
