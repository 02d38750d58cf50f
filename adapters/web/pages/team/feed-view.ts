import { html } from "hono/html";
import { teamTimes } from "../agent/conversation-view.ts";
import type { Markup } from "../markup.ts";
import type { ShownPost } from "../shown-posts.ts";
import { timeOf } from "../times.ts";
import { aboutLink } from "./about-link.ts";
import { actionForm } from "./action-form.ts";
import { stepList } from "./case-steps.ts";
import { digestPost, sectionView } from "./digest-post.ts";
import type { FeedPost } from "./feed.ts";
import type { FeedFrame } from "./feed-frame.ts";

function facts({ message }: ShownPost): Markup {
  if (!message.facts?.length) return html``;
  return html`<dl class="facts">${message.facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>`;
}

function quote({ message }: ShownPost): Markup {
  if (!message.quote) return html``;
  const by = message.quote.by === null ? "" : html`<figcaption><bdi>${message.quote.by}</bdi></figcaption>`;
  return html`<figure class="quote"><blockquote dir="auto">${message.quote.text}</blockquote>${by}</figure>`;
}

/** The parts of a longer post, such as everybody's words on a cord, or the customers to be greeted. */
function sections(frame: FeedFrame, { message }: ShownPost): Markup | "" {
  if (!message.sections?.length) return "";
  return html`<div class="sections">${message.sections.map((item) => sectionView(frame, item))}</div>`;
}

/** What can be done about a post, by a reader who has a name. */
function choices(frame: FeedFrame, post: ShownPost): Markup | "" {
  const { name } = frame;
  const { actions } = post.message;
  if (name === null || actions.length === 0) return "";
  return html`<div class="choices">${actions.map((action) => actionForm(frame, name, post, action))}</div>`;
}

/** What waits for nobody is not to stand out: a closed case, a cord that is answered for, customers who have all been greeted. */
function look({ kind, actions, sections = [] }: ShownPost["message"]): string {
  const isClosed = actions.some(({ name }) => name === "case-reopen");
  const isDone = sections.length > 0 && actions.length === 0;
  return isClosed || isDone ? `is-${kind} is-over` : `is-${kind}`;
}

/** One post to the team with its facts, its quote and what can be done about it. */
export function feedPost(frame: FeedFrame, post: FeedPost): Markup {
  const { message, place, at } = post;
  if (message.kind === "digest") return digestPost(frame, post, frame.digest);
  return html`<article class="post card ${look(message)}" id="post-${place}" aria-labelledby="text-${place}">
<p class="who">${timeOf(at, teamTimes(frame.desk))}</p>
<h2 class="words" id="text-${place}" dir="auto">${message.text}</h2>
${message.hint ? html`<p class="hint">${message.hint}</p>` : ""}
${quote(post)}${facts(post)}${sections(frame, post)}
${choices(frame, post)}
${aboutLink(frame, message.about)}${stepList(frame.desk, post.steps)}
</article>`;
}
