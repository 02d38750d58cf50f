import { html } from "hono/html";
import type { BoardRow } from "../../../../src/digest/board.ts";
import { boardDetails, decidedLines } from "../../../../src/digest/board-messages.ts";
import { DECISION_VERDICTS } from "../../../../src/digest/decision.ts";
import { ROLLING_WEEKS } from "../../../../src/digest/rolling.ts";
import { EVIDENCE_TO_CHANGE } from "../../../../src/digest/standing-verdict.ts";
import { aimFields } from "../aim-fields.ts";
import { enhanceAddress } from "../enhance/enhance-address.ts";
import { formNote, hiddenFields } from "../form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameForm } from "../name-form.ts";
import { nameField, pagePath } from "../seated.ts";
import { type DigestPageFrame, digestAddress, mayDecide } from "./digest-frame.ts";
import { sentences } from "./section.ts";

const LONGEST_SENTENCE = 500;

function standing({ say }: DigestPageFrame, { median, nps }: BoardRow): Markup {
  if (median === null) return NOTHING;
  if (nps === null) return html`<p>${say("weeks.medianAlone", { median })}</p>`;
  const { answers, promoters, passives, detractors } = nps;
  const parts = say("digest.board.bands", { promoters, passives, detractors });
  return html`<p>${say("weeks.median", { median, answers, parts })}</p>`;
}

function decideForm(frame: DigestPageFrame, { product, name: title }: BoardRow): Markup {
  const { desk, shown, say } = frame;
  if (!mayDecide(frame) || !shown.isLatest) return NOTHING;
  const note = frame.note?.product === product ? frame.note : null;
  const fields = hiddenFields(desk.ids, { ...nameField(frame), product, week: shown.document.id.week });
  const choice = (verdict: (typeof DECISION_VERDICTS)[number]) =>
    html`<label class="radio"><input type="radio" name="verdict" value="${verdict}" required> ${say(`digest.verdict.${verdict}`)}</label>`;
  return html`<details class="reason" id="decide-${product}"${note ? html` open` : ""}><summary>${say("weeks.decide")}</summary>
<form id="form-${product}" method="post" action="${desk.path("/digest/decide")}">${fields}
<fieldset class="verdicts"><legend dir="auto">${say("digest.decideWhat", { product: title })}</legend>${DECISION_VERDICTS.map(choice)}</fieldset>
<label for="sentence-${product}">${say("digest.decideWhy")}</label>
<textarea id="sentence-${product}" name="sentence" rows="2" required maxlength="${LONGEST_SENTENCE}" dir="auto">${note?.typed ?? ""}</textarea>
${aimFields(frame, product, note?.aim)}
<button class="primary">${say("weeks.saveDecision")}</button>${formNote(note?.text ?? null)}</form></details>`;
}

/** The newest words of those who would have given it more. */
function toEnhance({ desk, shown, name, say }: DigestPageFrame, { product }: BoardRow): Markup {
  const item = shown.document.enhance.find((one) => one.product === product);
  if (!item) return NOTHING;
  const words = item.newest === null ? "" : html`<q dir="auto">${item.newest.text}</q>`;
  return html`<p><a href="${enhanceAddress(desk, name)}">${say("digest.enhance.open", { count: item.open })}</a> ${words}</p>`;
}

function card(frame: DigestPageFrame, row: BoardRow): Markup {
  const { desk, shown, speaker, say } = frame;
  const { product, name, verdict } = row;
  const tag =
    verdict === "too-few" ? "" : html` <span class="tag verdict-${verdict}">${say(`digest.verdict.${verdict}`)}</span>`;
  const details = boardDetails(speaker, row, { ...shown.document, enhance: [] }, shown.owners);
  const decided = decidedLines(speaker, row);
  return html`<li class="card" id="board-${product}">
<p class="board-head"><b><a href="${pagePath(desk, frame, `/products/${encodeURIComponent(product)}`)}"><bdi>${name}</bdi></a></b>${tag}</p>
${standing(frame, row)}
${details.length === 0 ? "" : html`<p class="hint" dir="auto">${details.join(" · ")}</p>`}
${toEnhance(frame, row)}${decided.length === 0 ? "" : html`<div class="decision">${sentences(decided)}</div>`}${decideForm(frame, row)}</li>`;
}

/** The products of which too little is known to show anything, in a line. */
function fewLine({ say, speaker }: DigestPageFrame, rows: readonly BoardRow[]): Markup {
  if (rows.length === 0) return NOTHING;
  return html`<p class="hint" dir="auto">${say("weeks.few", { names: speaker.list(rows.map(({ name }) => name)) })}</p>`;
}

/** The board: where the answers put each product, and what a person has decided. */
export function boardView(frame: DigestPageFrame): Markup {
  const { desk, shown, say, name, guest } = frame;
  const { board, id } = shown.document;
  if (board.length === 0) return NOTHING;
  const isShown = ({ verdict, decision }: BoardRow) => verdict !== "too-few" || decision !== null;
  const cards = board.filter(isShown);
  const isNameless = shown.isLatest && name === null && guest === null && cards.length > 0;
  const form = html`<p>${say("weeks.nameToDecide")}</p>${nameForm(desk, digestAddress(desk, id.week, null))}`;
  return html`<section aria-labelledby="board"><h2 id="board">${say("digest.board.title", { weeks: ROLLING_WEEKS })}</h2>
<p class="hint">${say("weeks.board")} ${say("board.sure.rule", { weight: EVIDENCE_TO_CHANGE })}</p>
${cards.length === 0 ? "" : html`<ul class="board">${cards.map((row) => card(frame, row))}</ul>`}
${fewLine(
  frame,
  board.filter((row) => !isShown(row)),
)}${isNameless ? form : ""}</section>`;
}
