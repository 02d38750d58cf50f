import { html } from "hono/html";
import { noteOf } from "../../../../src/digest/digest-messages.ts";
import { numberOf } from "../../../../src/digest/say-figures.ts";
import { layout } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameLine } from "../name-form.ts";
import { pagePath } from "../seated.ts";
import { writtenTime } from "../times.ts";
import { boardView } from "./board-view.ts";
import { type DigestPageFrame, digestAddress, digestsAddress, mayLookInto } from "./digest-frame.ts";
import { casesView, foldedViews } from "./follow-up-view.ts";
import { ledgerView } from "./ledger-view.ts";
import { pictureView, scoreView } from "./score-view.ts";
import { sentences } from "./section.ts";
import { chairView, themesView, voicesView } from "./voices-view.ts";

function neighbours({ desk, shown, name, say }: DigestPageFrame): Markup {
  const { earlier, later } = shown;
  const link = (week: string, key: "weeks.earlier" | "weeks.later", rel: string) =>
    html`<a rel="${rel}" href="${digestAddress(desk, week, name)}">${say(key, { number: numberOf(week) })}</a>`;
  return html`<nav class="neighbours" aria-label="${say("weeks.nav")}">${earlier ? link(earlier, "weeks.earlier", "prev") : html`<span></span>`}
<a href="${digestsAddress(desk, name)}">${say("weeks.all")}</a>${later ? link(later, "weeks.later", "next") : html`<span></span>`}</nav>`;
}

/** Whether it was posted, when and how; and where it can be seen as it was. */
function state({ desk, shown, name, say, speaker, times }: DigestPageFrame): Markup {
  const { row, revision, document } = shown;
  if (!row) return html`${say(shown.isOpen ? "weeks.open" : "weeks.counted")}`;
  const posted =
    row.postedAt === null ? say("weeks.counted") : say("weeks.posted", { on: writtenTime(row.postedAt, times) });
  const week = (more: Readonly<Record<string, string>>) => digestAddress(desk, document.id.week, name, more);
  if (revision < row.revision)
    return html`${posted} ${say("weeks.asItStood")} <a href="${week({})}">${say("weeks.seeNow")}</a>`;
  const note = noteOf(speaker, row) ?? "";
  if (row.revision === 1) return html`${posted} ${note}`;
  return html`${posted} ${note} <a href="${week({ revision: String(row.revision - 1) })}">${say("weeks.before")}</a>`;
}

function head(frame: DigestPageFrame): Markup {
  const { desk, shown, name, say, speaker } = frame;
  const { id, window } = shown.document;
  const me = nameLine({ desk, say, seated: { name } }, `/digest/${id.week}`);
  return html`<header class="digest-head"><div class="page-head"><h1>${speaker.week(id.week)}</h1>${me}</div>
<p class="lead">${speaker.days(Date.parse(window.from), Date.parse(window.to), id.zone)} <span class="hint">${id.zone}</span></p>
<p class="hint">${state(frame)}</p></header>`;
}

/** Where the week can be looked into. */
function onwards(frame: DigestPageFrame): Markup {
  const { desk, shown, say } = frame;
  const { week } = shown.document.id;
  const cases = mayLookInto(frame, "work-case")
    ? html`<a class="button" href="${pagePath(desk, frame, "/cases", { list: "all", week })}">${say("weeks.cases")}</a>`
    : NOTHING;
  return html`<p class="onwards"><a class="button" href="${pagePath(desk, frame, "/explore", { span: week })}">${say("weeks.explore")}</a> ${cases}</p>`;
}

/** What became of the decisions whose day fell into the week. */
function aimsView({ shown, say }: DigestPageFrame): Markup {
  const { aims } = shown.lines;
  if (aims.length === 0) return NOTHING;
  return html`<section class="card" aria-labelledby="aims"><h2 id="aims">${say("digest.aim.title")}</h2>${sentences(aims)}</section>`;
}

/** The page of one week: the facts, the picture, the words, and folded what else there is. */
export function digestPage(frame: DigestPageFrame): Markup {
  const { desk, shown, name, guest, lang, speaker } = frame;
  return layout(
    {
      ...{ desk, lang, name, guest, title: speaker.week(shown.document.id.week) },
      ...{ seat: "team", at: "/digest", follows: ["digest"], styles: ["weeks.css"] },
    },
    html`<div class="digest">${head(frame)}${neighbours(frame)}${chairView(frame)}
<div class="two">${scoreView(frame)}${ledgerView(frame)}</div>
${onwards(frame)}${pictureView(frame)}
<div class="many">${voicesView(frame)}<div>${themesView(frame)}${casesView(frame)}</div></div>
${boardView(frame)}${aimsView(frame)}${foldedViews(frame)}</div>`,
  );
}
