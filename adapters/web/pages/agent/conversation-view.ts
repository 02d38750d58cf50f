import { html } from "hono/html";
import type { Entry } from "../../../../src/interaction/transcript.ts";
import type { LiveListener } from "../../../../src/shadowing/live-listener.ts";
import type { PageDesk } from "../../desk.ts";
import { mark } from "../mark.ts";
import type { Markup } from "../markup.ts";
import { agentNamed } from "../people.ts";
import { type TimeStyle, timeOf } from "../times.ts";
import { agentForms } from "./agent-forms.ts";
import type { ResolutionSeen } from "./conversation.ts";
import type { ConversationFrame } from "./conversation-frame.ts";
import { fateWords } from "./fate-words.ts";

/** A member of the team reads times on the desk's clock. */
export function teamTimes(desk: PageDesk): TimeStyle {
  return { locale: "en-GB", zone: desk.settings.desk.zone, now: desk.clock.now() };
}

/** The product's name as set; its id where the settings no longer know it. */
export function productName(desk: PageDesk, id: string | null): string | null {
  return id === null ? null : (desk.settings.products.find((product) => product.id === id)?.name ?? id);
}

const AUTHORS: Readonly<Record<Entry["author"], string>> = {
  customer: "Customer",
  agent: "Support",
  bot: "Empty Chair",
  system: "System",
};

function entryView({ desk, conversation }: ConversationFrame, entry: Entry): Markup {
  const known = entry.author === "customer" ? conversation.customer?.name : null;
  const who = entry.name ?? known ?? AUTHORS[entry.author];
  const text = entry.deletedAt === null ? conversation.discretion.wordsOf(entry) : null;
  const gone = entry.deletedAt === null ? "Answered the question" : "This message was deleted";
  const files = entry.attachments.map((file) => html`<li><bdi>${file.name}</bdi></li>`);
  return html`<article class="said by-${entry.author}" id="entry-${entry.id}">
<p class="who">${entry.author === "bot" ? mark() : ""}<bdi>${who}</bdi> ${timeOf(entry.at, teamTimes(desk))}${entry.editedAt === null ? "" : " · edited"}</p>
${text === null ? html`<p class="words gone">${gone}</p>` : html`<p class="words" dir="auto">${text}</p>`}
${text !== null && files.length > 0 ? html`<ul class="files">${files}</ul>` : ""}
</article>`;
}

function resolvedView({ desk }: ConversationFrame, { resolution, survey, response }: ResolutionSeen): Markup {
  const style = teamTimes(desk);
  return html`<p class="divider" id="resolved-${resolution.id}">Resolved by <bdi>${resolution.by ?? "somebody"}</bdi> ${timeOf(resolution.at, style)}
<span class="fate">${fateWords(resolution, survey, style)}${response ? html` (${response.score} out of 10)` : ""}</span></p>`;
}

function log(frame: ConversationFrame): Markup {
  const { entries, resolutions } = frame.conversation;
  const items = [
    ...entries.map((entry) => ({ at: entry.at, view: entryView(frame, entry) })),
    ...resolutions.map((resolved) => ({ at: resolved.resolution.at, view: resolvedView(frame, resolved) })),
  ];
  return html`<div class="log" id="log" role="log" aria-live="polite" aria-label="Conversation" tabindex="0">
${items.toSorted((a, b) => a.at - b.at).map(({ view }) => view)}
<span id="latest"></span></div>`;
}

/** Who listens to the conversation, to those who were told of it. */
function listenersView({ desk, conversation, name }: ConversationFrame): Markup {
  const { address } = agentNamed(name);
  const lang = desk.wording.choose(desk.settings.desk.locale);
  const told = conversation.listeners.filter(({ announced }) => announced.includes(address));
  const line = ({ whoName }: LiveListener) => desk.wording.say(lang, "live.announced", { who: whoName ?? "none" });
  return html`${told.map((one) => html`<p class="hint listened" role="status" lang="${lang}">${line(one)}</p>`)}`;
}

/** One conversation with everything an agent can do about it. */
export function conversationView(frame: ConversationFrame): Markup {
  const { desk, conversation } = frame;
  const { interaction, customer } = conversation;
  const product = productName(desk, interaction.product);
  return html`<section class="conversation card" aria-labelledby="conversation-title">
<header class="chat-head"><h2 id="conversation-title"><bdi>${customer?.name ?? "A customer"}</bdi></h2>
<p class="tags">${product ? html`<span class="tag">${product}</span>` : ""}<span class="tag">${
    interaction.state === "open" ? "Open" : "Resolved"
  }</span></p></header>
${listenersView(frame)}${log(frame)}
${agentForms(frame)}
</section>`;
}
