import { html } from "hono/html";
import type { Markup } from "./markup.ts";

/** Asks a member of the team for the name to go by, and leads back to the page with that address. */
export function nameForm(address: string, kept: Readonly<Record<string, string>> = {}): Markup {
  const hidden = Object.entries(kept).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form class="name-form card" id="name-form" method="get" action="${address}">${hidden}
<label for="name">Your name (shown to colleagues and customers)</label>
<div class="row"><input id="name" name="name" autocomplete="name" required maxlength="60" dir="auto">
<button class="primary">Continue</button></div></form>`;
}
