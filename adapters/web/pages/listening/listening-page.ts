import { html } from "hono/html";
import type { ReadTranscript } from "../../../../src/privacy/disclosure.ts";
import type { LiveListener } from "../../../../src/shadowing/live-listener.ts";
import { type SeatFrame, seatPath } from "../executive/seat-frame.ts";
import { formNote, hiddenFields, LONGEST_TEXT } from "../form.ts";
import { layout } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { guestAt, nameField } from "../seated.ts";
import { entriesView } from "../sitting/played.ts";

function noteForm(frame: SeatFrame, { id, note }: LiveListener): Markup {
  const { desk, say } = frame;
  const fields = () => hiddenFields(desk.ids, { ...nameField(frame.seated), subject: id });
  return html`<section class="card" aria-labelledby="note"><h2 id="note">${say("live.note")}</h2>
${note === null || note === "" ? "" : html`<h3>${say("heard.notes")}</h3><p class="words noted" dir="auto">${note}</p>`}
<form method="post" action="${desk.path(`/live/${id}/note`)}">${fields()}<label for="text">${say("live.noteLabel")}</label>
<textarea id="text" name="note" rows="2" required maxlength="${LONGEST_TEXT}" dir="auto" data-draft="live-${id}"></textarea>
<button>${say("heard.keep")}</button>${formNote(null)}</form>
<form method="post" action="${desk.path(`/live/${id}/leave`)}">${fields()}<button class="quiet">${say("live.leave")}</button></form></section>`;
}

/** A conversation while it goes on, for somebody who listens; null where it is over for them. */
export function listeningPage(frame: SeatFrame, listener: LiveListener, transcript: ReadTranscript | null): Markup {
  const { desk, say, lang, seated } = frame;
  const title = say("heard.title");
  const shell = { desk, title, lang, seat: "executive", name: seated.name, guest: guestAt(seated) } as const;
  const feed = {
    follows: transcript === null ? null : (["conversation"] as const),
    feed: desk.path(`/live/${listener.id}/news`),
  };
  const over = html`<p class="card nothing" role="status">${say("heard.over")}</p>${listener.note ? html`<section class="card" aria-labelledby="note"><h2 id="note">${say("heard.notes")}</h2><p class="words" dir="auto">${listener.note}</p></section>` : NOTHING}`;
  const on =
    transcript &&
    html`<section class="card talk" aria-labelledby="talk"><h2 id="talk" class="unseen">${say("played.transcript")}</h2>
<div class="log" id="log" role="log" aria-live="polite" aria-labelledby="talk" tabindex="0">${entriesView(frame, transcript)}</div></section>${noteForm(frame, listener)}`;
  return layout(
    {
      ...shell,
      ...feed,
      isTold: true,
      styles: ["executive.css"],
      failed: say("chat.failed"),
      offline: say("chat.offline"),
    },
    html`<div class="narrow listening"><p class="up"><a href="${seatPath(frame, "/executive")}">${say("played.back")}</a></p><h1>${title}</h1>
<p class="lead">${say("heard.lead")}</p>${on ?? over}</div>`,
  );
}
