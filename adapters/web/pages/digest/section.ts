import { html } from "hono/html";
import { type Markup, NOTHING } from "../markup.ts";

/** Sentences below each other. */
export function sentences(lines: readonly string[]): Markup {
  return html`${lines.map((line) => html`<p dir="auto">${line}</p>`)}`;
}

/** A part of the page that is folded until somebody wants it; nothing where there is nothing to say. */
export function folded(id: string, title: string, lines: readonly string[], more: Markup = NOTHING): Markup {
  if (lines.length === 0 && more === NOTHING) return NOTHING;
  return html`<details class="card folded" id="${id}"><summary>${title}</summary>${sentences(lines)}${more}</details>`;
}
