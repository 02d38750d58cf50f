import { html } from "hono/html";
import { dateFormat } from "../../../../src/calendar/date-format.ts";
import type { Lesson } from "../../../../src/shadowing/lesson.ts";
import { hiddenFields } from "../form.ts";
import type { Markup } from "../markup.ts";
import { nameField } from "../seated.ts";
import { timeOf } from "../times.ts";
import type { SeatFrame } from "./seat-frame.ts";

/** A day as people write it. */
function writtenDay(locale: string, day: string): string {
  return dateFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" }).format(Date.parse(day));
}

function lessonView(frame: SeatFrame, lesson: Lesson): Markup {
  const { desk, say, times } = frame;
  const { id, surprised, toFix, ownerAddress, ownerName, dueOn, whoName, whoAddress, at } = lesson;
  const owner = ownerName ?? ownerAddress;
  const ours = [
    ...(owner === null ? [] : [say("seat.lessonOwner", { owner })]),
    ...(dueOn === null ? [] : [say("seat.lessonDue", { day: writtenDay(times.locale, dueOn) })]),
  ];
  return html`<li class="lesson" id="lesson-${id}">${toFix === "" ? "" : html`<p class="words" dir="auto">${toFix}</p>`}
${surprised === "" ? "" : html`<p class="hint words" dir="auto">${surprised}</p>`}
<p class="hint"><bdi>${whoName ?? whoAddress}</bdi>, ${timeOf(at, times)}${ours.map((word) => html` · ${word}`)}</p>
<form method="post" action="${desk.path("/executive/lesson")}">${hiddenFields(desk.ids, { ...nameField(frame.seated), subject: id })}<button class="quiet" aria-describedby="lesson-${id}">${say("seat.lessonDone")}</button></form></li>`;
}

/** The desk's open lessons, whoever gave them. */
export function lessonsCard(frame: SeatFrame, lessons: readonly Lesson[]): Markup {
  const { say } = frame;
  return html`<section class="card" aria-labelledby="lessons"><h2 id="lessons">${say("seat.lessons")}</h2>
${lessons.length === 0 ? html`<p class="hint">${say("seat.lessonsNone")}</p>` : html`<ul class="open-lessons">${lessons.map((lesson) => lessonView(frame, lesson))}</ul>`}</section>`;
}
