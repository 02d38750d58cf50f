import { html } from "hono/html";
import type { Entry } from "../../../../src/interaction/transcript.ts";
import { productName as nameOfProduct } from "../../../../src/name-product.ts";
import type { LiveListener } from "../../../../src/shadowing/live-listener.ts";
import type { PageDesk } from "../../desk.ts";
import { mark } from "../mark.ts";
import type { Markup } from "../markup.ts";
import { pagePath } from "../seated.ts";
import { timeOf } from "../times.ts";
import { agentForms } from "./agent-forms.ts";
import type { ResolutionSeen } from "./conversation.ts";
import type { ConversationFrame } from "./conversation-frame.ts";
import { storyAddress } from "./conversation-link.ts";
import { fateWords } from "./fate-words.ts";

/** The product's name as set; its id where the settings no longer know it. */
export function productName(desk: PageDesk, id: string | null): string | null {
  return id === null ? null : nameOfProduct(desk.settings, id);
}

function entryView({ conversation, say, times }: ConversationFrame, entry: Entry): Markup {
  const known = entry.author === "customer" ? conversation.customer?.name : null;
  const who = entry.name ?? known ?? say(`sitting.who.${entry.author}`);
  const text = entry.deletedAt === null ? conversation.discretion.wordsOf(entry) : null;
  const gone = say(entry.deletedAt === null ? "agent.answeredQuestion" : "chat.deleted");
  const files = entry.attachments.map((file) => html`<li><bdi>${file.name}</bdi></li>`);
  return html`<article class="said by-${entry.author}" id="entry-${entry.id}">
<p class="who">${entry.author === "bot" ? mark() : ""}<bdi>${who}</bdi> ${timeOf(entry.at, times)}${entry.editedAt === null ? "" : html` · ${say("chat.edited")}`}</p>
${text === null ? html`<p class="words gone">${gone}</p>` : html`<p class="words" dir="auto">${text}</p>`}
${text !== null && files.length > 0 ? html`<ul class="files">${files}</ul>` : ""}
</article>`;
}

function resolvedView(frame: ConversationFrame, { resolution, survey, response }: ResolutionSeen): Markup {
  const { say, times } = frame;
  const by = say("conv.resolvedBy", { who: resolution.by ?? say("card.somebody"), at: "" }).replace(/[,\s]+$/u, "");
  const score = response === null ? "" : ` (${say("survey.score", { score: response.score, high: 10 })})`;
  return html`<p class="divider" id="resolved-${resolution.id}">${by} ${timeOf(resolution.at, times)}
<span class="fate">${fateWords(frame, resolution, survey)}${score}</span></p>`;
}

function log(frame: ConversationFrame): Markup {
  const { entries, resolutions } = frame.conversation;
  const items = [
    ...entries.map((entry) => ({ at: entry.at, view: entryView(frame, entry) })),
    ...resolutions.map((resolved) => ({ at: resolved.resolution.at, view: resolvedView(frame, resolved) })),
  ];
  return html`<div class="log" id="log" role="log" aria-live="polite" aria-label="${frame.say("played.transcript")}" tabindex="0">
${items.toSorted((a, b) => a.at - b.at).map(({ view }) => view)}
<span id="latest"></span></div>`;
}

/** Who listens to the conversation, to those who were told of it. */
function listenersView({ conversation, seated, say }: ConversationFrame): Markup {
  const told = conversation.listeners.filter(({ announced }) => announced.includes(seated.by.address));
  const line = ({ whoName }: LiveListener) => say("live.announced", { who: whoName ?? "none" });
  return html`${told.map((one) => html`<p class="hint listened" role="status">${line(one)}</p>`)}`;
}

/** Whose conversation it is, its state, and the way to everything else about it. */
function head({ desk, seated, conversation, say }: ConversationFrame): Markup {
  const { interaction, customer } = conversation;
  const product = productName(desk, interaction.product);
  const who = customer?.name ?? say("team.somebody");
  const name = html`<bdi>${who}</bdi>`;
  const person =
    customer === null ? name : html`<a href="${pagePath(desk, seated, `/customers/${customer.id}`)}">${name}</a>`;
  return html`<header class="chat-head"><h2 id="conversation-title">${person}</h2>
<p class="tags">${product ? html`<bdi class="tag">${product}</bdi>` : ""}<span class="tag">${say(
    interaction.state === "open" ? "agent.isOpen" : "agent.isResolved",
  )}</span><a href="${storyAddress({ desk, name: seated.name }, interaction.id)}">${say("agent.page")}</a></p></header>`;
}

/** One conversation with everything an agent can do about it. */
export function conversationView(frame: ConversationFrame, back: string): Markup {
  return html`<section class="conversation card" aria-labelledby="conversation-title">
<p class="back"><a href="${back}">‹ ${frame.say("agent.back")}</a></p>${head(frame)}
${listenersView(frame)}${log(frame)}
${agentForms(frame)}
</section>`;
}
