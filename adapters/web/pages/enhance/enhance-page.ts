import { html } from "hono/html";
import type { EnhancementFile, ProductFile } from "../../../../src/chat/find-enhancements.ts";
import { actsOn, type EnhancementAct } from "../../../../src/enhance/enhancement.ts";
import { may } from "../../../../src/rights.ts";
import type { WordingKey } from "../../../../src/wording.ts";
import type { PageDesk } from "../../desk.ts";
import { aboutLink } from "../about-link.ts";
import { formNote, hiddenFields } from "../form.ts";
import { layout, workShell } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameForm, nameLine } from "../name-form.ts";
import type { PageWords } from "../page-words.ts";
import { nameField, pagePath, type Seated } from "../seated.ts";
import { timeOf, writtenTime } from "../times.ts";
import { enhanceAddress } from "./enhance-address.ts";

/** What could not be done about which point, and the words typed there. */
export interface EnhanceNote {
  readonly id: string;
  readonly act: string;
  readonly text: string;
  readonly typed: string;
}

/** Who reads the list, and what is on it. */
export interface EnhanceFrame extends PageWords {
  readonly desk: PageDesk;
  /** Null for a reader without a name, who cannot act. */
  readonly seated: Seated | null;
  readonly note: EnhanceNote | null;
  readonly products: readonly ProductFile[];
  /** Whether as many are shown as ever are. */
  readonly isWhole: boolean;
  /** What was done or withdrawn last. */
  readonly past: readonly EnhancementFile[];
}

const QUESTIONS: Readonly<Record<"plan" | "finish", WordingKey>> = { plan: "form.plan", finish: "form.done" };

function actForm(frame: EnhanceFrame, { item }: EnhancementFile, act: EnhancementAct): Markup {
  const { desk, seated, note, say } = frame;
  if (seated === null || !may(seated.by.role, "work-case")) return NOTHING;
  const own = note?.id === item.id && note.act === `enhance-${act}` ? note : null;
  const fields = hiddenFields(desk.ids, { ...nameField(seated), act: `enhance-${act}`, subject: item.id });
  const place = `${act}-${item.id}`;
  const form = (inner: Markup) =>
    html`<form id="form-${place}" method="post" action="${desk.path("/team/enhance")}">${fields}${inner}${formNote(own?.text ?? null)}</form>`;
  if (act === "reopen") return form(html`<button class="quiet">${say(`enhance.${act}`)}</button>`);
  return html`<details class="reason" id="reason-${place}"${own ? html` open` : ""}><summary>${say(`enhance.${act}`)}</summary>
${form(html`<label for="note-${place}">${say(QUESTIONS[act])}</label>
<textarea id="note-${place}" name="note" rows="2" required maxlength="2000" dir="auto">${own?.typed ?? ""}</textarea>
<button class="primary">${say(`enhance.${act}`)}</button>`)}</details>`;
}

/** Who did the last step of it, when, and what they said. */
function lastStep({ say, times }: EnhanceFrame, { item }: EnhancementFile): Markup {
  const step = item.steps.at(-1);
  if (!step) return NOTHING;
  const by = step.byName ?? step.byAddress;
  const state = say(`enhance.state.${step.state}`);
  const at = writtenTime(step.at, times);
  const line = by === null ? `${state} · ${at}` : say("enhance.stepBy", { state, at, who: by });
  return html`<p class="hint"><span dir="auto">${line}</span>${step.note === null ? "" : html` <q dir="auto">${step.note}</q>`}</p>`;
}

function point(frame: EnhanceFrame, file: EnhancementFile): Markup {
  const { item, response } = file;
  const words = response.comment === null ? "" : html`<blockquote dir="auto">${response.comment}</blockquote>`;
  return html`<li class="card" id="point-${item.id}">
<p class="who">${timeOf(item.openedAt, frame.times)} <span class="tag">${frame.say(`enhance.state.${item.state}`)}</span></p>
${words}${lastStep(frame, file)}
<div class="choices">${actsOn(item).map((act) => actForm(frame, file, act))}</div>
${aboutLink(frame, item.interactionId)}</li>`;
}

function productView(frame: EnhanceFrame, file: ProductFile, index: number): Markup {
  const { name, worded, more, wordless } = file;
  const rest = [
    ...(more === 0 ? [] : [frame.say("home.more", { count: more })]),
    ...(wordless === 0 ? [] : [frame.say("enhance.wordless", { count: wordless })]),
  ];
  return html`<section aria-labelledby="product-${index}"><h2 id="product-${index}"><bdi>${name ?? frame.say("enhance.noProduct")}</bdi></h2>
<ul class="board">${worded.map((one) => point(frame, one))}</ul>
${rest.length === 0 ? "" : html`<p class="hint">${rest.join(", ")}</p>`}</section>`;
}

function pastView(frame: EnhanceFrame): Markup {
  if (frame.past.length === 0) return NOTHING;
  return html`<details><summary>${frame.say("enhance.past")}</summary>
<ul class="board">${frame.past.map((one) => point(frame, one))}</ul></details>`;
}

/** The list of what passives would have changed, by product, to plan it and mark it as done. */
export function enhancePage(frame: EnhanceFrame): Markup {
  const { desk, seated, products, say } = frame;
  const address = enhanceAddress(desk, null);
  const isMore = !frame.isWhole && products.some(({ more }) => more > 0);
  const nothing = html`<p class="card nothing">${say("enhance.none")}</p>`;
  return layout(
    {
      ...workShell(frame),
      title: say("enhance.title"),
      seat: "team",
      follows: ["team"],
    },
    html`<div class="narrow"><div class="page-head"><h1>${say("enhance.title")}</h1>${nameLine(frame, "/team/enhance")}</div>
<p class="lead">${say("enhance.lead")}</p>
${seated === null ? html`<p>${say("enhance.name")}</p>${nameForm(desk, address)}` : ""}
${products.length === 0 ? nothing : products.map((file, index) => productView(frame, file, index))}
${isMore ? html`<p><a href="${pagePath(desk, seated, "/team/enhance", { more: "1" })}">${say("home.showMore")}</a></p>` : ""}
${pastView(frame)}</div>`,
  );
}
