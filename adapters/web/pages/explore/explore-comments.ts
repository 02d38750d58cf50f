import { html } from "hono/html";
import type { ListedComment } from "../../../../src/explore/gather-comments.ts";
import { may } from "../../../../src/rights.ts";
import { BANDS } from "../../../../src/survey/score.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { pagePath } from "../seated.ts";
import { timeOf } from "../times.ts";
import { type ExploreView, isKeptBack, productNamed } from "./explore-frame.ts";

/** What the comment is about, which leads to all that is said about it. */
function productTag({ desk, query, linkTo }: ExploreView, product: string): Markup {
  const name = html`<bdi class="tag">${productNamed(desk, product)}</bdi>`;
  return query.wish.filter.product === product ? html` ${name}` : html` <a href="${linkTo({ product })}">${name}</a>`;
}

function commentView(view: ExploreView, comment: ListedComment): Markup {
  const { desk, seated, guest, words } = view;
  const { say, times } = words;
  const { responseId, interactionId, score, band, product, answeredAt, text } = comment;
  const isOpen = guest === null || may(guest, "work-case");
  const link = isOpen
    ? html`<p class="about"><a href="${pagePath(desk, seated, `/conversations/${interactionId}`)}">${say("search.read")}</a></p>`
    : "";
  const tag = isKeptBack(view, comment) ? "" : html`<b class="tag band-${band}">${say("explore.gave", { score })}</b>`;
  const said =
    text === null
      ? html`<p class="hint">${say("explore.unread")}</p>`
      : html`<blockquote dir="auto" lang="">${text}</blockquote>`;
  const about = product === null ? "" : productTag(view, product);
  return html`<li class="card" id="comment-${responseId}"><p class="who">${tag}${about} ${timeOf(answeredAt, times)}</p>${said}${link}</li>`;
}

/** Links to the comments of each band, and to all of them. */
function bandLinks({ words: { say }, query, linkTo }: ExploreView): Markup {
  const link = (band: (typeof BANDS)[number] | null) =>
    html`<li><a id="said-by-${band ?? "all"}" href="${linkTo({ band })}#comments"${query.band === band ? html` aria-current="true"` : ""}>${say(band === null ? "explore.allComments" : `search.${band}`)}</a></li>`;
  return html`<nav class="spans" aria-label="${say("explore.commentsBy")}"><ul>${[null, ...BANDS].map(link)}</ul></nav>`;
}

/** The comments as this reader may know of them: of one band none that would tell them what they were given. */
export function commentsFor(
  view: Pick<ExploreView, "desk" | "reader" | "query" | "comments">,
): readonly ListedComment[] {
  const { comments } = view.comments;
  return view.query.band === null ? comments : comments.filter((one) => !isKeptBack(view, one));
}

/** The comments, the latest first, a page at a time. */
export function commentsView(view: ExploreView): Markup {
  const { comments: list, words, explored, linkTo, query } = view;
  const { say } = words;
  if (explored.scores === null) return NOTHING;
  const count = query.wish.theme === undefined ? explored.themes.comments : explored.scores.nps.answers;
  const title = html`<h2 id="comments">${say("explore.comments", { count })}</h2>`;
  const bands = count === 0 ? NOTHING : bandLinks(view);
  const shown = commentsFor(view);
  if (shown.length === 0)
    return html`<section aria-labelledby="comments">${title}${bands}<p class="card nothing">${say("explore.noComments")}</p></section>`;
  const older =
    list.more === null
      ? NOTHING
      : html`<a rel="next" href="${linkTo({ behind: `${list.more.at}.${list.more.id}` })}#comments">${say("explore.olderComments")}</a>`;
  const newest =
    query.behind === undefined
      ? NOTHING
      : html`<a rel="first" href="${linkTo({})}#comments">${say("explore.newestComments")}</a>`;
  return html`<section aria-labelledby="comments">${title}${bands}
<ol class="comments">${shown.map((one) => commentView(view, one))}</ol><p class="pages">${newest} ${older}</p></section>`;
}
