import { html } from "hono/html";
import { coverageLine, themeLine } from "../../../../src/digest/digest-messages.ts";
import { areWordsMissing } from "../../../../src/digest/document.ts";
import type { Verbatim } from "../../../../src/digest/verbatims.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { pagePath } from "../seated.ts";
import { conversationLink, type DigestPageFrame } from "./digest-frame.ts";

function voice(frame: DigestPageFrame, { responseId, band, text }: Verbatim, className = "words"): Markup {
  return html`<figure class="quote"><figcaption>${frame.say(`digest.chair.${band}`)}</figcaption><blockquote class="${className}" dir="auto">${text}</blockquote>
<p class="about">${conversationLink(frame, responseId)}</p></figure>`;
}

/** The empty chair: one customer's own words before any figure. */
export function chairView(frame: DigestPageFrame): Markup {
  const [first] = frame.shown.document.verbatims;
  return first
    ? html`<section class="chair" aria-label="${frame.say("digest.chair.title")}">${voice(frame, first, "words chair-words")}</section>`
    : NOTHING;
}

/** The other voices. */
export function voicesView(frame: DigestPageFrame): Markup {
  const others = frame.shown.document.verbatims.slice(1);
  if (others.length === 0) return NOTHING;
  return html`<section class="card voices" aria-labelledby="voices"><h2 id="voices">${frame.say("weeks.voices")}</h2>
${others.map((verbatim) => voice(frame, verbatim))}
<p class="hint">${frame.say("weeks.chosen")}</p></section>`;
}

function unmatched(frame: DigestPageFrame): Markup {
  const { comments } = frame.shown.document;
  if (comments.unmatched.length === 0) return NOTHING;
  const line = ({ responseId, text }: (typeof comments.unmatched)[number]) =>
    html`<li><span class="words" dir="auto">${text}</span> ${conversationLink(frame, responseId)}</li>`;
  return html`<details class="reason" id="unmatched"><summary>${frame.say("weeks.noTheme")}</summary><ul class="unmatched">${comments.unmatched.map(line)}</ul></details>`;
}

/** What comments were about, and how far the dictionary covers them. */
export function themesView(frame: DigestPageFrame): Markup {
  const { desk, say, speaker, shown } = frame;
  const { themes, comments, id } = shown.document;
  if (comments.with === 0) return NOTHING;
  const title = html`<h2 id="themes">${say("digest.themes.title")}</h2>`;
  if (areWordsMissing(shown.document))
    return html`<section class="card" aria-labelledby="themes">${title}<p class="hint coverage">${say("digest.chair.unread")}</p></section>`;
  const address = (theme: string) => pagePath(desk, frame, "/explore", { span: id.week, theme });
  const line = (named: (typeof themes)[number]) =>
    html`<li><a href="${address(named.theme)}"><bdi>${themeLine(desk, speaker, named)}</bdi></a></li>`;
  return html`<section class="card" aria-labelledby="themes">${title}<ul class="themes">${themes.map(line)}</ul>
<p class="hint coverage">${coverageLine(speaker, shown.document)}</p>${unmatched(frame)}</section>`;
}
