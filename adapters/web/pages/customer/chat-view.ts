import { html } from "hono/html";
import type { Entry } from "../../../../src/interaction/transcript.ts";
import type { WordingKey } from "../../../../src/wording.ts";
import type { PageDesk } from "../../desk.ts";
import { mark } from "../mark.ts";
import { type Markup, NOTHING } from "../markup.ts";
import type { ShownPost } from "../shown-posts.ts";
import { type TimeStyle, timeOf } from "../times.ts";
import type { ChatAnswer, ChatItem, CustomerChat } from "./chat.ts";
import type { ChatSeat } from "./chat-seat.ts";
import { postActions } from "./post-view.ts";

/** What could not be done, where it was tried (`message` or the place of a post), and the words typed there. */
export interface ChatNote {
  readonly where: string;
  readonly text: string;
  readonly typed: string;
}

/** A conversation and how to show it. */
export interface ChatFrame {
  readonly desk: PageDesk;
  readonly seat: ChatSeat;
  readonly chat: CustomerChat;
  readonly locale: string;
  readonly note: ChatNote | null;
}

function say({ desk, locale }: ChatFrame, key: WordingKey): string {
  return desk.wording.say(locale, key, { brand: desk.settings.desk.brand });
}

function styleOf({ desk, locale }: ChatFrame): TimeStyle {
  return { locale, zone: desk.settings.desk.zone, now: desk.clock.now() };
}

function authorName(frame: ChatFrame, entry: Entry): string {
  if (entry.author === "customer") return say(frame, "chat.you");
  if (entry.author === "agent") return entry.name ?? say(frame, "chat.agent");
  return entry.name ?? frame.desk.settings.desk.name;
}

function words(frame: ChatFrame, entry: Entry): Markup {
  if (entry.deletedAt !== null) return html`<p class="words gone">${say(frame, "chat.deleted")}</p>`;
  const files = entry.attachments.map((file) => html`<li><bdi>${file.name}</bdi></li>`);
  return html`<p class="words" dir="auto">${entry.text}</p>${files.length > 0 ? html`<ul class="files">${files}</ul>` : ""}`;
}

function entryView(frame: ChatFrame, entry: Entry): Markup {
  const edited = entry.editedAt !== null && entry.deletedAt === null ? html` · ${say(frame, "chat.edited")}` : "";
  return html`<article class="said by-${entry.author}" id="entry-${entry.id}">
<p class="who"><bdi>${authorName(frame, entry)}</bdi> ${timeOf(entry.at, styleOf(frame))}${edited}</p>
${words(frame, entry)}
</article>`;
}

function postView(frame: ChatFrame, post: ShownPost): Markup {
  const { message, place } = post;
  const { desk, seat, locale, chat } = frame;
  const note = frame.note?.where === place ? frame.note : null;
  const posts = chat.items.flatMap((item) => (item.kind === "post" ? [item.post] : []));
  const later = posts.slice(posts.indexOf(post) + 1);
  const hint = message.hint && later.length === 0 ? html`<p class="hint" dir="auto">${message.hint}</p>` : NOTHING;
  return html`<article class="said by-bot is-${message.kind}" id="post-${place}">
<p class="who">${mark()}<span>${say(frame, "chat.bot")}</span> ${timeOf(post.at, styleOf(frame))}</p>
<p class="words" dir="auto" id="text-${place}">${message.text}</p>
${message.quote ? html`<blockquote class="words" dir="auto">${message.quote.text}</blockquote>` : ""}
${message.ends ? NOTHING : hint}
${postActions({ desk, seat, key: chat, locale, later, note }, post)}
${message.ends ? hint : NOTHING}
</article>`;
}

function givenView(frame: ChatFrame, { id, score, comment }: ChatAnswer, at: number): Markup {
  const { desk, locale } = frame;
  const scored = score === null ? "" : desk.wording.say(locale, "survey.score", { score, high: 10 });
  return html`<article class="said by-customer" id="given-${id}">
<p class="who"><bdi>${say(frame, "chat.you")}</bdi> ${timeOf(at, styleOf(frame))}</p>
${[scored, comment ?? ""].map((text) => text && html`<p class="words" dir="auto">${text}</p>`)}
</article>`;
}

function itemView(frame: ChatFrame, item: ChatItem): Markup {
  if (item.kind === "entry") return entryView(frame, item.entry);
  if (item.kind === "given") return givenView(frame, item.given, item.at);
  if (item.kind === "post") return postView(frame, item.post);
  return html`<p class="divider" id="resolved-${item.at}">${say(frame, "chat.resolved")}</p>`;
}

/** All that was said, oldest first, announced politely as it grows. */
export function chatLog(frame: ChatFrame): Markup {
  const title = say(frame, "chat.title");
  return html`<div class="log" id="log" role="log" aria-live="polite" aria-label="${title}" tabindex="0">
<p class="divider${frame.chat.interaction ? "" : " alone"}" id="welcome">${frame.chat.interaction ? "" : mark()}${say(frame, "chat.welcome")}</p>
${frame.chat.items.map((item) => itemView(frame, item))}
<span id="latest"></span>
</div>`;
}
