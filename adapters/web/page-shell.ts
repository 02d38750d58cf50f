import { html } from "hono/html";
import type { Markup } from "./pages/markup.ts";

/** What surrounds the content of a page outside the desk. */
export interface PageShell {
  /** Language of the content, a BCP 47 tag. */
  readonly lang: string;
  readonly title: string;
  /** What the page is headed with, where that is not its title. */
  readonly heading?: string;
  /** Who speaks on it, above its heading. */
  readonly sender?: string;
  readonly className?: "survey-page";
  /** Has the browser ask for the page once more at once. */
  readonly again?: boolean;
  /** Has the browser go on to that page at once. */
  readonly next?: string;
  /** Styles and scripts that the page needs, as files under `/public/`. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
}

/** A whole page outside the desk, under its title. */
export function pageShell(
  { lang, title, heading, sender, className, again, next, styles = [], scripts = [] }: PageShell,
  content: Markup,
): Markup {
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${again ? html`<meta http-equiv="refresh" content="0">` : ""}
${next === undefined ? "" : html`<meta http-equiv="refresh" content="0;url=${next}">`}
<title>${title}</title>
<link rel="icon" href="/public/chair.svg" type="image/svg+xml">
<link rel="stylesheet" href="/public/desk.css">
${styles.map((file) => html`<link rel="stylesheet" href="/public/${file}">`)}
${scripts.map((file) => html`<script type="module" src="/public/${file}"></script>`)}
${className === undefined ? "" : html`<link rel="stylesheet" href="/public/customer.css">`}
</head>
<body${className === undefined ? "" : html` class="${className}"`}>
<main id="content">
${sender === undefined ? "" : html`<p class="sender"><bdi>${sender}</bdi></p>`}
<h1 id="heading">${heading ?? title}</h1>
${content}
</main>
</body>
</html>`;
}
