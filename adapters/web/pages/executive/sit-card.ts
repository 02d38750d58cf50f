import { html } from "hono/html";
import { currentWeek } from "../../../../src/digest/find-digest.ts";
import { shiftedWeek } from "../../../../src/digest/week.ts";
import { productName } from "../../../../src/name-product.ts";
import { filteredWords } from "../../../../src/shadowing/sitting-messages.ts";
import type { WordingKey } from "../../../../src/wording.ts";
import { hiddenFields } from "../form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameField } from "../seated.ts";
import type { WaitingSitting } from "./load-seat.ts";
import { type SeatFrame, seatPath } from "./seat-frame.ts";

/** Weeks that can be chosen, this one too. */
const WEEKS = 13;
const MOST_AT_ONCE = 5;
const BANDS = ["detractor", "passive", "promoter", "silent"] as const;

/** What can be chosen in one of the menus. */
interface Offered {
  readonly value: string;
  readonly label: string;
}

function menu({ say }: SeatFrame, name: string, key: WordingKey, offered: readonly Offered[]): Markup {
  if (offered.length === 0) return NOTHING;
  const option = ({ value, label }: Offered) => html`<option value="${value}">${label}</option>`;
  return html`<div><label for="sit-${name}">${say(key)}</label><select id="sit-${name}" name="${name}"><option value="">${say("seat.any")}</option>${offered.map(option)}</select></div>`;
}

function choices(frame: SeatFrame, themes: readonly string[]): Markup {
  const { desk, say, lang } = frame;
  const products = desk.settings.products.map(({ id, name }) => ({ value: id, label: name }));
  const bands = BANDS.map((band) => ({ value: band, label: say(`seat.band.${band}`) }));
  const now = currentWeek(desk);
  const weeks = Array.from({ length: WEEKS }, (_, back) => shiftedWeek(now, -back));
  const counts = Array.from({ length: MOST_AT_ONCE }, (_, index) => index + 1);
  return html`<div class="menus">${menu(frame, "product", "seat.product", products)}
${menu(frame, "band", "seat.band", bands)}
${menu(
  frame,
  "week",
  "seat.week",
  weeks.map((week) => ({ value: week, label: week })),
)}
${menu(
  frame,
  "theme",
  "seat.theme",
  themes.map((theme) => ({ value: theme, label: desk.themes.label(theme, lang) })),
)}
<div><label for="sit-count">${say("seat.count")}</label><select id="sit-count" name="count">${counts.map((count) => html`<option value="${count}"${count === 3 ? html` selected` : ""}>${count}</option>`)}</select></div></div>`;
}

function sitForm(frame: SeatFrame, inner: Markup, className = ""): Markup {
  const fields = hiddenFields(frame.desk.ids, nameField(frame.seated));
  return html`<form method="post" data-leads action="${frame.desk.path("/executive/sit")}"${className === "" ? "" : html` class="${className}"`}>${fields}${inner}</form>`;
}

function waitingView(frame: SeatFrame, { appointment, left }: WaitingSitting): Markup {
  const { say, lang, desk } = frame;
  const filtered = filteredWords(desk, { say, locale: lang }, appointment.filter);
  return html`<div class="ready"><p class="say">${say("seat.ready", { count: left.length })}</p>
${filtered === null ? "" : html`<p class="hint">${filtered}</p>`}
<a class="button primary" href="${seatPath(frame, `/sitting/${left[0].id}`)}">${say("seat.goOn")}</a></div>`;
}

/** What waits for whoever sits there, and sitting down with more. */
export function sitCard(frame: SeatFrame, waiting: readonly WaitingSitting[], themes: readonly string[]): Markup {
  const { say } = frame;
  const [mixed] = waiting.filter(({ appointment }) => appointment.filter === null);
  const now = sitForm(
    frame,
    html`<button class="primary">${say("seat.sit")}</button><p class="hint">${say("seat.drawn")}</p>`,
    "sit-now",
  );
  return html`<section class="card sit" aria-label="${say("seat.sit")}">${waiting.map((one) => waitingView(frame, one))}
${mixed === undefined ? now : ""}
<details class="reason" id="choose"><summary>${say("seat.choose")}</summary>
${sitForm(frame, html`<p class="hint">${say("seat.chosenHint")}</p>${choices(frame, themes)}<button>${say("seat.sit")}</button>`)}</details></section>`;
}

/** What the conversation is about, by the product's name; a word for one about none. */
export function aboutProduct({ desk }: SeatFrame, product: string | null): string {
  return product === null ? "none" : productName(desk.settings, product);
}
