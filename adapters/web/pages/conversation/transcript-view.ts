import { html } from "hono/html";
import type { Entry } from "../../../../src/interaction/transcript.ts";
import { pausesBefore } from "../../../../src/shadowing/pauses.ts";
import { spanWords } from "../../../../src/shadowing/wait-messages.ts";
import { fateWords } from "../agent/fate-words.ts";
import { mark } from "../mark.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { pagePath } from "../seated.ts";
import { timeOf } from "../times.ts";
import { ENTRIES_A_PAGE, type ResolvedSeen } from "./load-story.ts";
import type { StoryFrame } from "./story-frame.ts";

function wordsOfEntry({ story, say }: StoryFrame, entry: Entry): Markup {
  if (entry.deletedAt !== null) return html`<p class="words gone">${say("chat.deleted")}</p>`;
  const text = story.discretion.wordsOf(entry);
  if (text === null) return html`<p class="words gone">${say("agent.answeredQuestion")}</p>`;
  const files = entry.attachments.map((file) => html`<li><bdi>${file.name}</bdi></li>`);
  return html`${text === "" ? NOTHING : html`<p class="words" dir="auto" lang="">${text}</p>`}
${files.length > 0 ? html`<ul class="files">${files}</ul>` : NOTHING}`;
}

function entryView(frame: StoryFrame, entry: Entry): Markup {
  const { say, times, story } = frame;
  const known = entry.author === "customer" ? story.customer?.name : null;
  const who = entry.name ?? known ?? say(`sitting.who.${entry.author}`);
  return html`<article class="said by-${entry.author}" id="entry-${entry.position}">
<p class="who">${entry.author === "bot" ? mark() : ""}<bdi>${who}</bdi> ${timeOf(entry.at, times)}${entry.editedAt === null ? "" : html` · ${say("chat.edited")}`}</p>
${wordsOfEntry(frame, entry)}</article>`;
}

function resolvedView(frame: StoryFrame, { resolution, askings }: ResolvedSeen): Markup {
  const { say, times } = frame;
  const survey = askings.find((one) => one.survey.purpose === "recommend")?.survey ?? null;
  const line = say("conv.resolvedBy", { who: resolution.by ?? say("card.somebody"), at: "" }).replace(/[,\s]+$/u, "");
  return html`<p class="divider" id="resolved-${resolution.id}"><span>${line} ${timeOf(resolution.at, times)}</span>
<span class="fate">${fateWords(frame, resolution, survey)}</span></p>`;
}

/** What stands on this page of the conversation: its messages with the pauses between them, and where it was resolved. */
function itemsOf(frame: StoryFrame): readonly Markup[] {
  const { story, say } = frame;
  const { entries, resolved, from, next } = story;
  const pauses = pausesBefore(entries);
  const said = entries.map((entry, index) => {
    const ms = pauses[index] ?? null;
    const pause =
      ms === null ? NOTHING : html`<p class="pause">${say("sitting.later", { span: spanWords({ say }, ms) })}</p>`;
    return { at: entry.at, view: html`${pause}${entryView(frame, entry)}` };
  });
  const first = from === 1 ? 0 : (entries[0]?.at ?? 0);
  const last = next === null ? Number.MAX_SAFE_INTEGER : (entries.at(-1)?.at ?? 0);
  const ends = resolved
    .filter(({ resolution }) => resolution.at >= first && resolution.at <= last)
    .map((one) => ({ at: one.resolution.at, view: resolvedView(frame, one) }));
  return [...said, ...ends].toSorted((one, other) => one.at - other.at).map(({ view }) => view);
}

function turns({ desk, seated, story, say }: StoryFrame): Markup {
  const { interaction, from, next } = story;
  const at = (position: number) =>
    pagePath(desk, seated, `/conversations/${interaction.id}`, { from: String(position) });
  const before = Math.max(1, from - ENTRIES_A_PAGE);
  if (from === 1 && next === null) return NOTHING;
  return html`<nav class="turns" aria-label="${say("played.transcript")}">
${from > 1 ? html`<a rel="prev" href="${at(before)}">${say("conv.earlierMessages")}</a>` : ""}
${next === null ? "" : html`<a rel="next" href="${at(next)}">${say("conv.laterMessages")}</a>`}</nav>`;
}

/** The conversation as it was written, message by message. */
export function transcriptView(frame: StoryFrame): Markup {
  const { say, story } = frame;
  const items = itemsOf(frame);
  const isImported = story.interaction.conversation.startsWith("import:");
  const empty = say(isImported ? "conv.imported" : "conv.noMessages");
  const waited = story.waited.map((sentence) => html`<li>${sentence}</li>`);
  return html`<section class="card talk" aria-labelledby="talk"><h2 id="talk">${say("played.transcript")}</h2>
${waited.length > 0 ? html`<ul class="waited" aria-label="${say("sitting.wait")}">${waited}</ul>` : ""}
<div class="story" id="story">${items.length > 0 ? items : html`<p class="hint">${empty}</p>`}</div>${turns(frame)}</section>`;
}
