import type { Context, MiddlewareHandler } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { pageShell } from "./page-shell.ts";
import type { Markup } from "./pages/markup.ts";
import type { PageWords } from "./pages/page-words.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** The language of the desk whose address was asked for, and what it is said with there. */
    spoken: Pick<PageWords, "lang" | "say">;
  }
}

/** Has every answer know the language of the desk whose address was asked for. */
export function speaking(spokenAt: (path: string) => Pick<PageWords, "lang" | "say">): MiddlewareHandler {
  return async (context, next) => {
    context.set("spoken", spokenAt(context.req.path));
    await next();
  };
}

/** What a person reads in place of a page they cannot have. */
export interface Refused {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  /** What was wrong and what to do, in plain words. */
  readonly text: string | Markup;
  /** Has the browser ask once more, now from a page of ours. */
  readonly again?: boolean;
  /** Language of the words, a BCP 47 tag; that of the desk unless named. */
  readonly lang?: string;
}

/** A small page that says in plain words why there is nothing else. */
export function refusalPage(context: Context, { status, title, text, again = false, lang }: Refused) {
  const shell = { lang: lang ?? context.get("spoken").lang, title, again };
  return context.html(pageShell(shell, html`<p class="notice">${text}</p>`), status);
}
