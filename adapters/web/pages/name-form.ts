import { html } from "hono/html";
import type { PageDesk } from "../desk.ts";
import { type Markup, NOTHING } from "./markup.ts";
import { type PageWords, spoken } from "./page-words.ts";
import { pagePath, type Seated } from "./seated.ts";

/** The name that whoever sits at the page goes by, and the way to give another; nothing for somebody who is signed in or gave none. */
export function nameLine(
  {
    desk,
    seated,
    say,
  }: Pick<PageWords, "say"> & { readonly desk: Pick<PageDesk, "path">; readonly seated: Pick<Seated, "name"> | null },
  path: string,
): Markup {
  const name = seated?.name ?? null;
  if (name === null) return NOTHING;
  return html`<p class="me">${say("seat.you", { name })} <a href="${pagePath(desk, { name: "" }, path)}">${say("seat.change")}</a></p>`;
}

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
