import { html } from "hono/html";
import type { Markup } from "./markup.ts";

/** What the form says, in the language of its page. */
export interface NameFormWords {
  readonly label: string;
  readonly go: string;
}

const IN_ENGLISH: NameFormWords = { label: "Your name (shown to colleagues and customers)", go: "Continue" };

/** Asks a member of the team for the name to go by, and leads back to the page with that address. */
export function nameForm(
  address: string,
  kept: Readonly<Record<string, string>> = {},
  words: NameFormWords = IN_ENGLISH,
): Markup {
  const hidden = Object.entries(kept).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form class="name-form card" id="name-form" method="get" action="${address}">${hidden}
<label for="name">${words.label}</label>
<div class="row"><input id="name" name="name" autocomplete="name" required maxlength="60" dir="auto">
<button class="primary">${words.go}</button></div></form>`;
}
