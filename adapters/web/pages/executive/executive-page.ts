import { html } from "hono/html";
import type { PageDesk } from "../../desk.ts";
import { formNote } from "../form.ts";
import { layout } from "../layout.ts";
import type { Markup } from "../markup.ts";
import { nameLine } from "../name-form.ts";
import { spoken } from "../page-words.ts";
import { executiveNamed } from "../people.ts";
import { guestAt } from "../seated.ts";
import { guessCard } from "./guess-chart.ts";
import { lessonsCard } from "./lessons-card.ts";
import { liveCard, waitingRoomCard } from "./live-card.ts";
import type { ShownSeat } from "./load-seat.ts";
import { type SeatFrame, seatPath } from "./seat-frame.ts";
import { shiftCard } from "./shift-card.ts";
import { sitCard } from "./sit-card.ts";

/** What the seat is for, to somebody who has not said who they are. */
export function executiveWelcome(desk: PageDesk, path: string, names: readonly string[]): Markup {
  const { lang, say } = spoken(desk);
  const known = (name: string) =>
    html`<li><a class="button" href="${seatPath({ desk, seated: { by: executiveNamed(name), name } }, path)}"><bdi>${name}</bdi></a></li>`;
  return layout(
    { desk, title: say("seat.title"), lang, seat: "executive", follows: null, styles: ["executive.css"] },
    html`<div class="narrow"><h1>${say("seat.title")}</h1><p class="lead">${say("seat.lead")}</p>
<form class="name-form card" id="name-form" method="get" action="${desk.path(path)}"><label for="name">${say("seat.name")}</label>
<div class="row"><input id="name" name="name" autocomplete="name" required maxlength="60" dir="auto" aria-describedby="name-hint"><button class="primary">${say("seat.continue")}</button></div>
<p class="hint" id="name-hint">${say("seat.nameHint")}</p></form>
${names.length === 0 ? "" : html`<section aria-labelledby="known"><h2 id="known">${say("seat.known")}</h2><ul class="known">${names.map(known)}</ul></section>`}</div>`,
  );
}

/** The executive's seat: what waits, sitting down, how far from customers they are, what goes on now, their appointment, and lessons. */
export function executivePage(
  frame: SeatFrame,
  seat: ShownSeat,
  themes: readonly string[],
  note: string | null,
): Markup {
  const { desk, say, lang, seated } = frame;
  const { name } = seated;
  const title = say("seat.title");
  return layout(
    {
      desk,
      title,
      lang,
      seat: "executive",
      follows: ["shadowing"],
      name,
      guest: guestAt(seated),
      styles: ["executive.css"],
    },
    html`<div class="narrow seat-page"><div class="page-head"><h1>${title}</h1>${nameLine(frame, "/executive")}</div>
<p class="lead">${say("seat.lead")}</p>${formNote(note)}
${sitCard(frame, seat.waiting, themes)}
${guessCard(frame, seat.guesses)}
${liveCard(frame, seat)}
${shiftCard(frame, seat.shifts)}
${waitingRoomCard(frame)}
${lessonsCard(frame, seat.lessons)}</div>`,
  );
}
