import { html } from "hono/html";
import type { Markup } from "../markup.ts";

/** The link to the conversation that a post is about, for a reader of that name or none. */
export function aboutLink(name: string | null, about: string | undefined): Markup | "" {
  if (about === undefined) return "";
  const query = new URLSearchParams({ ...(name === null ? {} : { name }), conversation: about });
  return html`<p class="about"><a href="/agent?${query.toString()}">Read the conversation</a></p>`;
}
