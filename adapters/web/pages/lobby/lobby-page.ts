import { html } from "hono/html";
import { fateParts, whyNotLines } from "../../../../src/digest/ledger-messages.ts";
import type { Speaker } from "../../../../src/digest/say-figures.ts";
import type { Person, Role } from "../../../../src/interaction/customer.ts";
import { may, type Right } from "../../../../src/rights.ts";
import type { PageDesk } from "../../desk.ts";
import { fateBar } from "../fate-bar.ts";
import { layout } from "../layout.ts";
import { mark } from "../mark.ts";
import { type Markup, NOTHING } from "../markup.ts";
import type { PageWords } from "../page-words.ts";
import { pagePath } from "../seated.ts";
import { type Figures, MOST_COUNTED, type ToDo, WEEKS } from "./figures.ts";

/** What the lobby is drawn with. */
export interface LobbyFrame extends PageWords {
  readonly desk: PageDesk;
  readonly speaker: Speaker;
  readonly by: Person;
  /** The name given with the desk's key; null for none. */
  readonly name: string | null;
  /** The role of whoever is signed in; null with the desk's key, which opens every seat. */
  readonly guest: Role | null;
  readonly figures: Figures;
  readonly toDo: ToDo;
  /** Week of the last digest that was posted; null for none. */
  readonly digest: string | null;
}

const SEATS = ["customer", "agent", "team", "executive"] as const;

/** A sentence with its number in bold. */
function withNumber({ speaker }: LobbyFrame, sentence: string, count: number, most = Number.POSITIVE_INFINITY): Markup {
  const written = speaker.count(count);
  const [before, ...after] = sentence.split(written);
  return html`${before}<b>${count > most ? `${speaker.count(most)}+` : written}</b>${after.join(written)}`;
}

/** One thing to do: how much of it waits, what it takes, and where it is done. */
interface Task {
  readonly right: Right;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly title: Markup;
  readonly hint: string;
}

function waiting(frame: LobbyFrame): Task[] {
  const { say, toDo } = frame;
  const counted = (key: "lobby.late" | "lobby.open" | "lobby.waiting", count: number) =>
    withNumber(frame, say(key, { count }), count, MOST_COUNTED);
  const tasks: (Task & { readonly count: number })[] = [
    {
      ...{ right: "work-case", path: "/cases", query: { list: "late" }, count: toDo.late },
      ...{ title: counted("lobby.late", toDo.late), hint: say("lobby.lateHint") },
    },
    {
      ...{ right: "work-case", path: "/cases", query: { list: "open" }, count: toDo.open },
      ...{ title: counted("lobby.open", toDo.open), hint: say("lobby.openHint") },
    },
    {
      ...{ right: "resolve", path: "/agent", count: toDo.conversations },
      ...{ title: counted("lobby.waiting", toDo.conversations), hint: say("lobby.waitingHint") },
    },
  ];
  return tasks.filter(({ count }) => count > 0);
}

function toRead({ say, speaker, digest }: LobbyFrame): Task[] {
  const latest: Task[] =
    digest === null
      ? []
      : [
          {
            ...{ right: "read-figures", path: `/digest/${digest}`, hint: say("weeks.lead") },
            title: html`${say("lobby.digest", { week: speaker.week(digest) })}`,
          },
        ];
  return [
    ...latest,
    {
      ...{ right: "shadow", path: "/executive", hint: say("lobby.sittingHint") },
      title: html`${say("lobby.sitting")}`,
    },
  ];
}

/** What whoever looks may do now, the most urgent first. */
function first(frame: LobbyFrame): Markup {
  const { desk, by, say } = frame;
  const isTheirs = ({ right }: Task) => may(by.role, right);
  const urgent = waiting(frame).filter(isTheirs);
  const line = ({ path, query, title, hint }: Task) =>
    html`<li><a class="card task" href="${pagePath(desk, frame, path, query)}"><span class="what">${title}</span><span class="hint">${hint}</span></a></li>`;
  return html`<section aria-labelledby="first"><h2 id="first">${say("lobby.first")}</h2>${urgent.length === 0 ? html`<p class="hint">${say("lobby.calm")}</p>` : ""}
<ul class="tasks">${[...urgent, ...toRead(frame).filter(isTheirs)].map(line)}</ul></section>`;
}

/** The four seats, for whoever tries it with the printed key. */
function seats({ desk, guest, say }: LobbyFrame): Markup {
  if (guest !== null) return NOTHING;
  const seat = (id: (typeof SEATS)[number]) =>
    html`<li><a class="seat card" href="${desk.path(`/${id}`)}">${mark()}<b>${say(`lobby.seat.${id}`)}</b><span>${say(`lobby.seat.${id}Hint`)}</span></a></li>`;
  const title = desk.places.length < 2 ? say("lobby.seats") : say("lobby.seatsOf", { name: desk.name });
  return html`<nav aria-labelledby="seats"><h2 id="seats">${title}</h2><p class="hint">${say("lobby.seatsHint")}</p><ul class="four">${SEATS.map(seat)}</ul></nav>`;
}

function became({ say, speaker, figures: { ledger } }: LobbyFrame): Markup {
  const why = whyNotLines(speaker, ledger).map((line) => html`<p class="hint">${line}</p>`);
  return html`<section class="card" aria-labelledby="became"><h3 id="became">${say("lobby.outcomes")}</h3>
${fateBar(fateParts(speaker, ledger), ledger.fates.resolved)}${why}</section>`;
}

function answers({ say, speaker, figures: { bands } }: LobbyFrame): Markup {
  const count = bands.promoter + bands.passive + bands.detractor;
  const line = (band: keyof typeof bands) =>
    html`<li><b>${speaker.count(bands[band])}</b> <span class="hint">${say(`shadow.band.${band}`)}</span></li>`;
  return html`<section class="card" aria-labelledby="answers"><h3 id="answers">${say("lobby.answers", { count })}</h3>
<ul class="bands">${line("promoter")}${line("passive")}${line("detractor")}</ul></section>`;
}

function figuresView(frame: LobbyFrame): Markup {
  const { say, guest, figures } = frame;
  const { fates } = figures.ledger;
  const none = html`<p class="card nothing">${say(guest === null ? "lobby.none" : "lobby.noneYet")}</p>`;
  const silence = html`<div class="silence card"><p class="big">${withNumber(frame, say("lobby.unanswered", { count: fates.silent }), fates.silent)}</p>
<p>${say("lobby.after", { count: fates.resolved })}</p></div>`;
  const all = html`${silence}<div class="two">${became(frame)}${answers(frame)}</div>`;
  return html`<section class="figures" id="figures" aria-labelledby="lately"><h2 id="lately">${say("lobby.weeks", { weeks: WEEKS })}</h2>${fates.resolved === 0 ? none : all}</section>`;
}

/** The lobby: what waits for whoever comes in, the seats of a trial, and what is known so far. */
export function lobbyPage(frame: LobbyFrame): Markup {
  const { desk, say, lang, name, guest } = frame;
  const maySetUp = guest === null || may(guest, "change-settings");
  const follows = ["figures", "team"] as const;
  return layout(
    { desk, title: desk.settings.desk.name, lang, seat: null, at: "/", follows, name, guest, styles: ["weeks.css"] },
    html`<div class="lobby">${mark()}<h1>${guest === null ? say("lobby.title") : html`<bdi>${desk.name}</bdi>`}</h1>
${guest === null ? html`<p class="lead">${say("lobby.lead")}</p>` : ""}
${desk.firstRun?.isNew() && maySetUp ? html`<p><a class="button" href="${desk.path("/welcome")}">${say("setUp.welcome.link")}</a></p>` : NOTHING}
${first(frame)}
${seats(frame)}
${figuresView(frame)}</div>`,
  );
}
