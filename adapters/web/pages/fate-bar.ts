import { html } from "hono/html";
import type { FateKind } from "../../../src/interaction/interaction.ts";
import type { Markup } from "./markup.ts";

/** What became of conversations. */
export interface FateCounts {
  /** Conversations resolved; always the sum of `fates`. */
  readonly resolved: number;
  readonly fates: Readonly<Record<FateKind, number>>;
}

const FATE_LINES: readonly { readonly fate: FateKind; readonly name: string }[] = [
  { fate: "answered", name: "answered" },
  { fate: "silent", name: "said nothing" },
  { fate: "declined", name: "declined" },
  { fate: "waiting", name: "still waiting" },
  { fate: "not-asked", name: "not asked" },
  { fate: "undeliverable", name: "not reached" },
];

/** One bar of all resolved conversations, cut by what became of them; the list below it says the same in words. */
export function fateBar({ fates, resolved }: FateCounts): Markup {
  const widths = FATE_LINES.map(({ fate }) => (fates[fate] / resolved) * 100);
  const part = ({ fate }: (typeof FATE_LINES)[number], index: number) => {
    const from = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
    return html`<rect class="fate-${fate}" x="${from.toFixed(2)}%" y="0" width="${(widths[index] ?? 0).toFixed(2)}%" height="100%"/>`;
  };
  const line = ({ fate, name }: (typeof FATE_LINES)[number]) =>
    html`<li><span class="key fate-${fate}" aria-hidden="true"></span><b>${fates[fate]}</b> ${name}</li>`;
  return html`<svg class="bar" width="100%" height="20" aria-hidden="true" focusable="false">${FATE_LINES.map(part)}</svg>
<ul class="legend">${FATE_LINES.map(line)}</ul>`;
}
