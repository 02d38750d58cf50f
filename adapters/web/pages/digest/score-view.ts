import { html } from "hono/html";
import type { Digest } from "../../../../src/digest/document.ts";
import { numberOf } from "../../../../src/digest/say-figures.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { type DigestPageFrame, digestAddress } from "./digest-frame.ts";
import { digestPicture } from "./picture.ts";
import { sentences } from "./section.ts";

/** The score and what is to be known of it, in the sentences of the post. */
export function scoreView({ say, speaker, shown }: DigestPageFrame): Markup {
  const { score } = shown.document.nps;
  const figure =
    score === null
      ? ""
      : html`<p class="score-now" aria-hidden="true"><b class="score-figure">${speaker.points(score)}</b></p>`;
  return html`<section class="card score-card" aria-labelledby="score"><h2 id="score">${say("digest.score.title")}</h2>
${figure}${sentences(shown.lines.score)}</section>`;
}

/** The histogram as a table. */
function scoresTable({ say, speaker }: DigestPageFrame, { histogram, nps, scale }: Digest): Markup {
  if (nps.answers === 0) return NOTHING;
  const row = ([score, count]: [string, number]) =>
    html`<tr><th scope="row">${score}</th><td>${speaker.count(count)}</td></tr>`;
  const rows = Object.entries(histogram).toSorted(([a], [b]) => Number(b) - Number(a));
  return html`<table class="slim"><caption>${say("weeks.byScore", { scale })}</caption>
<thead><tr><th scope="col">${say("weeks.col.given")}</th><th scope="col">${say("weeks.col.answers")}</th></tr></thead><tbody>${rows.map(row)}</tbody></table>`;
}

/** The last weeks as a table, the newest first. */
function weeksTable({ desk, name, say, speaker }: DigestPageFrame, { weeks }: Digest): Markup {
  const { points } = speaker;
  const known = weeks.slice(weeks.findIndex(({ nps }) => nps.answers > 0)).toReversed();
  const range = (ends: readonly [number, number] | null) =>
    ends === null ? "–" : say("weeks.range", { low: points(ends[0]), high: points(ends[1]) });
  const row = ({ week, nps, average }: Digest["weeks"][number]) => html`<tr>
<th scope="row"><a href="${digestAddress(desk, week, name)}" aria-label="${speaker.week(week)}">${numberOf(week)}</a></th><td>${speaker.count(nps.answers)}</td>
<td>${nps.score === null ? "–" : points(nps.score)}</td><td>${range(nps.interval95)}</td><td>${average ? points(average.value) : "–"}</td></tr>`;
  const heads = (["week", "answers", "score", "range", "level"] as const).map(
    (one) => html`<th scope="col">${say(`weeks.col.${one}`)}</th>`,
  );
  return html`<table><caption>${say("weeks.byWeek")}</caption><thead><tr>${heads}</tr></thead><tbody>${known.map(row)}</tbody></table>`;
}

/** The picture, and the same in tables behind it; nothing where there is not one answer in all its weeks. */
export function pictureView(frame: DigestPageFrame): Markup {
  const { desk, say, shown } = frame;
  const { document } = shown;
  if (document.nps.answers === 0 && document.weeks.every(({ nps }) => nps.answers === 0)) return NOTHING;
  return html`<section class="card picture-card" aria-labelledby="picture"><h2 id="picture" class="hidden">${say("weeks.picture")}</h2>
${digestPicture(desk, document)}
<details class="folded" id="tables"><summary>${say("weeks.tables")}</summary><div class="tables">${scoresTable(frame, document)}${weeksTable(frame, document)}</div></details></section>`;
}
