import { html } from "hono/html";
import { readLink } from "../agent/conversation-link.ts";
import type { Markup } from "../markup.ts";
import type { FeedFrame } from "./feed-frame.ts";

/** The link to the conversation that a post is about, where it is about one. */
export function aboutLink(frame: FeedFrame, about: string | undefined): Markup | "" {
  return about === undefined ? "" : html`<p class="about">${readLink(frame, about)}</p>`;
}
