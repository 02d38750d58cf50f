import { html } from "hono/html";
import type { LessonFigure } from "../../../../src/digest/document.ts";
import { recountLines } from "../../../../src/digest/seal-messages.ts";
import { skipLine } from "../../../../src/digest/silence-messages.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { pagePath } from "../seated.ts";
import { againstView } from "./against-view.ts";
import { type DigestPageFrame, mayLookInto, readLink } from "./digest-frame.ts";
import { folded, sentences } from "./section.ts";

function lesson({ say }: DigestPageFrame, { surprised, toFix, by, owner, dueOn, state }: LessonFigure): Markup {
  const words = toFix === "" ? surprised : toFix;
  const line = say("digest.shadowing.lesson", { words, owner: owner ?? "none", on: dueOn ?? "none" });
  const told = [
    ...(toFix === "" || surprised === "" ? [] : [surprised]),
    ...(by === null ? [] : [say("weeks.lessonBy", { name: by })]),
    ...(state === "done" ? [say("lesson.done")] : []),
  ];
  return html`<li><span dir="auto">${line}</span><br><span class="hint" dir="auto">${told.join(" · ")}</span></li>`;
}

function lessons(frame: DigestPageFrame): Markup {
  const { lessons } = frame.shown.document.shadowing;
  if (lessons.length === 0) return NOTHING;
  return html`<ul class="lessons">${lessons.map((one) => lesson(frame, one))}</ul>`;
}

function keyCustomers(frame: DigestPageFrame): Markup {
  const { silence } = frame.shown.document;
  if (silence.keyCustomers.length === 0) return NOTHING;
  const line = ({ customerId, interactionId }: (typeof silence.keyCustomers)[number]) =>
    html`<li><bdi>${frame.shown.keyNames.get(customerId) ?? customerId}</bdi> ${readLink(frame, interactionId)}</li>`;
  return html`<ul class="key-customers">${silence.keyCustomers.map(line)}</ul>`;
}

/** Whom colleagues chose not to have asked with their reasons, and what was asked for a high score. */
function asking(frame: DigestPageFrame): Markup {
  const { skips, begging } = frame.shown.document.asking;
  if (skips.length + begging.length === 0) return NOTHING;
  const skipped = skips.map(
    (one) => html`<li>${skipLine(frame.speaker, one)}
<ul>${one.reasons.map((reason) => html`<li class="words" dir="auto">${reason}</li>`)}</ul>${one.conversations.map((id) => html` ${readLink(frame, id)}`)}</li>`,
  );
  const begged = begging.map(
    ({ interactionId, sentence }) =>
      html`<figure class="quote"><blockquote class="words" dir="auto">${sentence}</blockquote><figcaption>${readLink(frame, interactionId)}</figcaption></figure>`,
  );
  const title = begging.length === 0 ? "" : sentences([frame.say("digest.asking.begging", { count: begging.length })]);
  return html`${skips.length > 0 ? html`<ul class="skips">${skipped}</ul>` : ""}${title}${begged}`;
}

/** What was done about the unhappy: open, as somebody may have to act. */
export function casesView({ say, shown }: DigestPageFrame): Markup {
  if (shown.lines.cases.length === 0) return NOTHING;
  return html`<section class="card" aria-labelledby="cases"><h2 id="cases">${say("digest.cases.title")}</h2>${sentences(shown.lines.cases)}</section>`;
}

/** By what the figures can be known again, and the rows behind them for those who may have them. */
function recountView(frame: DigestPageFrame): Markup {
  const { desk, say, shown, speaker } = frame;
  if (shown.row === null) return NOTHING;
  const chain = shown.row.chain.filter(({ revision }) => revision <= shown.revision);
  const address = pagePath(desk, frame, `/digest/${shown.document.id.week}/audit`);
  const link = mayLookInto(frame, "decide-product")
    ? html`<p><a href="${address}" download>${say("digest.recount.file")}</a></p>`
    : NOTHING;
  return folded("recount", say("digest.recount.title"), recountLines(speaker, { chain }), link);
}

/** What else there is to know, folded: only what there is. */
export function foldedViews(frame: DigestPageFrame): Markup {
  const { say, shown } = frame;
  const { closer, told, shadowing, silence, heard, reading, trial } = shown.lines;
  return html`<div class="more">${folded("closer", say("digest.closer.title"), closer)}
${folded("silence", say("digest.silence.title"), silence, keyCustomers(frame))}
${folded("heard-again", say("digest.heard.title"), heard)}
${folded("word-of-mouth", say("digest.told.title"), told)}
${folded("shadowing", say("digest.shadowing.title"), shadowing, lessons(frame))}
${folded("asking", say("digest.asking.title"), [], asking(frame))}
${folded("against", say("against.title"), [], againstView(frame))}
${folded("trial", say("digest.trial.title"), trial)}
${folded("reading", say("digest.howToRead.title"), reading)}
${recountView(frame)}</div>`;
}
