import { html } from "hono/html";
import type { Digest } from "../../../../src/digest/document.ts";
import { type ByReason, type Ledger, total } from "../../../../src/digest/fates.ts";
import { NOT_ASKED_WORDS } from "../agent/fate-words.ts";
import { fateBar } from "../fate-bar.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { counted, points, silentCount } from "./digest-words.ts";

function reasonList(title: string, reasons: ByReason): Markup {
  const words = NOT_ASKED_WORDS as Readonly<Record<string, string>>;
  const lines = Object.entries(reasons).toSorted(([, a], [, b]) => b - a);
  if (lines.length === 0) return NOTHING;
  const line = ([reason, count]: [string, number]) =>
    html`<li><b>${count}</b> ${words[reason] ?? reason.replaceAll("-", " ")}</li>`;
  return html`<h3>${title}</h3><ul class="reasons">${lines.map(line)}</ul>`;
}

function rate({ responseRate }: Digest): Markup {
  const { answered, delivered, rate, provisional } = responseRate;
  if (rate === null) return html`<p>Nobody was asked in this week.</p>`;
  const more = provisional ? " when this was counted; more can still answer." : ".";
  return html`<p>Of ${counted(delivered, "customer")} asked in this week, ${answered} answered: ${(rate * 100).toFixed(0)}%${more}</p>`;
}

function sensitivity({ sensitivity }: Digest): Markup {
  const line = ({ silentDifferBy, overall }: Digest["sensitivity"][number]) =>
    html`<p>If the silent customers were ${Math.abs(silentDifferBy)} points ${silentDifferBy < 0 ? "less" : "more"} happy, the score would be about ${points(overall)}.</p>`;
  return html`${sensitivity.map(line)}`;
}

function setAside({ setAside }: Digest): Markup {
  const { excluded, recovery, superseded } = setAside;
  const parts = [
    ...Object.entries(excluded).map(([reason, count]) => `${count} left out (${reason})`),
    ...(recovery > 0 ? [`${recovery} given after a case`] : []),
    ...(superseded > 0 ? [`${superseded} replaced by a later answer of the same customer`] : []),
  ];
  return parts.length === 0 ? NOTHING : html`<p class="hint">Not in the score: ${parts.join(", ")}.</p>`;
}

function silence(ledger: Ledger): Markup {
  const { fates, mayStillAnswer: open } = ledger;
  const count = silentCount(ledger);
  const who = html`<b class="silent-count">${counted(count, "customer")}</b>`;
  const of = `Of ${counted(fates.resolved, "conversation")}`;
  const unasked = fates.waiting > open ? ` ${fates.waiting - open} still to be asked.` : "";
  if (open === 0) return html`<p class="say">${of}, ${who} said nothing.${unasked}</p>`;
  const may = open === count ? "" : `${open} of them `;
  return html`<p class="say">${of}, ${who} ${count === 1 ? "has" : "have"} said nothing so far (${may}may still answer).${unasked}</p>`;
}

function importedHint({ imported }: Ledger): Markup {
  if (imported === 0) return NOTHING;
  return html`<p class="hint">${counted(imported, "answer was", "answers were")} brought in from another tool; how many said nothing there is not known.</p>`;
}

/** What became of the week's conversations by now: who answered, who said nothing, who was not asked and why. */
export function ledgerView(digest: Digest, ledger: Ledger): Markup {
  const { fates, mayStillAnswer } = ledger;
  const { answered, silent, declined, waiting } = fates;
  const counts = {
    ...{ answered, silent, declined, waiting },
    ...{ "not-asked": total(fates.notAsked), undeliverable: total(fates.undeliverable) },
  };
  const then = digest.mayStillAnswer;
  const said =
    fates.resolved === 0
      ? html`<p>No conversation was resolved in this week.</p>`
      : html`${silence(ledger)}${fateBar({ resolved: fates.resolved, fates: counts })}
${then > mayStillAnswer ? html`<p class="hint">When this was posted, ${counted(then, "customer")} could still answer.</p>` : ""}`;
  return html`<section class="card ledger" aria-labelledby="ledger"><h2 id="ledger">Who answered</h2>${said}${importedHint(ledger)}
${reasonList("Not asked, because", fates.notAsked)}${reasonList("Not reached, because", fates.undeliverable)}
<div class="asides">${rate(digest)}${sensitivity(digest)}${setAside(digest)}</div></section>`;
}
