import { html } from "hono/html";
import { aboutLink } from "../about-link.ts";
import { stepList } from "../cases/case-steps.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { timeOf } from "../times.ts";
import { actionForm } from "./action-form.ts";
import { digestPost, sectionView } from "./digest-post.ts";
import type { FeedPost } from "./feed.ts";
import type { FeedFrame } from "./feed-frame.ts";

function facts({ message }: FeedPost): Markup {
  if (!message.facts?.length) return NOTHING;
  return html`<dl class="facts">${message.facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>`;
}

function quote({ message }: FeedPost): Markup {
  if (!message.quote) return NOTHING;
  const by = message.quote.by === null ? "" : html`<figcaption><bdi>${message.quote.by}</bdi></figcaption>`;
  return html`<figure class="quote"><blockquote dir="auto">${message.quote.text}</blockquote>${by}</figure>`;
}

/** The parts of a longer post, such as everybody's words on a cord, or the customers to be greeted. */
function sections(frame: FeedFrame, { message }: FeedPost): Markup {
  if (!message.sections?.length) return NOTHING;
  return html`<div class="sections">${message.sections.map((item) => sectionView(frame, item))}</div>`;
}

/** What can be done about a post, by a reader who has a name. */
function choices(frame: FeedFrame, post: FeedPost): Markup {
  const { seated } = frame;
  const { actions } = post.message;
  if (seated === null || actions.length === 0) return NOTHING;
  return html`<div class="choices">${actions.map((action) => actionForm(frame, seated, post, action))}</div>`;
}

/** All of a post but its headline. */
function inside(frame: FeedFrame, post: FeedPost): Markup {
  const { message, steps } = post;
  return html`${message.hint ? html`<p class="hint">${message.hint}</p>` : ""}
${quote(post)}${facts(post)}${sections(frame, post)}
${choices(frame, post)}
${aboutLink(frame, message.about, message.caseId)}${stepList(frame, steps)}`;
}

/** One post to the team: the fact first, then its words and what can be done; what is over is quiet, and folded. */
export function feedPost(frame: FeedFrame, post: FeedPost): Markup {
  const { message, place, at, isOver } = post;
  if (message.kind === "digest") return digestPost(frame, post, frame.digest);
  const time = html`<p class="who">${timeOf(at, frame.times)}</p>`;
  if (!isOver)
    return html`<article class="post card is-${message.kind}" id="post-${place}" aria-labelledby="text-${place}">${time}
<h2 class="words" id="text-${place}" dir="auto">${message.text}</h2>
${inside(frame, post)}</article>`;
  const isOpen = frame.note?.place === place ? html` open` : "";
  return html`<article class="post card is-${message.kind} is-over" id="post-${place}" aria-labelledby="text-${place}">${time}
<details id="over-${place}"${isOpen}><summary class="words" id="text-${place}" dir="auto">${message.text}</summary>
${inside(frame, post)}</details></article>`;
}
