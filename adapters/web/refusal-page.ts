import type { Context } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { pageShell } from "./page-shell.ts";
import type { Markup } from "./pages/markup.ts";

/** What a person reads in place of a page they cannot have. */
export interface Refused {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  /** What was wrong and what to do, in plain words. */
  readonly text: string | Markup;
  /** Has the browser ask once more, now from a page of ours. */
  readonly again?: boolean;
  /** Language of the words, a BCP 47 tag; English unless named. */
  readonly lang?: string;
}

/** A small page that says in plain words why there is nothing else. */
export function refusalPage(context: Context, { status, title, text, again = false, lang = "en" }: Refused) {
  return context.html(pageShell({ lang, title, again }, html`<p class="notice">${text}</p>`), status);
}
