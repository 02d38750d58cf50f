import { html } from "hono/html";
import type { Markup } from "./markup.ts";

/** The empty chair, drawn in the colour of the text around it; decoration only. */
export function mark(): Markup {
  return html`<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false"
    fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
    <path d="M10 4.5h12l-1.2 13H11.2z"/><path d="M8.5 17.5h15l1 4h-17z"/><path d="M9.5 21.5v6.5M22.5 21.5v6.5"/>
  </svg>`;
}
