import { html, raw } from "hono/html";
import type { Nps } from "../../../../src/digest/nps.ts";
import { turningLine } from "../../../../src/digest/score-messages.ts";
import {
  changeBetween,
  type Explored,
  type ExploredProduct,
  type ExploredScores,
} from "../../../../src/explore/explored.ts";
import { casesAddress } from "../cases/case-address.ts";
import { fateBar } from "../fate-bar.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { pagePath } from "../seated.ts";
import { type ExploreView, productNamed, spanName } from "./explore-frame.ts";
import { MOST_NAMED_THEMES } from "./explore-limits.ts";

const FATES = ["answered", "silent", "declined", "waiting", "not-asked", "undeliverable"] as const;

function fateCounts({ fates }: Explored): Readonly<Record<(typeof FATES)[number], number>> {
  const sum = (reasons: Readonly<Record<string, number>>) => Object.values(reasons).reduce((all, one) => all + one, 0);
  const { answered, silent, declined, waiting, notAsked, undeliverable } = fates;
  return { answered, silent, declined, waiting, "not-asked": sum(notAsked), undeliverable: sum(undeliverable) };
}

const FATE_KEYS = {
  answered: "digest.fate.answeredOf",
  silent: "digest.fate.silent",
  declined: "digest.fate.declined",
  waiting: "explore.waiting",
  "not-asked": "digest.fate.notAsked",
  undeliverable: "digest.fate.undeliverable",
} as const;

/** What became of all resolved conversations, as a bar and in words. */
function fatesBar({ words, speaker }: ExploreView, explored: Explored): Markup {
  const counts = fateCounts(explored);
  const { rate, delivered: asked } = explored.responseRate;
  const part = (fate: keyof typeof FATE_KEYS) => {
    const count = counts[fate];
    return { fate, count, text: words.say(FATE_KEYS[fate], { count, asked, rate: speaker.percent(rate ?? 0) }) };
  };
  return fateBar(FATES.map(part), explored.fates.resolved);
}

/** Ids of what names a card: its heading, and which side it stands on where there are two. */
function labelOf({ other }: ExploreView, heading: string, id: string): string {
  return other === null ? `${heading}${id}` : `side${id} ${heading}${id}`;
}

/** Those who said nothing come first: nothing is learnt from answers that were never got. */
export function silenceCard(view: ExploreView, explored: Explored, id: string): Markup {
  const { words, speaker, query } = view;
  const { say } = words;
  const { fates, imported, responseRate, turning } = explored;
  const title = html`<h2 id="silence${id}">${say("explore.silence")}</h2>`;
  if (query.wish.theme !== undefined)
    return html`<section class="card silence-card" aria-labelledby="${labelOf(view, "silence", id)}">${title}<p>${say("explore.noSilence")}</p></section>`;
  const asked = responseRate.delivered;
  const told =
    asked === 0 ? NOTHING : html`<p class="say">${say("explore.silentOf", { silent: fates.silent, asked })}</p>`;
  const unless = turning === null ? NOTHING : html`<p class="hint">${turningLine(speaker, turning)}</p>`;
  const whole = fates.resolved === 0 ? html`<p>${say("explore.noTalks")}</p>` : fatesBar(view, explored);
  const brought =
    imported === 0 ? NOTHING : html`<p class="hint">${say("digest.ledger.imported", { count: imported })}</p>`;
  return html`<section class="card silence-card" aria-labelledby="${labelOf(view, "silence", id)}">${title}
<p class="hint">${say("explore.silenceWhy")}</p>${told}${whole}${unless}${brought}</section>`;
}

function scoreSentence({ words, speaker, desk }: ExploreView, { answers, score, interval95 }: Nps): string {
  if (score !== null && interval95 !== null) {
    const [low, high] = interval95;
    return words.say("digest.score", {
      score: speaker.points(score),
      answers,
      low: speaker.points(low),
      high: speaker.points(high),
    });
  }
  if (answers === 0) return words.say("digest.score.none");
  return words.say("digest.score.few", { answers, minimum: desk.settings.digest.minAnswers });
}

function bands({ words }: ExploreView, { promoters, passives, detractors }: Nps): string {
  return words.say("digest.bands", { promoters, passives, detractors });
}

function scoreFigure({ speaker }: ExploreView, { nps }: ExploredScores): Markup {
  return nps.score === null
    ? NOTHING
    : html`<p class="score-now"><b class="score-figure">${speaker.points(nps.score)}</b></p>`;
}

/** The score with what it may be, or why there is none. */
export function scoreCard(view: ExploreView, explored: Explored, id: string): Markup {
  const { words, speaker } = view;
  const { scores, otherScales } = explored;
  const { say } = words;
  const apart = otherScales.map(({ scale, nps }) => {
    const { answers, score } = nps;
    const text =
      score === null
        ? say("digest.otherScale.few", { scale, answers })
        : say("digest.otherScale", { scale, answers, score: speaker.points(score) });
    return html`<p class="hint">${text}</p>`;
  });
  const told =
    scores === null
      ? html`<p>${say("explore.hidden")}</p>`
      : html`${scoreFigure(view, scores)}<p>${scoreSentence(view, scores.nps)}</p>
${scores.nps.sample === "small" ? html`<p class="hint">${say("digest.score.small")}</p>` : ""}
${scores.nps.answers > 0 ? html`<p>${bands(view, scores.nps)}</p>` : ""}`;
  return html`<section class="card score-card" aria-labelledby="${labelOf(view, "score", id)}"><h2 id="score${id}">${say("digest.score.title")}</h2>${told}${apart}</section>`;
}

/** How the one differs from what it is held against. */
export function changeCard(view: ExploreView, explored: Explored, other: Explored): Markup {
  const { words, speaker } = view;
  const { difference, interval95 } = changeBetween(other, explored);
  const text =
    difference === null || interval95 === null
      ? words.say("explore.noChange")
      : words.say("explore.change", {
          difference: speaker.points(difference),
          low: speaker.points(interval95[0]),
          high: speaker.points(interval95[1]),
        });
  return html`<p class="card change" id="change">${text}</p>`;
}

function folded(id: string, summary: string, table: Markup): Markup {
  return html`<details class="folded" id="${id}"><summary>${summary}</summary><div class="tables">${table}</div></details>`;
}

function scoresTable({ words }: ExploreView, { histogram }: ExploredScores): Markup {
  const { say } = words;
  const row = ([score, count]: [string, number]) => html`<tr><th scope="row">${score}</th><td>${count}</td></tr>`;
  const rows = Object.entries(histogram).toSorted(([a], [b]) => Number(b) - Number(a));
  return html`<table class="slim"><caption>${say("explore.byScore")}</caption><thead><tr><th scope="col">${say("weeks.col.given")}</th><th scope="col">${say("explore.answersColumn")}</th></tr></thead><tbody>${rows.map(row)}</tbody></table>`;
}

function weeksTable({ words, speaker, linkTo }: ExploreView, { weeks }: Explored): Markup {
  const { say } = words;
  const row = ({ week, nps }: Explored["weeks"][number]) => {
    const range = nps?.interval95 ? `${speaker.points(nps.interval95[0])} … ${speaker.points(nps.interval95[1])}` : "–";
    return html`<tr><th scope="row"><a href="${linkTo({ span: week })}">${speaker.week(week)}</a></th><td>${nps === null ? say("explore.few") : nps.answers}</td>
<td>${nps?.score == null ? "–" : speaker.points(nps.score)}</td><td>${range}</td></tr>`;
  };
  return html`<table><caption>${say("explore.weeks")}</caption><thead><tr><th scope="col">${say("explore.week")}</th><th scope="col">${say("explore.answersColumn")}</th><th scope="col">${say("explore.scoreColumn")}</th><th scope="col">${say("explore.range")}</th></tr></thead><tbody>${weeks.toReversed().map(row)}</tbody></table>`;
}

/** The picture with its tables folded behind it; nothing where no answer is in it. */
export function pictureCard(view: ExploreView, explored: Explored, id: string): Markup {
  const { desk, words, speaker } = view;
  const { scores, weeks, span } = explored;
  if (scores === null || (scores.nps.answers === 0 && weeks.every(({ nps }) => (nps?.answers ?? 0) === 0)))
    return NOTHING;
  const title = words.say("chart.title", { week: spanName(speaker, span, desk.settings.desk.zone) });
  const svg = desk.drawSpan.onPage(explored, { title, prefix: `span${id}` });
  return html`<section class="card" aria-labelledby="${labelOf(view, "picture", id)}"><h2 id="picture${id}">${words.say("explore.picture")}</h2><div class="picture">${raw(svg)}</div>
${folded(`tables${id}`, words.say("explore.tables"), html`${scoresTable(view, scores)}${weeksTable(view, explored)}`)}</section>`;
}

function productLine(view: ExploreView, { product, name, verdict, median, nps }: ExploredProduct): Markup {
  const { words, speaker, linkTo, desk, seated } = view;
  const { say } = words;
  const what =
    verdict === "too-few" || median === null
      ? say("explore.few")
      : `${say(`digest.verdict.${verdict}`)} · ${say("explore.median", { median })}`;
  const figures =
    nps === null
      ? NOTHING
      : html` <span class="hint">${say("explore.productFigures", { answers: nps.answers, score: nps.score === null ? "–" : speaker.points(nps.score) })}</span>`;
  if (product === null) return html`<li><span><b>${say("explore.noProduct")}</b> ${what}${figures}</span></li>`;
  const page = pagePath(desk, seated, `/products/${encodeURIComponent(product)}`);
  return html`<li id="board-${product}"><a href="${linkTo({ product })}"><b><bdi>${name}</bdi></b> <span class="tag verdict-${verdict}">${what}</span>${figures}</a>
<a class="about" href="${page}">${say("explore.product")}<span class="unseen">: <bdi>${name}</bdi></span></a></li>`;
}

/** Where the answers of the span put each product; each leads to what is known of it alone. */
export function boardCard(view: ExploreView, { board }: Explored): Markup {
  const { words, query } = view;
  if (query.wish.filter.product !== undefined || board.length === 0) return NOTHING;
  return html`<section class="card" aria-labelledby="board"><h2 id="board">${words.say("explore.board")}</h2>
<p class="hint">${words.say("explore.boardHint")}</p><ul class="rows">${board.map((row) => productLine(view, row))}</ul></section>`;
}

/** What the comments are about; each theme leads to what is said about it. */
export function themesCard(view: ExploreView, { themes }: Explored): Markup {
  const { words, desk, linkTo } = view;
  const { say, lang } = words;
  if (themes.found.length === 0) return NOTHING;
  const line = ({ theme, mentions, detractors }: (typeof themes.found)[number]) => {
    const values = { theme: desk.themes.label(theme, lang), mentions };
    const text =
      detractors === null || detractors === 0
        ? say("digest.themes.row", values)
        : say("digest.themes.detractors", { ...values, detractors });
    return html`<li id="theme-${theme}"><a href="${linkTo({ theme })}">${text}</a></li>`;
  };
  const part =
    themes.read < themes.comments
      ? html`<p class="hint">${say("explore.themesRead", { read: themes.read, comments: themes.comments })}</p>`
      : "";
  return html`<section class="card" aria-labelledby="themes"><h2 id="themes">${say("digest.themes.title")}</h2>${part}<ul class="rows">${themes.found.slice(0, MOST_NAMED_THEMES).map(line)}</ul></section>`;
}

/** What happened to the cases. */
export function casesCard({ words, desk, seated, query }: ExploreView, { cases }: Explored): Markup {
  const { say } = words;
  if (query.wish.theme !== undefined) return NOTHING;
  const { opened, contactedInTime, overdue, resolved } = cases;
  const parts = [
    say("digest.cases.opened", { count: opened }),
    say("digest.cases.contacted", { count: contactedInTime }),
    say("digest.cases.overdue", { count: overdue }),
    say("digest.cases.resolved", { count: resolved }),
  ];
  const address = casesAddress(desk, seated, { product: query.wish.filter.product ?? null });
  return html`<section class="card" aria-labelledby="cases"><h2 id="cases">${say("digest.cases.title")}</h2><ul class="plain">${parts.map((part) => html`<li>${part}</li>`)}</ul>
<p><a href="${address}">${say("explore.openCases")}</a></p></section>`;
}

/** What is held against each other, each with its name above it. */
export function nameOfSide({ desk, speaker }: ExploreView, { span }: Explored, product: string | undefined): string {
  const name = spanName(speaker, span, desk.settings.desk.zone);
  return product === undefined ? name : `${productNamed(desk, product)}, ${name}`;
}
