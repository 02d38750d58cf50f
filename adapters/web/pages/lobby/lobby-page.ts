import { html } from "hono/html";
import type { PageDesk } from "../../desk.ts";
import { NOT_ASKED_WORDS } from "../agent/fate-words.ts";
import { weekName } from "../digest/digest-words.ts";
import { fateBar } from "../fate-bar.ts";
import { layout } from "../layout.ts";
import { mark } from "../mark.ts";
import type { Markup } from "../markup.ts";
import { type Figures, WEEKS } from "./figures.ts";

const SEAT_LINES = [
  { id: "customer", name: "Customer", line: "Write in, be helped, and answer one question." },
  { id: "agent", name: "Agent", line: "See who is waiting, reply, and resolve." },
  { id: "team", name: "Team", line: "Follow up every unhappy answer until it’s resolved." },
  { id: "executive", name: "Executive", line: "Sit down with real conversations." },
] as const;

function seats(desk: PageDesk): Markup {
  const seat = ({ id, name, line }: (typeof SEAT_LINES)[number]) =>
    html`<li><a class="seat card" href="${desk.path(`/${id}`)}">${mark()}<b>${name}</b><span>${line}</span></a></li>`;
  const where = desk.places.length < 2 ? "" : html` at <bdi>${desk.name}</bdi>`;
  return html`<nav aria-labelledby="seats"><h2 id="seats">Take a seat${where}</h2><ul class="four">${SEAT_LINES.map(seat)}</ul></nav>`;
}

function written(count: number): string {
  return count.toLocaleString("en");
}

function silence({ fates, resolved }: Figures): Markup {
  const said = fates.silent === 1 ? "question went unanswered" : "questions went unanswered";
  return html`<div class="silence card"><p class="big"><b>${written(fates.silent)}</b> ${said}</p>
<p>after ${written(resolved)} resolved ${resolved === 1 ? "conversation" : "conversations"}. You can’t learn from answers you never got, so we count the silence too.</p></div>`;
}

function became(figures: Figures): Markup {
  const words = NOT_ASKED_WORDS as Readonly<Record<string, string>>;
  const reason = ([name, count]: readonly [string, number]) => html`<li><b>${count}</b> ${words[name] ?? name}</li>`;
  return html`<section class="card" aria-labelledby="became"><h3 id="became">Outcomes</h3>
${fateBar(figures)}
${figures.notAsked.length > 0 ? html`<h4>Not asked, because</h4><ul class="reasons">${figures.notAsked.map(reason)}</ul>` : ""}</section>`;
}

function answers({ bands }: Figures): Markup {
  const n = bands.promoter + bands.passive + bands.detractor;
  const line = (name: string, range: string, count: number) =>
    html`<li><b>${count}</b> ${name} <span class="hint">${range}</span></li>`;
  return html`<section class="card" aria-labelledby="answers"><h3 id="answers">${written(n)} ${n === 1 ? "answer" : "answers"}</h3>
<ul class="bands">${line("promoters", "9–10", bands.promoter)}${line("passives", "7–8", bands.passive)}${line("detractors", "6 and below", bands.detractor)}</ul></section>`;
}

function figuresView({ path }: PageDesk, figures: Figures): Markup {
  const none = html`<p class="card nothing">No conversation has been resolved yet. Open <a href="${path("/customer")}">the customer’s seat</a> in one tab and <a href="${path("/agent")}">the agent’s</a> in another, and begin.</p>`;
  const all = html`${silence(figures)}<div class="two">${became(figures)}${answers(figures)}</div>`;
  return html`<section class="figures" id="figures" aria-labelledby="lately"><h2 id="lately">The last ${WEEKS} weeks</h2>${figures.resolved === 0 ? none : all}</section>`;
}

/** The lobby: what this is, where to sit, and what is known so far. */
export function lobbyPage(desk: PageDesk, figures: Figures, lastDigest: string | null): Markup {
  return layout(
    { desk, title: desk.settings.desk.name, lang: "en", seat: null, follows: ["figures"] },
    html`<div class="lobby">${mark()}<h1>One chair at the table<br>is the customer’s.</h1>
<p class="lead">After a support conversation, Empty Chair asks the customer one question and keeps the answer. It follows up every unhappy answer until someone has put it right. And it tells the team what customers said, and how many said nothing.</p>
${seats(desk)}
${figuresView(desk, figures)}
${lastDigest === null ? "" : html`<p class="last-digest"><a href="${desk.path(`/digest/${lastDigest}`)}">The last weekly digest: ${weekName(lastDigest)}</a> · <a href="${desk.path("/digest")}">all weeks</a></p>`}</div>`,
  );
}
