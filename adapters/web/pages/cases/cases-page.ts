import { html } from "hono/html";
import { CASE_LISTS, type CaseList } from "../../../../src/recovery/case-list.ts";
import { BANDS, scores } from "../../../../src/survey/score.ts";
import { hiddenFields, option } from "../form.ts";
import { layout, workShell } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameForm, nameLine } from "../name-form.ts";
import { casesAddress, isNarrowed, queryFields } from "./case-address.ts";
import { ACT_PATH, wayBack } from "./case-form.ts";
import type { CaseFrame } from "./case-frame.ts";
import { caseRow } from "./case-row.ts";
import { keysDialog } from "./keys-dialog.ts";
import { type CaseSeen, type CasesFound, maySeekScores } from "./load-cases.ts";

function listLinks({ desk, seated, query, say }: CaseFrame, { counts }: CasesFound): Markup {
  const lists = CASE_LISTS.filter((list) => list !== "mine" || seated !== null);
  const link = (list: CaseList) => {
    const address = casesAddress(desk, seated, { ...query, list, after: null });
    const current = list === query.list ? html` aria-current="page"` : "";
    return html`<li><a id="list-${list}" href="${address}"${current}>${say(`cases.list.${list}`)} <b>${counts[list]}</b></a></li>`;
  };
  return html`<nav class="lists" aria-label="${say("cases.lists")}"><ul>${lists.map(link)}</ul></nav>`;
}

function choice(frame: CaseFrame, name: string, label: string, options: readonly Markup[]): Markup {
  return html`<div><label for="by-${name}">${label}</label><select id="by-${name}" name="${name}"><option value="">${frame.say("search.any")}</option>${options}</select></div>`;
}

/** The fields of an address as hidden ones, but for those that are named. */
function hiddenQuery({ seated, query }: CaseFrame, without: readonly string[]): Markup {
  const all = { ...queryFields(query), name: seated?.name ?? null };
  const kept = Object.entries(all).filter(([key, value]) => value !== null && !without.includes(key));
  return html`${kept.map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`)}`;
}

function filterForm(frame: CaseFrame, { owners }: CasesFound): Markup {
  const { desk, seated, query, say } = frame;
  const { products, question } = desk.settings;
  const ofProducts = products.map(({ id, name }) => option(id, name, query.product));
  const ofOwners = owners.map(({ address, name }) => option(address, name ?? address, query.owner));
  const low = scores(question.scale).filter((score) => score <= 6);
  const ofScores = low.map((score) =>
    option(String(score), String(score), query.score === null ? null : String(query.score)),
  );
  const ofBands = BANDS.map((band) => option(band, say(`search.${band}`), query.band));
  const seeks = maySeekScores(desk, seated?.by ?? null);
  const clear = html`<a href="${casesAddress(desk, seated, { list: query.list })}">${say("cases.clear")}</a>`;
  return html`<details class="filters" id="filters"${isNarrowed(query) ? html` open` : ""}><summary>${say("cases.filters")}</summary>
<form method="get" action="${desk.path("/cases")}" aria-label="${say("cases.filters")}">${hiddenQuery(frame, ["product", "score", "band", "owner", "week", "after"])}
<div class="fields">${products.length === 0 ? "" : choice(frame, "product", say("search.product"), ofProducts)}
${seeks ? choice(frame, "score", say("team.score"), ofScores) : ""}${seeks && query.band !== null ? choice(frame, "band", say("search.band"), ofBands) : ""}
${choice(frame, "owner", say("team.owner"), ofOwners)}
<div><label for="by-week">${say("search.week")}</label><input id="by-week" name="week" maxlength="8" pattern="\\d{4}-W\\d{2}" placeholder="2026-W46" autocomplete="off" value="${query.week ?? ""}"></div></div>
<div class="row"><button class="primary">${say("cases.filter")}</button>${isNarrowed(query) ? clear : ""}</div></form></details>`;
}

/** The forms that the buttons of all rows belong to: one that acts, one that opens the form of an act. */
function rowForms(frame: CaseFrame): Markup {
  const { desk, seated } = frame;
  if (seated === null) return NOTHING;
  return html`<form id="act" method="post" action="${desk.path(ACT_PATH)}">${hiddenFields(desk.ids, wayBack(frame, "list"))}<p class="form-note" role="alert"></p></form>
<form id="open" method="get" action="${desk.path("/cases")}">${hiddenQuery(frame, [])}</form>`;
}

function pages({ desk, seated, query, say }: CaseFrame, { next }: CasesFound): Markup {
  const first =
    query.after === null
      ? ""
      : html`<a href="${casesAddress(desk, seated, { ...query, after: null })}">${say("cases.first")}</a>`;
  const more =
    next === null
      ? ""
      : html`<a rel="next" href="${casesAddress(desk, seated, { ...query, after: next })}">${say("cases.next")}</a>`;
  return first === "" && more === "" ? NOTHING : html`<p class="paging">${first} ${more}</p>`;
}

/** Who works here, or the form that asks for their name. */
export function whoWorks(frame: CaseFrame, path: string): Markup {
  const { desk, seated, say } = frame;
  if (seated !== null) return nameLine(frame, path);
  return html`<p>${say("cases.name")}</p>${nameForm(desk, desk.path(path))}`;
}

/** The list of cases with what can be done about each; what has left the list while somebody worked on it stands first. */
export function casesPage(frame: CaseFrame, found: CasesFound, gone: CaseSeen | null): Markup {
  const { seated, say } = frame;
  const { counts, rows } = found;
  const all = gone === null ? rows : [gone, ...rows];
  const list =
    all.length === 0
      ? html`<p class="card nothing">${say("cases.nothing")}</p>`
      : html`<ol class="cases card" id="cases" data-list>${all.map((seen) => caseRow(frame, seen, seen === gone))}</ol>`;
  return layout(
    {
      ...workShell(frame),
      title: say("cases.title"),
      seat: null,
      at: "/cases",
      follows: ["team"],
      styles: ["cases.css"],
      scripts: ["list.js"],
    },
    html`<div class="working"><div class="page-head"><h1>${say("cases.title")}</h1>${seated === null ? "" : whoWorks(frame, "/cases")}</div>
<p class="lead">${say("cases.facts", { open: counts.open, late: counts.late, nobody: counts.nobody })}</p>
${seated === null ? whoWorks(frame, "/cases") : ""}
${listLinks(frame, found)}${filterForm(frame, found)}
${rowForms(frame)}${list}${pages(frame, found)}
${keysDialog(frame)}</div>`,
  );
}
