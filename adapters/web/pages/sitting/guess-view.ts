import { html } from "hono/html";
import type { ReadSitting, Reveal } from "../../../../src/privacy/disclosure.ts";
import { lowest, scores } from "../../../../src/survey/score.ts";
import type { SeatFrame } from "../executive/seat-frame.ts";
import { formNote, hiddenFields } from "../form.ts";
import type { Markup } from "../markup.ts";
import { nameField } from "../seated.ts";

/** Guessing the score: a button for each, equal in size and colour. */
export function guessForm(frame: SeatFrame, { sittingId, scale }: ReadSitting, note: string | null): Markup {
  const { desk, say } = frame;
  const low = lowest(scale);
  const all = scores(scale);
  const button = (score: number) =>
    html`<button name="guess" value="${score}" aria-label="${say("played.score", { score })}">${score}</button>`;
  return html`<section class="card guess" aria-labelledby="guess"><h2 id="guess">${say("played.guess")}</h2>
<p class="hint">${say("played.guessHint", { low })}</p>
<form method="post" id="guess-form" data-then="reveal" action="${desk.path(`/sitting/${sittingId}/guess`)}">${hiddenFields(desk.ids, { ...nameField(frame.seated), subject: sittingId })}
<div class="scores scores-${all.length}">${all.map(button)}</div>${formNote(note)}</form></section>`;
}

function offWords({ say }: SeatFrame, { error }: Reveal): string {
  return error === null ? say("played.uncounted") : say("played.off", { error });
}

/** The score, the words with it, how far the guess was, and what became of the customer. */
export function revealView(frame: SeatFrame, reveal: Reveal, guess: number | null): Markup {
  const { say } = frame;
  const { score, comment, became } = reveal;
  return html`<section class="card reveal" id="reveal" aria-labelledby="revealed" tabindex="-1"><h2 id="revealed">${score === null ? say("played.noScore") : say("played.score", { score })}</h2>
${guess === null ? "" : html`<p>${say("played.guessed", { guess })} ${offWords(frame, reveal)}</p>`}
${comment === null ? "" : html`<blockquote class="words" dir="auto">${comment}</blockquote>`}
${became.length === 0 ? "" : html`<h3>${say("played.became")}</h3><ul class="became">${became.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}</section>`;
}
