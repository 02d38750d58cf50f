import { html } from "hono/html";
import type { Explored } from "../../../../src/explore/explored.ts";
import { layout } from "../layout.ts";
import type { Markup } from "../markup.ts";
import { againstWish } from "./explore-address.ts";
import { commentsView } from "./explore-comments.ts";
import {
  boardCard,
  casesCard,
  changeCard,
  nameOfSide,
  pictureCard,
  scoreCard,
  silenceCard,
  themesCard,
} from "./explore-figures.ts";
import { chosenFilters, fileAddress, filterForm, spanNav } from "./explore-filters.ts";
import { type ExploreFrame, type ExploreView, spanName, viewOf } from "./explore-frame.ts";

function files(view: ExploreView): Markup {
  const { say } = view.words;
  return html`<p class="files">${say("explore.take")} <a href="${fileAddress(view, "/explore.csv")}">CSV</a> · <a href="${fileAddress(view, "/explore.png")}">PNG</a> · <a href="${fileAddress(view, "/explore.svg")}">SVG</a></p>`;
}

function alone(view: ExploreView): Markup {
  const { explored } = view;
  return html`<div class="two">${silenceCard(view, explored, "")}${scoreCard(view, explored, "")}</div>
<div class="two">${pictureCard(view, explored, "")}${boardCard(view, explored)}</div>`;
}

function sideBySide(view: ExploreView, other: Explored): Markup {
  const { explored, query } = view;
  const rival = againstWish(query);
  const side = (one: Explored, id: string, product: string | undefined) =>
    html`<div class="side"><p class="side-name" id="side${id}"><bdi>${nameOfSide(view, one, product)}</bdi></p>${silenceCard(view, one, id)}${scoreCard(view, one, id)}${pictureCard(view, one, id)}</div>`;
  return html`${changeCard(view, explored, other)}<div class="sides">${side(explored, "", query.wish.filter.product)}${side(other, "-against", rival?.filter.product)}</div>`;
}

/** All that is known of a span, on one page: what is chosen of it stands in its address. */
export function explorePage(frame: ExploreFrame): Markup {
  const view = viewOf(frame);
  const { desk, seated, guest, words, speaker, explored, other } = view;
  const { say, lang } = words;
  const { zone } = desk.settings.desk;
  const name = spanName(speaker, explored.span, zone);
  return layout(
    {
      ...{ desk, title: `${say("nav.explore")}: ${name}`, lang, seat: null, at: "/explore" },
      ...{ follows: [], name: seated?.name ?? null, guest, styles: ["explore.css"] },
    },
    html`<div class="explore"><header class="page-head"><h1>${say("nav.explore")}</h1><p class="lead">${name} <span class="hint">${zone}</span></p></header>
${spanNav(view)}${filterForm(view)}${chosenFilters(view)}
${other === null ? alone(view) : sideBySide(view, other)}
<div class="two">${other === null ? "" : boardCard(view, explored)}${themesCard(view, explored)}${casesCard(view, explored)}</div>
${commentsView(view)}${files(view)}
<p class="hint reading">${say("digest.howToRead", { scale: explored.scale })}</p></div>`,
  );
}
