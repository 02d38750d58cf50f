import { html } from "hono/html";
import type { PageDesk } from "../desk.ts";
import type { Markup } from "./markup.ts";
import { spoken } from "./page-words.ts";

/** Asks a member of the team for the name to go by, and leads back to the page with that address. */
export function nameForm(
  desk: Pick<PageDesk, "wording" | "settings">,
  address: string,
  kept: Readonly<Record<string, string>> = {},
): Markup {
  const { say } = spoken(desk);
  const hidden = Object.entries(kept).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form class="name-form card" id="name-form" method="get" action="${address}">${hidden}
<label for="name">${say("door.yourName")}</label>
<div class="row"><input id="name" name="name" autocomplete="name" required maxlength="60" dir="auto">
<button class="primary">${say("seat.continue")}</button></div></form>`;
}
