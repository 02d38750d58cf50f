import { html } from "hono/html";
import { parseDigestId } from "../../../../src/digest/digest-id.ts";
import type { Section } from "../../../../src/messages.ts";
import type { DigestRow } from "../../../../src/rows.ts";
import { aboutLink } from "../about-link.ts";
import { digestAddress } from "../digest/digest-frame.ts";
import { digestPicture } from "../digest/picture.ts";
import type { Markup } from "../markup.ts";
import type { ShownPost } from "../shown-posts.ts";
import { timeOf } from "../times.ts";
import type { FeedFrame } from "./feed-frame.ts";

/** A part of a longer post. */
export function sectionView(frame: FeedFrame, { title, lines, quote, about }: Section): Markup {
  return html`<section><h3 dir="auto">${title}</h3>
${lines.map((line) => html`<p dir="auto">${line}</p>`)}
${quote ? html`<figure class="quote"><blockquote class="words" dir="auto">${quote.text}</blockquote></figure>` : ""}
${aboutLink(frame, about)}</section>`;
}

function weekLink({ desk, seated, say }: FeedFrame, { message }: ShownPost): Markup {
  const id = message.picture === undefined ? null : parseDigestId(message.picture.digestId);
  const name = seated?.name ?? null;
  if (!id) return html`<a href="${desk.path("/digest")}">${say("feed.weeks")}</a>`;
  const decide = message.actions.some((action) => action.name === "decide");
  const board = html` · <a href="${digestAddress(desk, id.week, name)}#board">${say("feed.board")}</a>`;
  return html`<a href="${digestAddress(desk, id.week, name)}">${say("feed.whole")}</a>${decide ? board : ""}`;
}

/** A weekly digest in the feed: the latest one in full with its picture, an earlier one by its headline and the chair. */
export function digestPost(frame: FeedFrame, post: ShownPost, latest: DigestRow | null): Markup {
  const { message, place, at } = post;
  const isLatest = latest !== null && latest.id === message.picture?.digestId;
  const sections = (message.sections ?? []).filter(({ isDetail }) => !isDetail);
  const from = message.picture?.after ?? sections.length;
  const [before, after] = isLatest ? [sections.slice(0, from), sections.slice(from)] : [sections.slice(0, 1), []];
  return html`<article class="post card is-digest" id="post-${place}" aria-labelledby="text-${place}">
<p class="who">${timeOf(at, frame.times)}</p>
<h2 class="words" id="text-${place}" dir="auto">${message.text}</h2>
${message.hint ? html`<p class="hint">${message.hint}</p>` : ""}
<div class="sections">${before.map((item) => sectionView(frame, item))}
${isLatest ? digestPicture(frame.desk, latest.document) : ""}
${after.map((item) => sectionView(frame, item))}</div>
<p class="about">${weekLink(frame, post)}</p>
</article>`;
}
