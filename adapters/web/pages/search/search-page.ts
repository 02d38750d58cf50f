import { html } from "hono/html";
import { dateFormat } from "../../../../src/calendar/date-format.ts";
import type { Role } from "../../../../src/interaction/customer.ts";
import type { FoundWord, FoundWords } from "../../../../src/privacy/disclosure.ts";
import type { SearchWish } from "../../../../src/search/sought.ts";
import { BANDS } from "../../../../src/survey/score.ts";
import type { SayWords, WordingKey } from "../../../../src/wording.ts";
import type { PageDesk } from "../../desk.ts";
import { readLink } from "../agent/conversation-link.ts";
import { productName } from "../agent/conversation-view.ts";
import { formNote, option } from "../form.ts";
import { layout } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameForm } from "../name-form.ts";
import { timeLocale } from "../times.ts";
import { searchAddress } from "./search-address.ts";

/** Who searches, for what, and what came of it. */
export interface SearchFrame {
  readonly desk: PageDesk;
  /** Null for somebody who came by a link of their own, and for a reader without a name, who cannot search. */
  readonly name: string | null;
  /** The role of whoever came by a link of their own; null with the desk's key. */
  readonly guest: Role | null;
  /** Null where nothing was looked for yet. */
  readonly sought: SearchWish | null;
  /** Null where nothing was looked for, or nothing may be found. */
  readonly found: FoundWords | null;
  /** Why nothing could be looked for. */
  readonly refused: string | null;
}

interface SearchView extends SearchFrame {
  readonly locale: string;
  readonly say: SayWords;
}

function choice({ say }: SearchView, name: string, key: WordingKey, options: readonly Markup[]): Markup {
  const any = html`<option value="">${say("search.any")}</option>`;
  return html`<div><label for="${name}">${say(key)}</label><select id="${name}" name="${name}">${any}${options}</select></div>`;
}

function field({ say }: SearchView, name: "agent" | "week" | "person", value: string | undefined): Markup {
  const example = name === "week" ? html` placeholder="2026-W46"` : "";
  return html`<div><label for="${name}">${say(`search.${name}`)}</label>
<input id="${name}" name="${name}" maxlength="200" dir="auto" autocomplete="off" value="${value ?? ""}"${example}></div>`;
}

function filterFields(words: SearchView): Markup {
  const { desk, sought, say } = words;
  const { products } = desk.settings;
  const ofProducts = products.map(({ id, name }) => option(id, name, sought?.product));
  const ofBands = BANDS.map((band) => option(band, say(`search.${band}`), sought?.band));
  return html`<div class="fields">${products.length === 0 ? NOTHING : choice(words, "product", "search.product", ofProducts)}
${choice(words, "band", "search.band", ofBands)}${field(words, "person", sought?.person)}${field(words, "agent", sought?.agent)}${field(words, "week", sought?.week)}</div>`;
}

function searchForm(words: SearchView): Markup {
  const { desk, name, sought, say, refused } = words;
  return html`<form class="card searching" id="searching" role="search" method="get" action="${searchAddress(desk, null)}">
${name === null ? "" : html`<input type="hidden" name="name" value="${name}">`}
<label for="q">${say("search.words")}</label>
<div class="row"><input id="q" name="q" type="search" maxlength="300" dir="auto" autocomplete="off" aria-describedby="q-hint" value="${sought?.typed ?? ""}">
<button class="primary">${say("search.go")}</button></div>
<p class="hint" id="q-hint">${say("search.hint")}</p>
${filterFields(words)}${formNote(refused)}</form>`;
}

/** The text with the words that were looked for marked in it. */
function marked({ text, marks }: FoundWord): Markup[] {
  const ends = [...marks.map(([, to]) => to), 0];
  const pieces = marks.map(([from, to], index) => {
    const before = text.slice(ends.at(index - 1) ?? 0, from);
    return html`${before}<mark>${text.slice(from, to)}</mark>`;
  });
  return [...pieces, html`${text.slice(ends.at(-2) ?? 0)}`];
}

function whoSaid({ say }: SearchView, { kind, author, score }: FoundWord): string {
  if (kind === "comment") return score === null ? say("search.reasonGiven") : say("search.reasonGivenScore", { score });
  return say(author === "agent" ? "search.agentSaid" : "search.customerSaid");
}

function hitView(words: SearchView, hit: FoundWord): Markup {
  const { desk, locale } = words;
  const { zone } = desk.settings.desk;
  const moment = dateFormat(timeLocale(locale), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  }).format(hit.at);
  const product = productName(desk, hit.product);
  return html`<li class="card"><p class="who"><span>${whoSaid(words, hit)}</span>
<time datetime="${new Date(hit.at).toISOString()}">${moment}</time>${product === null ? "" : html` <bdi class="tag">${product}</bdi>`}</p>
<p class="words" dir="auto" lang="">${marked(hit)}</p>
<p class="about">${readLink(words, hit.interactionId)}</p></li>`;
}

function results(words: SearchView): Markup {
  const { found, sought, desk, name, say } = words;
  if (found === null || sought === null) return NOTHING;
  const { hits, behind } = found;
  if (hits.length === 0) return html`<p class="card nothing" role="status">${say("search.nothing")}</p>`;
  const isAll = behind === null && sought.behind === undefined;
  const count = say(isAll ? "search.found" : "search.first", { count: hits.length });
  const older = behind === null ? NOTHING : searchAddress(desk, name, { ...sought, behind });
  const more = behind === null ? NOTHING : html`<p><a rel="next" href="${older}">${say("search.older")}</a></p>`;
  return html`<section aria-labelledby="found"><h2 id="found">${count}</h2>
<ol class="found">${hits.map((hit) => hitView(words, hit))}</ol>${more}</section>`;
}

/** Search among what customers and agents wrote. */
export function searchPage(frame: SearchFrame): Markup {
  const { desk, name, guest } = frame;
  const locale = desk.wording.choose(desk.settings.desk.locale);
  const words: SearchView = { ...frame, locale, say: (key, values) => desk.wording.say(locale, key, values) };
  const { say } = words;
  const own = html`<p>${say("search.name")}</p>${nameForm(desk, searchAddress(desk, null), frame.sought ? keptOf(frame.sought) : {})}`;
  return layout(
    {
      desk,
      title: say("search.title"),
      lang: locale,
      seat: guest ? null : "team",
      at: "/search",
      follows: [],
      name,
      guest,
    },
    html`<div class="narrow"><div class="page-head"><h1>${say("search.title")}</h1></div>
<p class="lead">${say("search.lead")}</p>
${name === null && guest === null ? own : html`${searchForm(words)}${results(words)}`}</div>`,
  );
}

/** What is looked for, to be looked for once the reader has a name. */
function keptOf({ typed, behind: _, limit: __, ...filters }: SearchWish): Record<string, string> {
  return { q: typed, ...filters };
}
