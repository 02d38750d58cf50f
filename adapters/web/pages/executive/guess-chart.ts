import { html } from "hono/html";
import { meanError } from "../../../../src/digest/shadowing-figures.ts";
import type { GuessError } from "../../../../src/shadowing/gather-guesses.ts";
import { HIGHEST } from "../../../../src/survey/score.ts";
import type { Markup } from "../markup.ts";
import { timeOf } from "../times.ts";
import { type SeatFrame, seatPath } from "./seat-frame.ts";

const WIDTH = 320;
const HEIGHT = 76;
const BASE = 72;
const TOP = 8;
/** No guess can be further off, points. */
const FURTHEST = HIGHEST;
/** Nothing off still has something to show, units of the drawing. */
const LEAST = 3;

function heightOf(points: number): number {
  return Math.max(LEAST, ((BASE - TOP) * points) / FURTHEST);
}

function bars(guesses: readonly GuessError[], mean: number): Markup {
  const step = Math.min(28, WIDTH / guesses.length);
  const bar = (guess: GuessError, index: number) => {
    const height = heightOf(guess.error);
    const x = (index * step + step * 0.15).toFixed(1);
    return html`<rect class="off" x="${x}" y="${(BASE - height).toFixed(1)}" width="${(step * 0.7).toFixed(1)}" height="${height.toFixed(1)}" rx="2"/>`;
  };
  const line = (BASE - heightOf(mean)).toFixed(1);
  return html`${guesses.map(bar)}<line class="mean" x1="0" x2="${(step * guesses.length).toFixed(1)}" y1="${line}" y2="${line}"/>
<line class="base" x1="0" x2="${WIDTH}" y1="${BASE}" y2="${BASE}"/>`;
}

function table(frame: SeatFrame, guesses: readonly GuessError[]): Markup {
  const { say, times } = frame;
  const row = (guess: GuessError) =>
    html`<tr><th scope="row"><a href="${seatPath(frame, `/sitting/${guess.sittingId}`)}">${timeOf(guess.at, times)}</a></th><td>${guess.guess}</td><td>${guess.score}</td><td>${guess.error}</td></tr>`;
  return html`<details class="guess-table" id="guess-table"><summary>${say("seat.guessTable")}</summary>
<table><thead><tr><th scope="col">${say("seat.when")}</th><th scope="col">${say("seat.guess")}</th><th scope="col">${say("seat.score")}</th><th scope="col">${say("seat.off")}</th></tr></thead>
<tbody>${guesses.toReversed().map(row)}</tbody></table></details>`;
}

/** How far somebody's guesses were from the scores, over time: in a sentence, a picture and a table. */
export function guessCard(frame: SeatFrame, guesses: readonly GuessError[]): Markup {
  const { say } = frame;
  const head = html`<h2 id="guesses">${say("seat.guesses")}</h2>`;
  const { error: mean } = meanError(guesses);
  if (mean === null)
    return html`<section class="card" aria-labelledby="guesses">${head}<p class="hint">${say("seat.guessNone")}</p></section>`;
  const alt = say("seat.guessAlt", { list: guesses.map(({ error }) => error).join(", ") });
  return html`<section class="card" aria-labelledby="guesses">${head}
<p class="say">${say("seat.guessMean", { n: mean, count: guesses.length })}</p>
<svg class="guess-chart" role="img" aria-label="${alt}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${bars(guesses, mean)}</svg>
${table(frame, guesses)}</section>`;
}
