import { html } from "hono/html";
import type { ReadEntry, ReadTranscript } from "../../../../src/privacy/disclosure.ts";
import { pausesBefore } from "../../../../src/shadowing/pauses.ts";
import { spanWords } from "../../../../src/shadowing/wait-messages.ts";
import type { SeatFrame } from "../executive/seat-frame.ts";
import { mark } from "../mark.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { timeOf } from "../times.ts";

/** An entry as it is read: who by their part in the conversation, when, and the words without names. */
export function readEntryView({ say, times }: SeatFrame, entry: ReadEntry, at: number): Markup {
  const { id, author, name, text, attachments, editedAt, isDeleted } = entry;
  const who = name ?? say(`sitting.who.${author}`);
  const files = attachments.map((file) => html`<li><bdi>${file.name}</bdi></li>`);
  const words = isDeleted
    ? html`<p class="words gone">${say("chat.deleted")}</p>`
    : html`<p class="words" dir="auto">${text}</p>`;
  return html`<article class="said by-${author}" id="entry-${id}" data-at="${at}">
<p class="who">${author === "bot" ? mark() : ""}<bdi>${who}</bdi> ${timeOf(at, times)}${editedAt === null ? "" : html` · ${say("chat.edited")}`}</p>
${text === "" && !isDeleted && files.length > 0 ? NOTHING : words}
${!isDeleted && files.length > 0 ? html`<ul class="files">${files}</ul>` : ""}
</article>`;
}

/** A conversation entry by entry, with the pauses between them. */
export function entriesView(frame: SeatFrame, { entries }: ReadTranscript): Markup {
  const { say } = frame;
  const pauses = pausesBefore(entries);
  const pause = (ms: number) =>
    html`<p class="pause" data-ms="${ms}">${say("sitting.later", { span: spanWords({ say }, ms) })}</p>`;
  return html`${entries.map((entry, index) => {
    const ms = pauses[index] ?? null;
    return html`${ms === null ? "" : pause(ms)}${readEntryView(frame, entry, entry.at)}`;
  })}`;
}

/** The buttons with which a conversation is played; a script shows them, for without it all stands there. */
export function playControls({ say }: SeatFrame): Markup {
  const speeds = ["quick", "fast", "real"] as const;
  const option = (speed: (typeof speeds)[number]) =>
    html`<option value="${speed}">${say(`played.speed.${speed}`)}</option>`;
  return html`<div class="player" id="player" role="group" aria-label="${say("played.controls")}" hidden>
<button type="button" class="primary" id="play" data-play="${say("played.play")}" data-pause="${say("played.pause")}">${say("played.play")}</button>
<button type="button" id="step">${say("played.next")}</button>
<button type="button" class="quiet" id="all">${say("played.all")}</button>
<label for="speed" class="unseen">${say("played.speed")}</label><select id="speed">${speeds.map(option)}</select>
<span class="progress" id="progress" aria-hidden="true"></span>
<p class="hint keys">${say("played.keys")}</p></div>`;
}
