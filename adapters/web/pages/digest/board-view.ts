import { html } from "hono/html";
import type { BoardRow } from "../../../../src/digest/board.ts";
import { DECISION_VERDICTS } from "../../../../src/digest/decision.ts";
import { ROLLING_WEEKS } from "../../../../src/digest/rolling.ts";
import { handleOf } from "../../../../src/interaction/address.ts";
import { teamTimes } from "../agent/conversation-view.ts";
import { enhanceAddress } from "../enhance/enhance-address.ts";
import { formNote, hiddenFields } from "../form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { timeOf } from "../times.ts";
import type { DigestPageFrame } from "./digest-frame.ts";
import { bandWords, counted, shortWeek, VERDICT_WORDS } from "./digest-words.ts";

const LONGEST_SENTENCE = 500;

function standing({ verdict, median, nps, since, weeks }: BoardRow): Markup {
  const from = since === null ? "" : `, “${VERDICT_WORDS[verdict]}” since ${shortWeek(since)}`;
  const middle = median === null ? "" : `Median ${median}${from}. `;
  if (nps === null && verdict === "too-few") return html`<p>Too few answers to show.</p>`;
  if (nps === null) return html`<p>${middle}Counts hidden to protect a product with very few answers.</p>`;
  const answers =
    nps.answers === 0 ? `No answers in these ${weeks} weeks.` : `${counted(nps.answers, "answer")}: ${bandWords(nps)}.`;
  return html`<p>${verdict === "too-few" ? answers : `${middle}${answers}`}</p>`;
}

function decided({ desk }: DigestPageFrame, { decision }: BoardRow): Markup {
  if (!decision) return html`<p class="hint">Nobody has decided yet.</p>`;
  return html`<p class="decision">Decided: <b>${decision.verdict}</b>, by <bdi>${decision.by}</bdi>, ${timeOf(decision.at, teamTimes(desk))}. <q dir="auto">${decision.sentence}</q></p>`;
}

function decideForm(frame: DigestPageFrame, { product, name: title }: BoardRow): Markup {
  const { desk, shown, name } = frame;
  if (name === null || !shown.isLatest) return NOTHING;
  const note = frame.note?.product === product ? frame.note : null;
  const fields = hiddenFields(desk.ids, { name, product, week: shown.document.id.week });
  const choice = (verdict: string) =>
    html`<label class="radio"><input type="radio" name="verdict" value="${verdict}" required> ${verdict}</label>`;
  return html`<details class="reason" id="decide-${product}"${note ? html` open` : ""}><summary>Decide</summary>
<form id="form-${product}" method="post" action="${desk.path("/digest/decide")}">${fields}
<fieldset class="verdicts"><legend>What becomes of <bdi>${title}</bdi></legend>${DECISION_VERDICTS.map(choice)}</fieldset>
<label for="sentence-${product}">In one sentence, why</label>
<textarea id="sentence-${product}" name="sentence" rows="2" required maxlength="${LONGEST_SENTENCE}" dir="auto">${note?.typed ?? ""}</textarea>
<button class="primary">Save decision</button>${formNote(note?.text ?? null)}</form></details>`;
}

/** What passives would have changed about it, and the newest of their words. */
function toEnhance({ desk, shown, name }: DigestPageFrame, { product }: BoardRow): Markup {
  const item = shown.document.enhance.find((one) => one.product === product);
  if (!item) return NOTHING;
  const words = item.newest === null ? "" : html`<q dir="auto">${item.newest.text}</q>`;
  return html`<p><a href="${enhanceAddress(desk, name)}">${counted(item.open, "point")} to make better</a>. ${words}</p>`;
}

function product(frame: DigestPageFrame, row: BoardRow): Markup {
  const owner = row.owner === null ? null : (frame.shown.owners.get(row.owner) ?? handleOf(row.owner));
  return html`<li class="card" id="board-${row.product}">
<p class="board-head"><b><bdi>${row.name}</bdi></b> <span class="tag verdict-${row.verdict}">${VERDICT_WORDS[row.verdict]}</span></p>
${standing(row)}
<dl class="facts"><div><dt>Last quarter</dt><dd>${VERDICT_WORDS[row.lastQuarter]}</dd></div>
${owner === null ? "" : html`<div><dt>Owner</dt><dd><bdi>${owner}</bdi></dd></div>`}</dl>
${toEnhance(frame, row)}${decided(frame, row)}${decideForm(frame, row)}</li>`;
}

/** The board: where the answers put each product, and what a person has decided. */
export function boardView(frame: DigestPageFrame): Markup {
  const { board } = frame.shown.document;
  if (board.length === 0) return NOTHING;
  return html`<section aria-labelledby="board"><h2 id="board">The board</h2>
<p class="hint">What the median of the last ${ROLLING_WEEKS} weeks says about each product: 9–10 keep, 7–8 enhance, 6 and below discard. It proposes; a person decides.</p>
<ul class="board">${board.map((row) => product(frame, row))}</ul></section>`;
}
