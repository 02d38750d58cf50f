import { html } from "hono/html";
import { areWordsMissing } from "../../../../src/digest/document.ts";
import type { Verbatim } from "../../../../src/digest/verbatims.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { conversationLink, type DigestPageFrame } from "./digest-frame.ts";
import { counted } from "./digest-words.ts";

const BAND_WORDS = { promoter: "scored 9 or 10", passive: "scored 7 or 8", detractor: "scored 6 or less" } as const;

function voice(frame: DigestPageFrame, { responseId, band, text }: Verbatim, className = "words"): Markup {
  return html`<figure class="quote"><blockquote class="${className}" dir="auto">${text}</blockquote>
<figcaption>${BAND_WORDS[band]} ${conversationLink(frame, responseId)}</figcaption></figure>`;
}

/** The empty chair: one customer's own words before any figure. */
export function chairView(frame: DigestPageFrame): Markup {
  const [first] = frame.shown.document.verbatims;
  return first
    ? html`<section class="chair" aria-label="In a customer’s own words">${voice(frame, first, "words chair-words")}</section>`
    : NOTHING;
}

/** The other voices. */
export function voicesView(frame: DigestPageFrame): Markup {
  const others = frame.shown.document.verbatims.slice(1);
  if (others.length === 0) return NOTHING;
  return html`<section class="card voices" aria-labelledby="voices"><h2 id="voices">In their own words</h2>
${others.map((verbatim) => voice(frame, verbatim))}
<p class="hint">Chosen by a fixed rule, never by hand.</p></section>`;
}

function unmatched(frame: DigestPageFrame): Markup {
  const { comments } = frame.shown.document;
  if (comments.unmatched.length === 0) return NOTHING;
  const line = ({ responseId, text }: (typeof comments.unmatched)[number]) =>
    html`<li><span class="words" dir="auto">${text}</span> ${conversationLink(frame, responseId)}</li>`;
  return html`<details class="reason" id="unmatched"><summary>Comments that named no theme</summary><ul class="unmatched">${comments.unmatched.map(line)}</ul></details>`;
}

/** What comments were about, and how far the dictionary covers them. */
export function themesView(frame: DigestPageFrame): Markup {
  const { themes, comments } = frame.shown.document;
  if (comments.with === 0) return NOTHING;
  if (areWordsMissing(frame.shown.document))
    return html`<section class="card" aria-labelledby="themes"><h2 id="themes">What it was about</h2>
<p class="hint coverage">Customers wrote this week, but their words could not be read in time. The figures are complete.</p></section>`;
  const row = ({ theme, mentions, detractors }: (typeof themes)[number]) =>
    html`<tr><th scope="row"><bdi>${frame.desk.themes.label(theme, "en")}</bdi></th><td>${mentions}</td><td>${detractors ?? "–"}</td></tr>`;
  const table = html`<table><caption>Themes by how many comments named them</caption>
<thead><tr><th scope="col">Theme</th><th scope="col">Comments</th><th scope="col">From 6 or less</th></tr></thead><tbody>${themes.map(row)}</tbody></table>`;
  return html`<section class="card" aria-labelledby="themes"><h2 id="themes">What it was about</h2>
${themes.length > 0 ? table : ""}
<p class="hint coverage">${comments.matched} of ${counted(comments.with, "comment")} named a theme.</p>${unmatched(frame)}</section>`;
}
