import { html } from "hono/html";
import { SKIP_KINDS, type SkipFigures, type SkipKind } from "../../../../src/digest/asking.ts";
import type { HeardAgain, HeardWithin } from "../../../../src/digest/heard-again.ts";
import { WANTED_POINTS } from "../../../../src/digest/silence-figures.ts";
import { readLink } from "../agent/conversation-link.ts";
import { type Markup, NOTHING } from "../markup.ts";
import type { DigestPageFrame } from "./digest-frame.ts";
import { counted, points, range } from "./digest-words.ts";

const FATE_WORDS: Readonly<Record<HeardAgain["fate"], string>> = {
  answered: "answered",
  silent: "said nothing",
  declined: "declined",
  "not-asked": "not asked",
  undeliverable: "not reached",
  waiting: "waiting",
};

const KIND_WORDS: Readonly<Record<SkipKind, string>> = {
  reopened: "after reopening",
  waited: "after a wait of a day or more",
  long: "after a long conversation",
  unsettled: "who still wanted something",
};

function keyCustomers(frame: DigestPageFrame): Markup {
  const { silence } = frame.shown.document;
  if (silence.keyCustomers.length === 0) return NOTHING;
  const line = ({ customerId, interactionId }: (typeof silence.keyCustomers)[number]) =>
    html`<li><bdi>${frame.shown.keyNames.get(customerId) ?? customerId}</bdi> ${readLink(frame, interactionId)}</li>`;
  return html`<h3>Key customers who have said nothing twice in a row</h3><ul class="key-customers">${silence.keyCustomers.map(line)}</ul>`;
}

function greeted({ shown }: DigestPageFrame): Markup {
  const { drawn, greeted, reached, weeks, answered, greetedNps, overall, interval95, stillNeeded } =
    shown.document.silence;
  if (weeks === 0) return NOTHING;
  const isTold = overall !== null && interval95 !== null && answered !== null && greetedNps !== null;
  const score = isTold
    ? html`<p class="say">Everybody’s score, the silent included: <b>${points(overall)}</b>, ${range(interval95)}.</p>
<p>Those who answered: ${points(answered)}. Those we greeted: ${points(greetedNps)}.</p>`
    : html`<p class="say">Too few scores from greetings yet to tell what the silent think.</p>`;
  const needed = stillNeeded
    ? html` ${counted(stillNeeded, "more greeting")}, and everybody’s score is known to ±${WANTED_POINTS} points.`
    : NOTHING;
  return html`${score}<p class="hint">In ${counted(weeks, "week")} ${counted(drawn, "silent customer was", "silent customers were")} drawn by lot, ${greeted} greeted, and ${reached} named a score.${needed}</p>`;
}

function silence(frame: DigestPageFrame): Markup {
  const { weeks, keyCustomers: keys } = frame.shown.document.silence;
  if (weeks === 0 && keys.length === 0) return NOTHING;
  return html`<section class="card" aria-labelledby="silence"><h2 id="silence">Those who said nothing</h2>${greeted(frame)}${keyCustomers(frame)}</section>`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function cell({ share, interval95, atRisk }: HeardWithin): Markup {
  if (share === null) return html`<td>too few to tell</td>`;
  const between = interval95 === null ? "" : ` (${percent(interval95[0])} to ${percent(interval95[1])})`;
  return html`<td title="${counted(atRisk, "customer")} watched for so long">${percent(share)}${between}</td>`;
}

function heardAgain({ shown }: DigestPageFrame): Markup {
  const [first, ...others] = shown.document.heardAgain;
  if (first === undefined) return NOTHING;
  const row = ({ fate, customers, within }: HeardAgain) =>
    html`<tr><th scope="row">${FATE_WORDS[fate]}</th><td>${customers}</td>${within.map(cell)}</tr>`;
  return html`<section class="card" aria-labelledby="heard-again"><h2 id="heard-again">Who came back</h2>
<table><caption>Customers heard from again after a conversation of the last year, by what became of our question</caption>
<thead><tr><th scope="col">Question</th><th scope="col">Customers</th>${first.within.map(({ days }) => html`<th scope="col">within ${days} days</th>`)}</tr></thead>
<tbody>${[first, ...others].map(row)}</tbody></table>
<p class="hint">In brackets, what chance alone allows, with 95% confidence.</p></section>`;
}

function skip(frame: DigestPageFrame, { by, count, kinds, reasons, conversations }: SkipFigures): Markup {
  const after = SKIP_KINDS.filter((kind) => kinds[kind] > 0).map((kind) => `${kinds[kind]} ${KIND_WORDS[kind]}`);
  const why = reasons.map((reason) => html`<li class="words" dir="auto">${reason}</li>`);
  return html`<li><bdi>${by}</bdi> chose not to ask ${counted(count, "customer")}${after.length > 0 ? `: ${after.join(", ")}` : ""}.
${why.length > 0 ? html`<ul>${why}</ul>` : ""}${conversations.map((id) => html` ${readLink(frame, id)}`)}</li>`;
}

function asking(frame: DigestPageFrame): Markup {
  const { skips, begging } = frame.shown.document.asking;
  if (skips.length + begging.length === 0) return NOTHING;
  const begged = begging.map(
    ({ interactionId, sentence }) =>
      html`<figure class="quote"><blockquote class="words" dir="auto">${sentence}</blockquote><figcaption>${readLink(frame, interactionId)}</figcaption></figure>`,
  );
  return html`<section class="card" aria-labelledby="asking"><h2 id="asking">How honestly we asked</h2>
${skips.length > 0 ? html`<ul class="skips">${skips.map((one) => skip(frame, one))}</ul>` : ""}
${begging.length > 0 ? html`<h3>${counted(begging.length, "message asks", "messages ask")} a customer for a high score</h3>${begged}` : ""}</section>`;
}

/** What greeting some of the silent tells, who came back, and how honestly was asked; only what there is. */
export function silenceView(frame: DigestPageFrame): Markup {
  return html`${silence(frame)}${heardAgain(frame)}${asking(frame)}`;
}
