import { html } from "hono/html";
import type { FatePart } from "../../../src/digest/ledger-messages.ts";
import type { Markup } from "./markup.ts";

/** One bar of all resolved conversations, cut by what became of them; the list below it says the same in words. */
export function fateBar(parts: readonly FatePart[], resolved: number): Markup {
  const widths = parts.map(({ count }) => (count / resolved) * 100);
  const part = ({ fate }: FatePart, index: number) => {
    const from = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
    return html`<rect class="fate-${fate}" x="${from.toFixed(2)}%" y="0" width="${(widths[index] ?? 0).toFixed(2)}%" height="100%"/>`;
  };
  const line = ({ fate, text }: FatePart) =>
    html`<li class="${fate === "silent" ? "is-silent" : ""}"><span class="key fate-${fate}" aria-hidden="true"></span>${text}</li>`;
  return html`<svg class="bar" width="100%" height="20" aria-hidden="true" focusable="false">${parts.map(part)}</svg>
<ul class="legend">${parts.map(line)}</ul>`;
}
