import { html } from "hono/html";
import type { Entry } from "../../../../src/interaction/transcript.ts";
import { pausesBefore } from "../../../../src/shadowing/pauses.ts";
import { spanWords } from "../../../../src/shadowing/wait-messages.ts";
import { mark } from "../mark.ts";
import type { Markup } from "../markup.ts";
import { pagePath } from "../seated.ts";
import { timeOf } from "../times.ts";
import type { CaseFrame } from "./case-frame.ts";
import { nameOf } from "./case-row.ts";
import type { CaseFound } from "./load-case.ts";

function entryView(frame: CaseFrame, { discretion, seen }: CaseFound, entry: Entry): Markup {
  const { say, times } = frame;
  const known = entry.author === "customer" ? nameOf(frame, seen) : say(`sitting.who.${entry.author}`);
  const text = entry.deletedAt === null ? discretion.wordsOf(entry) : null;
  const gone = entry.deletedAt === null ? say("cases.answered") : say("chat.deleted");
  const words =
    text === null ? html`<p class="words gone">${gone}</p>` : html`<p class="words" dir="auto" lang="">${text}</p>`;
  const files = text === null ? [] : entry.attachments.map((file) => html`<li><bdi>${file.name}</bdi></li>`);
  return html`<article class="said by-${entry.author}" id="entry-${entry.id}">
<p class="who">${entry.author === "bot" ? mark() : ""}<bdi>${entry.name ?? known}</bdi> ${timeOf(entry.at, times)}${entry.editedAt === null ? "" : html` · ${say("chat.edited")}`}</p>
${words}${files.length > 0 ? html`<ul class="files">${files}</ul>` : ""}</article>`;
}

/** The conversation beside the case, its last part where it is long, with the pauses in it. */
export function talkView(frame: CaseFrame, found: CaseFound): Markup {
  const { desk, seated, say } = frame;
  const { entries, seen } = found;
  const pauses = pausesBefore(entries);
  const pause = (ms: number) => html`<p class="pause">${say("sitting.later", { span: spanWords({ say }, ms) })}</p>`;
  const whole = pagePath(desk, seated, `/conversations/${encodeURIComponent(seen.item.interactionId)}`);
  const said = entries.map((entry, index) => {
    const ms = pauses[index] ?? null;
    return html`${ms === null ? "" : pause(ms)}${entryView(frame, found, entry)}`;
  });
  const nothing = html`<p class="hint">${say("cases.talkEmpty")}</p>`;
  return html`<div class="card talk"><div class="talk-head"><h2 id="talk-title">${say("cases.talk")}</h2><a href="${whole}">${say("cases.talkWhole")}</a></div>
<div class="talk-log" tabindex="0" role="region" aria-labelledby="talk-title">${entries.length === 0 ? nothing : said}</div></div>`;
}
