import { html } from "hono/html";
import type { SayWords } from "../../src/wording.ts";
import type { PageDesk } from "./desk.ts";
import type { Markup } from "./pages/markup.ts";
import type { AfterAnswer, PageQuestion } from "./survey-after.ts";

const LINK = /(https?:\/\/\S+)/;

/** A sentence in which a web address can be followed. */
function linked(text: string): Markup {
  const parts = text
    .split(LINK)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}" rel="noopener">${part}</a>` : part));
  return html`<p class="hint">${parts}</p>`;
}

function form({ ids }: PageDesk, inner: Markup): Markup {
  return html`<form method="post"><input type="hidden" name="form" value="${ids.secret()}">${inner}</form>`;
}

function question(desk: PageDesk, { text, actions }: PageQuestion): Markup {
  const buttons = actions.map(
    ({ name, value, label }) =>
      html`<button name="choice" value="${name}:${value ?? ""}" class="quiet">${label}</button>`,
  );
  return form(desk, html`<p>${text}</p><p class="actions">${buttons}</p>`);
}

function quote(desk: PageDesk, { quote }: AfterAnswer, say: SayWords): Markup | "" {
  if (quote === null) return "";
  const yes = html`<button name="choice" value="quote-yes:${quote.shown}" class="quiet">${say("survey.quote.yes")}</button>`;
  return form(
    desk,
    html`<p>${say("survey.quote.show")}</p><blockquote dir="auto">${quote.text}</blockquote><p class="actions">${yes}</p>`,
  );
}

/** Takes the answer back, with one tap more to be sure. */
function withdrawal(desk: PageDesk, say: SayWords): Markup {
  const sure = html`<button name="choice" value="withdraw-sure" class="quiet">${say("survey.withdraw.sure")}</button>`;
  return html`<details class="reason"><summary>${say("survey.withdraw")}</summary>
<p>${say("survey.withdraw.ask")}</p>${form(desk, html`<p class="actions">${sure}</p>`)}</details>`;
}

/** The receipt: what became of the answer, what else may be said with one tap, and the way to take it back. */
export function afterAnswerView(desk: PageDesk, after: AfterAnswer, say: SayWords): Markup {
  return html`<section class="receipt">${after.became === "" ? "" : html`<p>${after.became}</p>`}
${after.questions.map((one) => question(desk, one))}${quote(desk, after, say)}
${after.words.map(linked)}${withdrawal(desk, say)}</section>`;
}
