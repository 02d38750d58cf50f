import { html } from "hono/html";
import { fateParts, importedLines, whyNotLines } from "../../../../src/digest/ledger-messages.ts";
import { fateBar } from "../fate-bar.ts";
import { type Markup, NOTHING } from "../markup.ts";
import type { DigestPageFrame } from "./digest-frame.ts";
import { sentences } from "./section.ts";

function couldStill({ say, shown: { document, ledger } }: DigestPageFrame): Markup {
  if (document.mayStillAnswer <= ledger.mayStillAnswer || ledger.fates.resolved === 0) return NOTHING;
  return html`<p class="hint">${say("weeks.couldStill", { count: document.mayStillAnswer })}</p>`;
}

/** What became of the week's conversations by now: who answered, who said nothing, who was not asked and why. */
export function ledgerView(frame: DigestPageFrame): Markup {
  const { say, speaker, shown } = frame;
  const { ledger, document } = shown;
  const isAsPosted = JSON.stringify(ledger.fates) === JSON.stringify(document.fates);
  const opening = isAsPosted ? "weeks.resolved" : "weeks.resolvedByNow";
  const { resolved } = ledger.fates;
  const said =
    resolved === 0
      ? html`<p>${say("digest.ledger.none")}</p>`
      : html`<p class="say">${say(opening, { count: resolved })}</p>${fateBar(fateParts(speaker, ledger), resolved)}${couldStill(frame)}`;
  const notes = [...whyNotLines(speaker, ledger), ...importedLines(speaker, ledger)];
  return html`<section class="card ledger" aria-labelledby="ledger"><h2 id="ledger">${say("digest.ledger.title")}</h2>${said}
${notes.length === 0 ? "" : html`<div class="asides">${sentences(notes)}</div>`}</section>`;
}
