import { html } from "hono/html";
import type { ReadSitting } from "../../../../src/privacy/disclosure.ts";
import type { Lesson } from "../../../../src/shadowing/lesson.ts";
import type { Colleague } from "../colleagues.ts";
import { type SeatFrame, seatPath } from "../executive/seat-frame.ts";
import { layout } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { guestAt } from "../seated.ts";
import { guessForm, revealView } from "./guess-view.ts";
import { lessonForm, lessonKept, type TypedLesson } from "./lesson-view.ts";
import { entriesView, playControls } from "./played.ts";

/** What stands beside a sitting. */
export interface SittingBeside {
  readonly colleagues: readonly Colleague[];
  /** The lesson that was taken from it; null before. */
  readonly lesson: Lesson | null;
  /** Id of the next one of the appointment that is not closed; null where there is none. */
  readonly nextId: string | null;
  readonly typed: TypedLesson;
  /** What could not be done. */
  readonly note: string | null;
}

function waitView({ say }: SeatFrame, { waited }: ReadSitting): Markup {
  return html`<section class="card wait" aria-labelledby="wait"><h2 id="wait">${say("sitting.wait")}</h2>
<ul>${waited.map((sentence) => html`<li>${sentence}</li>`)}</ul></section>`;
}

function onward(frame: SeatFrame, nextId: string | null): Markup {
  const { say } = frame;
  const next = html`<a class="button primary" id="next-sitting" href="${seatPath(frame, `/sitting/${nextId}`)}">${say("played.nextOne")}</a>`;
  const last = html`<p class="say">${say("played.allDone")}</p><a class="button" href="${seatPath(frame, "/executive")}">${say("played.back")}</a>`;
  return html`<div class="onward" id="onward" tabindex="-1">${nextId === null ? last : next}</div>`;
}

function afterReading(frame: SeatFrame, sitting: ReadSitting, beside: SittingBeside): Markup {
  const { reveal, guess, sittingId, isDone } = sitting;
  const { note, typed, colleagues } = beside;
  if (reveal === null) return guessForm(frame, sitting, note);
  const lesson = isDone
    ? html`${lessonKept(frame, beside.lesson)}${onward(frame, beside.nextId)}`
    : lessonForm(frame, sittingId, { colleagues, typed, note });
  return html`${revealView(frame, reveal, guess)}${lesson}`;
}

/** One conversation as it happened, played or read; then the guess, then all that it leads to. */
export function sittingPage(frame: SeatFrame, sitting: ReadSitting, beside: SittingBeside): Markup {
  const { desk, say, lang, seated } = frame;
  const { transcript, filtered, number, of } = sitting;
  const title = say("sitting.title", { number, of });
  const isFresh = sitting.reveal === null;
  const shell = { desk, title, lang, seat: "executive", follows: null, name: seated.name } as const;
  const files = { styles: ["executive.css"], scripts: ["sitting.js"], guest: guestAt(seated) };
  return layout(
    { ...shell, ...files, failed: say("chat.failed") },
    html`<div class="sitting"><p class="up"><a href="${seatPath(frame, "/executive")}">${say("played.back")}</a></p>
<div class="page-head"><h1>${title}</h1></div>${filtered === null ? NOTHING : html`<p class="hint">${filtered}</p>`}
<div class="sitting-parts"><section class="card talk" aria-labelledby="talk"><h2 id="talk" class="unseen">${say("played.transcript")}</h2>
${playControls(frame)}
<div class="played" id="played" role="log" aria-labelledby="talk"${isFresh ? html` data-begin` : ""}>${entriesView(frame, transcript)}</div></section>
<div class="aside">${waitView(frame, sitting)}${afterReading(frame, sitting, beside)}</div></div></div>`,
  );
}
