import { html } from "hono/html";
import type { Digest } from "../../../../src/digest/document.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { bandWords, counted, points, range, scoreWords, shortWeek, TREND_WORDS } from "./digest-words.ts";

function headline({ nps }: Digest): Markup {
  if (nps.score !== null && nps.interval95 !== null) {
    return html`<p class="score-now"><b class="score-figure">${points(nps.score)}</b> <span>${range(nps.interval95)}, with 95% confidence</span></p>`;
  }
  const why =
    nps.answers === 0 ? "No answers, so no score." : `${counted(nps.answers, "answer")}: too few for a score.`;
  return html`<p class="score-now">${why}</p>`;
}

function fact(label: string, value: string): Markup {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

function trend({ trend }: Digest): Markup {
  const words = TREND_WORDS[trend.verdict];
  if (trend.value === null || trend.limits === null) {
    return fact("Trend", `${words}: ${counted(trend.weeks, "week")} with answers so far`);
  }
  const [low, high] = trend.limits;
  const average = `slow average ${points(trend.value)}; normal range ${points(low)} to ${points(high)}`;
  return fact("Trend", `${words} (${average})`);
}

function comparison({ comparison }: Digest): Markup {
  const { difference, interval95 } = comparison;
  if (difference === null || interval95 === null) return NOTHING;
  const sign = difference > 0 ? "+" : "";
  return fact("Change from the week before", `${sign}${points(difference)}, ${range(interval95)}; for reference only`);
}

function otherScale({ scale, nps }: Digest["otherScales"][number]): Markup {
  const what = `${counted(nps.answers, "answer")}: ${nps.score === null ? bandWords(nps) : scoreWords(nps)}`;
  return fact(`Asked on a scale of ${scale.replace("-", " to ")}, counted apart`, what);
}

/** The score with what it may be, the trend, and what to hold it against. */
export function scoreView(digest: Digest): Markup {
  const { nps, rolling } = digest;
  const isRollingNews = rolling.nps.answers > nps.answers;
  return html`<section class="card score-card" aria-labelledby="score"><h2 id="score">Score</h2>
${headline(digest)}
${nps.answers > 0 ? html`<p>${nps.score === null ? "" : `${counted(nps.answers, "answer")}: `}${bandWords(nps)}.${nps.sample === "small" ? " A small sample." : ""}</p>` : ""}
<dl class="lines">${trend(digest)}
${isRollingNews ? fact(`Last ${rolling.weeks} weeks together`, `${scoreWords(rolling.nps)}${rolling.nps.score === null ? "" : `, ${counted(rolling.nps.answers, "answer")}`}`) : ""}
${comparison(digest)}${digest.otherScales.map(otherScale)}</dl></section>`;
}

/** The histogram as a table. */
export function scoresTable({ histogram, nps, scale }: Digest): Markup {
  if (nps.answers === 0) return NOTHING;
  const row = ([score, count]: [string, number]) => html`<tr><th scope="row">${score}</th><td>${count}</td></tr>`;
  const rows = Object.entries(histogram).toSorted(([a], [b]) => Number(b) - Number(a));
  return html`<table class="slim"><caption>By score, ${scale.replace("-", " to ")}</caption>
<thead><tr><th scope="col">Score</th><th scope="col">Answers</th></tr></thead><tbody>${rows.map(row)}</tbody></table>`;
}

/** The last weeks as a table, the newest first. */
export function weeksTable({ weeks }: Digest, addressOf: (week: string) => string): Markup {
  const known = weeks.slice(weeks.findIndex(({ nps }) => nps.answers > 0)).toReversed();
  if (weeks.every(({ nps }) => nps.answers === 0)) return NOTHING;
  const row = ({ week, nps, average }: Digest["weeks"][number]) => html`<tr>
<th scope="row"><a href="${addressOf(week)}" aria-label="${shortWeek(week)}">${Number(week.split("-W")[1])}</a></th><td>${nps.answers}</td>
<td>${nps.score === null ? "–" : points(nps.score)}</td>
<td>${nps.interval95 ? `${points(nps.interval95[0])} to ${points(nps.interval95[1])}` : "–"}</td>
<td>${average ? points(average.value) : "–"}</td></tr>`;
  return html`<table><caption>By week</caption>
<thead><tr><th scope="col">Week</th><th scope="col">Answers</th><th scope="col">Score</th><th scope="col">Range (95%)</th><th scope="col">Average</th></tr></thead>
<tbody>${known.map(row)}</tbody></table>`;
}
