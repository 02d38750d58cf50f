import { html } from "hono/html";
import type { GivenAim } from "../../../../src/digest/aim.ts";
import { aimStateLine } from "../../../../src/digest/aim-messages.ts";
import { surenessDetails } from "../../../../src/digest/board-messages.ts";
import { DECISION_VERDICTS } from "../../../../src/digest/decision.ts";
import type { Explored } from "../../../../src/explore/explored.ts";
import type { ProductPage, ProductStanding } from "../../../../src/explore/gather-product.ts";
import { may } from "../../../../src/rights.ts";
import { aimFields } from "../aim-fields.ts";
import { exploreAddress } from "../explore/explore-address.ts";
import { commentsView } from "../explore/explore-comments.ts";
import { boardCard, pictureCard, scoreCard, silenceCard, themesCard } from "../explore/explore-figures.ts";
import { type ExploreFrame, type ExploreView, spanName, viewOf } from "../explore/explore-frame.ts";
import { formNote, hiddenFields } from "../form.ts";
import { layout } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameField, pagePath } from "../seated.ts";
import { timeOf } from "../times.ts";

const LONGEST_SENTENCE = 500;

/** What could not be done with which form, and the words typed there. */
export interface ProductNote {
  readonly act: string;
  readonly text: string;
  readonly typed: string;
  readonly aim: GivenAim;
}

/** A product, with who looks at it. */
export interface ProductFrame extends ExploreFrame {
  readonly product: ProductPage;
  readonly note: ProductNote | null;
}

function standing({ words, speaker }: ExploreView, { verdict, nps }: ProductStanding): Markup {
  const { say } = words;
  const what = verdict === "too-few" ? say("explore.few") : say(`digest.verdict.${verdict}`);
  if (nps === null || nps.answers === 0) return html`<span class="tag verdict-${verdict}">${what}</span>`;
  const score = nps.score === null ? "–" : speaker.points(nps.score);
  return html`<span class="tag verdict-${verdict}">${what}</span> <span class="hint">${say("explore.productFigures", { answers: nps.answers, score })}</span>`;
}

/** Where the last digest puts it, and how sure one can be of that. */
function boardLine({ words, speaker }: ExploreView, { board }: ProductPage): Markup {
  const { say } = words;
  if (board === null || board.verdict === "too-few") return NOTHING;
  const details = surenessDetails(speaker, board);
  return html`<p><span class="tag verdict-${board.verdict}">${say(`digest.verdict.${board.verdict}`)}</span> <span class="hint">${details.join(" · ")}</span></p>`;
}

function overTime(view: ExploreView, product: ProductPage): Markup {
  const { quarters, enhance } = product;
  const { words, speaker, desk, seated } = view;
  const { say } = words;
  const line = ({ span, standing: one }: ProductPage["quarters"][number]) =>
    html`<li><b>${spanName(speaker, span, desk.settings.desk.zone)}</b> ${standing(view, one)}</li>`;
  const points = html`<p><a href="${pagePath(desk, seated, "/team/enhance")}">${say("digest.enhance.open", { count: enhance.open })}</a>, ${say("product.done", { count: enhance.done })}</p>`;
  return html`<section class="card" aria-labelledby="verdicts"><h2 id="verdicts">${say("product.verdicts")}</h2>${boardLine(view, product)}
<ul class="rows">${quarters.map(line)}</ul>${enhance.open + enhance.done > 0 ? points : ""}</section>`;
}

function decideForm(view: ExploreView, { product, note }: ProductFrame): Markup {
  const { desk, seated, words } = view;
  const { say } = words;
  if (seated === null) return html`<p class="hint">${say("product.nameToDecide")}</p>`;
  if (!may(seated.by.role, "decide-product")) return NOTHING;
  const own = note?.act === "decide" ? note : null;
  const fields = hiddenFields(desk.ids, { ...nameField(seated), act: "decide" });
  const choice = (verdict: (typeof DECISION_VERDICTS)[number]) =>
    html`<label class="radio"><input type="radio" name="verdict" value="${verdict}" required> ${say(`digest.verdict.${verdict}`)}</label>`;
  return html`<details class="reason" id="decide"${own ? html` open` : ""}><summary>${say("product.decide")}</summary>
<form id="form-decide" method="post" action="${desk.path(`/products/${encodeURIComponent(product.id)}`)}">${fields}
<fieldset class="verdicts"><legend>${say("digest.decideWhat", { product: product.name })}</legend>${DECISION_VERDICTS.map(choice)}</fieldset>
<label for="sentence">${say("digest.decideWhy")}</label>
<textarea id="sentence" name="sentence" rows="2" required maxlength="${LONGEST_SENTENCE}" dir="auto">${own?.typed ?? ""}</textarea>
${aimFields(words, "decide", own?.aim)}
<button class="primary">${say("product.saveDecision")}</button>${formNote(own?.text ?? null)}</form></details>`;
}

function decisions(view: ExploreView, frame: ProductFrame): Markup {
  const { words, speaker, desk } = view;
  const { say, times } = words;
  const aimed = (aim: ProductPage["decisions"][number]["aim"]) =>
    aim === null ? "" : html`<p class="aim" dir="auto">${aimStateLine(speaker, aim, desk.settings)}</p>`;
  const line = ({ decision, before, since, aim }: ProductPage["decisions"][number]) =>
    html`<li id="decision-${decision.id}"><p><span class="tag">${say(`digest.verdict.${decision.verdict}`)}</span> <bdi>${decision.by}</bdi>, ${timeOf(decision.at, times)}</p>
<blockquote dir="auto">${decision.sentence}</blockquote><p class="course">${say("product.before")} ${standing(view, before)} → ${say("product.since")} ${standing(view, since)}</p>${aimed(aim)}</li>`;
  const listed = frame.product.decisions;
  return html`<section class="card" aria-labelledby="decisions"><h2 id="decisions">${say("product.decisions")}</h2>
${listed.length === 0 ? html`<p class="hint">${say("product.undecided")}</p>` : html`<ol class="decisions">${listed.map(line)}</ol>`}${decideForm(view, frame)}</section>`;
}

function cordCard(view: ExploreView, { product, note }: ProductFrame): Markup {
  const { cord } = product;
  const { desk, seated, words, guest } = view;
  const { say, times } = words;
  if (cord === null) return NOTHING;
  const own = note?.act === "cord-answer" ? note : null;
  const spoken = cord.pulls.flatMap(({ sentence, name }) =>
    sentence === null
      ? []
      : [
          html`<blockquote dir="auto">${sentence}${name === null || guest === "agent" ? "" : html` <cite><bdi>${name}</bdi></cite>`}</blockquote>`,
        ],
  );
  const fields =
    seated === null ? NOTHING : hiddenFields(desk.ids, { ...nameField(seated), act: "cord-answer", subject: cord.id });
  const form = html`<form id="form-cord" method="post" action="${desk.path(`/products/${encodeURIComponent(product.id)}`)}">${fields}
<label for="cord-sentence">${say("cord.answerLabel")}</label><textarea id="cord-sentence" name="sentence" rows="2" required maxlength="${LONGEST_SENTENCE}" dir="auto">${own?.typed ?? ""}</textarea>
<button class="primary">${say("cord.answer")}</button>${formNote(own?.text ?? null)}</form>`;
  const isAnswering = seated !== null && may(seated.by.role, "answer-cord");
  return html`<section class="card cord" aria-labelledby="cord"><h2 id="cord">${say("home.cords")}</h2>
<p>${say("cord.since")} ${timeOf(cord.pulledAt, times)}. ${say("product.held", { count: cord.responses.length })}</p>${spoken}${isAnswering ? form : ""}</section>`;
}

function casesCard(view: ExploreView, { cases, openCases, id }: ProductPage): Markup {
  const { desk, seated, words, guest } = view;
  const { say, times } = words;
  const isOpen = guest === null || may(guest, "work-case");
  if (!isOpen) return NOTHING;
  const line = ({ id: caseId, openedAt, ownerName, contactedAt, contactBy }: ProductPage["cases"][number]) => {
    const isLate = contactedAt === null && contactBy < times.now;
    return html`<li id="case-${caseId}"><a href="${pagePath(desk, seated, `/cases/${caseId}`)}">${say("product.case")} ${timeOf(openedAt, times)}, <bdi>${ownerName ?? say("product.nobody")}</bdi>${isLate ? html` <span class="tag late">${say("home.overdue")}</span>` : ""}</a></li>`;
  };
  const all = html`<p><a href="${pagePath(desk, seated, "/cases", { list: "all", product: id })}">${say("product.allCases")}</a></p>`;
  return html`<section class="card" aria-labelledby="open-cases"><h2 id="open-cases">${say("product.openCases", { count: openCases })}</h2>
${cases.length === 0 ? "" : html`<ul class="rows">${cases.map(line)}</ul>`}${all}</section>`;
}

/** The page of one product: how it stands and has stood, what was decided and what came of it, and what its customers say. */
export function productPage(frame: ProductFrame): Markup {
  const view = viewOf(frame);
  const { desk, seated, guest, words, explored, query, speaker } = view;
  const { product } = frame;
  const { say, lang } = words;
  const all = exploreAddress(desk, seated, { span: query.wish.span.label, product: product.id });
  const owner =
    product.owner === null ? NOTHING : html`<p class="lead">${say("digest.board.owner", { owner: product.owner })}</p>`;
  const weeks = spanName(speaker, explored.span, desk.settings.desk.zone);
  return layout(
    {
      ...{ desk, title: product.name, lang, seat: null, at: "/explore", follows: ["digest", "team"] },
      ...{ name: seated?.name ?? null, guest, styles: ["explore.css"] },
    },
    html`<div class="explore product"><header class="page-head"><h1><bdi>${product.name}</bdi></h1><p><a href="${pagePath(desk, seated, "/products")}">${say("product.all")}</a></p></header>
${owner}${cordCard(view, frame)}
<div class="two">${overTime(view, product)}${decisions(view, frame)}</div>
<h2 class="since">${weeks} · <a href="${all}">${say("product.explore")}</a></h2>
<div class="two">${silenceCard(view, explored, "")}${scoreCard(view, explored, "")}</div>
<div class="two">${pictureCard(view, explored, "")}${casesCard(view, product)}${themesCard(view, explored)}</div>
${commentsView(view)}</div>`,
  );
}

/** The list of products, as the answers of the last weeks put them. */
export function productsPage(frame: ExploreFrame): Markup {
  const view = viewOf(frame);
  const { desk, seated, guest, words, explored, speaker } = view;
  const { say, lang } = words;
  const list: (one: Explored) => Markup = (one) =>
    one.board.length === 0 ? html`<p class="card nothing">${say("product.none")}</p>` : boardCard(view, one);
  return layout(
    {
      ...{ desk, title: say("product.all"), lang, seat: null, at: "/explore", follows: ["digest"] },
      ...{ name: seated?.name ?? null, guest, styles: ["explore.css"] },
    },
    html`<div class="explore narrow"><header class="page-head"><h1>${say("product.all")}</h1></header>
<p class="lead">${spanName(speaker, explored.span, desk.settings.desk.zone)}</p>${list(explored)}</div>`,
  );
}
