import { html } from "hono/html";
import { dateFormat } from "../../../../src/calendar/date-format.ts";
import { DAYS } from "../../../../src/calendar/weekly.ts";
import type { Shift } from "../../../../src/shadowing/shift.ts";
import { hiddenFields } from "../form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameField } from "../seated.ts";
import type { SeatFrame } from "./seat-frame.ts";

const COUNTS = [1, 2, 3, 4, 5];
/** A Monday, from which the days of a week are named. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

function dayName(lang: string, day: string): string {
  const index = Math.max(0, DAYS.indexOf(day));
  return dateFormat(lang, { weekday: "long", timeZone: "UTC" }).format(A_MONDAY + index * DAY_MS);
}

function nextWords({ times }: SeatFrame, { dueAt, zone }: Shift): string {
  const style = { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" } as const;
  return dueAt === null ? "" : dateFormat(times.locale, { ...style, timeZone: zone }).format(dueAt);
}

function standing(frame: SeatFrame, shift: Shift): Markup {
  const { say, lang, desk } = frame;
  const [day = "", time = ""] = shift.every.split(" ");
  const said = { day: dayName(lang, day), time, count: shift.transcripts, next: nextWords(frame, shift) };
  const end =
    shift.source === "settings"
      ? html`<p class="hint">${say("shift.ofSettings")}</p>`
      : html`<form method="post" action="${desk.path("/executive/shift/end")}">${hiddenFields(desk.ids, { ...nameField(frame.seated), subject: shift.id })}<button class="quiet">${say("seat.shiftEnd")}</button></form>`;
  return html`<p class="say">${say("seat.shiftIs", said)}</p>${end}`;
}

function setForm(frame: SeatFrame, own: Shift | undefined): Markup {
  const { say, lang, desk } = frame;
  const [day = "Tue", time = "09:00"] = own?.every.split(" ") ?? [];
  const dayOption = (one: string) =>
    html`<option value="${one}"${one === day ? html` selected` : ""}>${dayName(lang, one)}</option>`;
  const countOption = (one: number) =>
    html`<option value="${one}"${one === (own?.transcripts ?? 3) ? html` selected` : ""}>${one}</option>`;
  return html`<form class="shift-form" method="post" action="${desk.path("/executive/shift")}">${hiddenFields(desk.ids, nameField(frame.seated))}
<div class="menus"><div><label for="shift-day">${say("seat.day")}</label><select id="shift-day" name="day">${DAYS.map(dayOption)}</select></div>
<div><label for="shift-time">${say("seat.time")}</label><input id="shift-time" name="time" type="time" required value="${time}"></div>
<div><label for="shift-count">${say("seat.count")}</label><select id="shift-count" name="count">${COUNTS.map(countOption)}</select></div></div>
<button>${say(own ? "seat.shiftChange" : "seat.shiftSet")}</button></form>`;
}

/** The standing appointment of whoever sits there: what stands, setting one, ending it. */
export function shiftCard(frame: SeatFrame, shifts: readonly Shift[]): Markup {
  const { say } = frame;
  const own = shifts.find(({ source }) => source === "person");
  const none = shifts.length === 0 ? html`<p class="hint">${say("seat.shiftNone")}</p>` : NOTHING;
  return html`<section class="card" aria-labelledby="shift"><h2 id="shift">${say("seat.shift")}</h2>
${shifts.map((shift) => standing(frame, shift))}${none}${setForm(frame, own)}</section>`;
}
