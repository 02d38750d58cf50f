import { html } from "hono/html";
import type { Action, ActionName } from "../../../../src/messages.ts";
import { teamTimes } from "../agent/conversation-view.ts";
import { formNote, hiddenFields } from "../form.ts";
import type { Markup } from "../markup.ts";
import type { ShownPost } from "../shown-posts.ts";
import { timeOf } from "../times.ts";
import { aboutLink } from "./about-link.ts";
import { digestPost } from "./digest-post.ts";
import type { FeedFrame } from "./feed-frame.ts";

const NEEDS_NOTE: readonly ActionName[] = ["case-resolve", "case-unreachable"];

function actionForm(frame: FeedFrame, name: string, post: ShownPost, action: Action): Markup {
  const id = `${action.name}-${post.place}`;
  const note = frame.note?.place === post.place && frame.note.act === action.name ? frame.note : null;
  const fields = hiddenFields(frame.desk.ids, { name, place: post.place, act: action.name, subject: action.subject });
  const form = (inner: Markup) =>
    html`<form id="form-${id}" method="post" action="${frame.desk.path("/team/act")}">${fields}${inner}${formNote(note?.text ?? null)}</form>`;
  if (!NEEDS_NOTE.includes(action.name)) return form(html`<button class="quiet">${action.label}</button>`);
  return html`<details class="reason" id="reason-${id}"${note ? html` open` : ""}><summary>${action.label}</summary>
${form(html`<label for="note-${id}">${action.name === "case-resolve" ? "What was done?" : "What did you try?"}</label>
<textarea id="note-${id}" name="note" rows="2" required maxlength="2000" dir="auto">${note?.typed ?? ""}</textarea>
<button class="primary">${action.label}</button>`)}</details>`;
}

function facts({ message }: ShownPost): Markup {
  if (!message.facts?.length) return html``;
  return html`<dl class="facts">${message.facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>`;
}

function quote({ message }: ShownPost): Markup {
  if (!message.quote) return html``;
  const by = message.quote.by === null ? "" : html`<figcaption><bdi>${message.quote.by}</bdi></figcaption>`;
  return html`<figure class="quote"><blockquote dir="auto">${message.quote.text}</blockquote>${by}</figure>`;
}

/** What can be done about a post, by a reader who has a name. */
function choices(frame: FeedFrame, post: ShownPost): Markup | "" {
  const { name } = frame;
  const { actions } = post.message;
  if (name === null || actions.length === 0) return "";
  return html`<div class="choices">${actions.map((action) => actionForm(frame, name, post, action))}</div>`;
}

/** One post to the team with its facts, its quote and what can be done about it. */
export function feedPost(frame: FeedFrame, post: ShownPost): Markup {
  const { message, place, at } = post;
  if (message.kind === "digest") return digestPost(frame, post, frame.digest);
  return html`<article class="post card is-${message.kind}" id="post-${place}" aria-labelledby="text-${place}">
<p class="who">${timeOf(at, teamTimes(frame.desk))}</p>
<h2 class="words" id="text-${place}" dir="auto">${message.text}</h2>
${message.hint ? html`<p class="hint">${message.hint}</p>` : ""}
${quote(post)}${facts(post)}
${choices(frame, post)}
${aboutLink(frame, message.about)}
</article>`;
}
