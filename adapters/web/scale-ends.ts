import { html } from "hono/html";
import type { Markup } from "./pages/markup.ts";

/** What both ends of a scale mean, each under its end. */
export function scaleEnds({ low, high }: { readonly low: string; readonly high: string }, id: string): Markup {
  return html`<p class="ends" id="${id}"><span>${low}</span> <span>${high}</span></p>`;
}
