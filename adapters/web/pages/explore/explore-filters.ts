import { html } from "hono/html";
import { shiftedSpan, spanAt } from "../../../../src/explore/span.ts";
import type { WordingKey } from "../../../../src/wording.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { exploreAddress, partsOfQuery } from "./explore-address.ts";
import {
  channelNamed,
  channelsOffered,
  type ExploreView,
  languageNamed,
  productNamed,
  spanName,
} from "./explore-frame.ts";
import { MOST_NAMED_THEMES } from "./explore-limits.ts";

interface FilterOption {
  readonly value: string;
  readonly label: string;
}

function select(
  name: string,
  label: string,
  everything: string,
  options: readonly FilterOption[],
  chosen: string | null,
): Markup {
  if (options.length === 0) return NOTHING;
  const known = chosen === null || options.some(({ value }) => value === chosen);
  const all = known ? options : [...options, { value: chosen ?? "", label: chosen ?? "" }];
  const option = ({ value, label: text }: FilterOption) =>
    html`<option value="${value}"${value === chosen ? html` selected` : ""}>${text}</option>`;
  return html`<div><label for="explore-${name}">${label}</label><select id="explore-${name}" name="${name}"><option value="">${everything}</option>${all.map(option)}</select></div>`;
}

/** The other products and the span before, to hold it against. */
function rivals({ desk, query, speaker, words }: ExploreView): FilterOption[] {
  const { span, filter } = query.wish;
  const before = shiftedSpan(span, -1);
  const { zone } = desk.settings.desk;
  const earlier =
    before === null
      ? []
      : [{ value: before.label, label: words.say("explore.spanBefore", { span: spanName(speaker, before, zone) }) }];
  const others = filter.product === undefined ? [] : desk.settings.products.filter(({ id }) => id !== filter.product);
  return [...earlier, ...others.map(({ id, name }) => ({ value: id, label: name }))];
}

/** What is chosen of the span, as a form whose fields are the address. */
export function filterForm(view: ExploreView): Markup {
  const { desk, seated, query, values, explored, words, agents } = view;
  const { say, lang } = words;
  const { filter, span, theme } = query.wish;
  const everything = say("search.any");
  const products = desk.settings.products.map(({ id, name }) => ({ value: id, label: name }));
  const channels = channelsOffered(values.channel).map((value) => ({ value, label: channelNamed(value) }));
  const languages = values.language.map((value) => ({ value, label: languageNamed(lang, value) }));
  const themes = explored.themes.found
    .slice(0, MOST_NAMED_THEMES)
    .map(({ theme: id }) => ({ value: id, label: desk.themes.label(id, lang) }));
  const helpers = values.agent.map((value) => ({ value, label: agents.get(value) ?? value }));
  const named = seated?.name == null ? NOTHING : html`<input type="hidden" name="name" value="${seated.name}">`;
  return html`<form class="card explore-filters" id="explore-filters" method="get" action="${desk.path("/explore")}">
<h2 class="unseen">${say("explore.filters")}</h2>
<input type="hidden" name="span" value="${span.label}">${named}${query.band === null ? "" : html`<input type="hidden" name="band" value="${query.band}">`}
<div class="fields">${select("product", say("search.product"), everything, products, filter.product ?? null)}
${select("channel", say("explore.channel"), everything, channels, filter.channel ?? null)}
${select("language", say("explore.language"), everything, languages, filter.language ?? null)}
${select("theme", say("explore.theme"), everything, themes, theme ?? null)}
${desk.settings.explore.byAgent && !query.isCoarse ? select("agent", say("search.agent"), everything, helpers, filter.agent ?? null) : NOTHING}
${select("against", say("explore.against"), say("explore.againstNothing"), rivals(view), query.against)}</div>
<button class="primary">${say("explore.show")}</button></form>`;
}

function chip(
  view: ExploreView,
  key: WordingKey,
  name: "product" | "agent" | "channel" | "language" | "theme" | "against",
  value: string,
): Markup {
  const { words, linkTo } = view;
  const label = words.say(key);
  return html`<li><a class="chip" href="${linkTo({ [name]: null })}" aria-label="${words.say("explore.without", { filter: label, value })}"><span>${label}: <bdi>${value}</bdi></span> <span aria-hidden="true">×</span></a></li>`;
}

/** What is chosen, each with a link that takes it away again; nothing where all is shown. */
export function chosenFilters(view: ExploreView): Markup {
  const { desk, query, words, speaker, agents } = view;
  const { filter, theme } = query.wish;
  const { product, channel, language } = filter;
  const agent = desk.settings.explore.byAgent ? filter.agent : undefined;
  const { against } = query;
  const rival = rivals(view).find(({ value }) => value === against);
  const chips = [
    ...(product === undefined ? [] : [chip(view, "search.product", "product", productNamed(desk, product))]),
    ...(channel === undefined ? [] : [chip(view, "explore.channel", "channel", channelNamed(channel))]),
    ...(language === undefined
      ? []
      : [chip(view, "explore.language", "language", languageNamed(speaker.locale, language))]),
    ...(theme === undefined ? [] : [chip(view, "explore.theme", "theme", desk.themes.label(theme, words.lang))]),
    ...(agent === undefined ? [] : [chip(view, "search.agent", "agent", agents.get(agent) ?? agent)]),
    ...(against === null ? [] : [chip(view, "explore.against", "against", rival?.label ?? against)]),
  ];
  return chips.length === 0
    ? NOTHING
    : html`<ul class="chips" aria-label="${words.say("explore.chosen")}">${chips}</ul>`;
}

/** Which span is shown, with the one before and the one after, and others to go to. */
export function spanNav(view: ExploreView): Markup {
  const { desk, query, words, linkTo } = view;
  const { say } = words;
  const { span } = query.wish;
  const { zone } = desk.settings.desk;
  const now = desk.clock.now();
  const [before, after] = [shiftedSpan(span, -1), shiftedSpan(span, 1)];
  const isOver = span.to <= spanAt("own", now, zone).to;
  const at = Math.min(now, view.explored.window.to - 1);
  const kind = (name: "week" | "month" | "quarter", key: WordingKey) =>
    html`<li><a href="${linkTo({ span: spanAt(name, at, zone).label })}"${span.kind === name ? html` aria-current="true"` : ""}>${say(key)}</a></li>`;
  return html`<nav class="spans" aria-label="${say("explore.span")}">
<ul><li>${before === null ? "" : html`<a rel="prev" href="${linkTo({ span: before.label })}">${say("explore.earlier")}</a>`}</li>
${kind("week", "explore.week")}${kind("month", "explore.month")}${kind("quarter", "explore.quarter")}
<li>${after === null || !isOver || after.from > spanAt("own", now, zone).to ? "" : html`<a rel="next" href="${linkTo({ span: after.label })}">${say("explore.later")}</a>`}</li></ul>
${ownDays(view)}</nav>`;
}

function ownDays({ desk, seated, query, words }: ExploreView): Markup {
  const { say } = words;
  const { span } = query.wish;
  const last = exploreLastDay(span.to);
  const kept = Object.entries({ ...partsOfQuery(query, { span: null }), name: seated?.name ?? null });
  const hidden = kept.flatMap(([name, value]) =>
    value === null ? [] : [html`<input type="hidden" name="${name}" value="${value}">`],
  );
  return html`<details class="own-days" id="own-days"${query.unclear !== null ? html` open` : ""}><summary>${say("explore.own")}</summary>
<form method="get" action="${desk.path("/explore")}" class="row">${hidden}
<label for="from">${say("explore.from")}</label><input id="from" type="date" name="from" required value="${span.from}">
<label for="until">${say("explore.until")}</label><input id="until" type="date" name="until" required value="${last}">
<button class="quiet">${say("explore.show")}</button>
<p class="form-note" role="alert">${query.unclear === null ? "" : say("explore.unclear", { span: query.unclear })}</p></form></details>`;
}

/** The last day of a span, whose end is the day after it. */
function exploreLastDay(to: string): string {
  return new Date(Date.parse(`${to}T00:00:00Z`) - 1).toISOString().slice(0, "2026-11-28".length);
}

/** Address under which the same figures are taken away, as a file. */
export function fileAddress({ desk, seated, query }: ExploreView, path: string): string {
  return exploreAddress(desk, seated, partsOfQuery(query), path);
}
