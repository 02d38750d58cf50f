import { html } from "hono/html";
import { rightOfSection } from "../../../src/doors/pages.ts";
import type { Role } from "../../../src/interaction/customer.ts";
import { may } from "../../../src/rights.ts";
import type { WordingKey } from "../../../src/wording.ts";
import type { DeskPlace, PageDesk } from "../desk.ts";
import type { Topic } from "../live.ts";
import { mark } from "./mark.ts";
import { type Markup, NOTHING } from "./markup.ts";
import type { PageWords } from "./page-words.ts";
import { guestAt, pagePath, type Seated } from "./seated.ts";

/** Who sits where at the desk. */
export type SeatId = "customer" | "agent" | "team" | "executive";

/** The pages that the header names, in that order, each with its name in the catalogues. */
const NAMED_PAGES = [
  { path: "/agent", key: "nav.agent" },
  { path: "/cases", key: "nav.cases" },
  { path: "/team", key: "nav.team" },
  { path: "/explore", key: "nav.explore" },
  { path: "/digest", key: "nav.digest" },
  { path: "/executive", key: "nav.executive" },
  { path: "/search", key: "nav.search" },
  { path: "/sessions", key: "sessions.nav" },
  { path: "/people", key: "people.title" },
  { path: "/settings", key: "nav.settings" },
] as const;
export type NamedPage = (typeof NAMED_PAGES)[number]["path"] | "/";

/** What surrounds the content of a page. */
export interface Shell {
  readonly desk: Pick<PageDesk, "deskId" | "path" | "places" | "wording" | "opening">;
  readonly title: string;
  /** Language of the content, a BCP 47 tag. */
  readonly lang: string;
  /** The seat being sat on; null in the lobby. */
  readonly seat: SeatId | null;
  /** What the page shows and so must follow; null for one that stays as it is. */
  readonly follows: readonly Topic[] | null;
  /** Address of the feed that tells of it, by the desk's; the feed of the desk unless named. */
  readonly feed?: string;
  /** Whether each look at the page is told in the audit log: then it is not looked at again before something has changed. */
  readonly isTold?: boolean;
  /** Styles and scripts that the page needs beside those of all, as files under `/public/`. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** The name a member of the team goes by; carried along to the other seats of the team. */
  readonly name?: string | null;
  /** Which of the pages it is, where no seat tells. */
  readonly at?: NamedPage;
  /** The role of whoever came by a link of their own: only its pages are named. */
  readonly guest?: Role | null;
  /** Who speaks on the page, where it is not the program: it names none of the team's pages then, and alone no other desk's either. */
  readonly brand?: { readonly name: string; readonly href: string; readonly isAlone: boolean };
  /** Shown while the connection is lost. */
  readonly offline?: string;
  /** Shown where a form could not be sent. */
  readonly failed?: string;
}

/** Address of a seat of the desk, with the name of whoever sits there. */
function seatAddress({ path }: Pick<DeskPlace, "path">, seat: SeatId, name?: string | null): string {
  return path(name && seat !== "customer" ? `/${seat}?name=${encodeURIComponent(name)}` : `/${seat}`);
}

/** What surrounds every page at which the team works, whoever sits there. */
export function workShell({
  desk,
  seated,
  lang,
  say,
}: PageWords & { readonly desk: PageDesk; readonly seated: Seated | null }): Pick<
  Shell,
  "desk" | "lang" | "name" | "guest" | "offline" | "failed"
> {
  const who = { name: seated?.name ?? null, guest: seated && guestAt(seated) };
  return { desk, lang, ...who, offline: say("chat.offline"), failed: say("chat.failed") };
}

/** The pages that are open to whoever looks, the one they look at marked. */
function pageLinks({ desk, lang, seat, at, name, guest }: Shell): Markup {
  const say = (key: WordingKey) => desk.wording.say(desk.wording.choose(lang), key);
  const isOpen = (path: string) => {
    const right = rightOfSection(path);
    return guest == null || (right !== null && may(guest, right));
  };
  const here = at ?? (seat === null ? null : `/${seat}`);
  const link = ({ path, key }: (typeof NAMED_PAGES)[number]) =>
    html`<li><a href="${pagePath(desk, { name: name ?? null }, path)}"${path === here ? html` aria-current="page"` : ""}>${say(key)}</a></li>`;
  return html`<nav class="seats" aria-label="${say("nav.pages")}"><ul>${NAMED_PAGES.filter(({ path }) => isOpen(path)).map(link)}</ul></nav>`;
}

/** A field to look for words from any page, for whoever may; the page of the search has its own. */
function searchField({ desk, lang, seat, at, name, guest }: Shell): Markup {
  const isOpen = seat !== "customer" && at !== "/search" && (guest == null || may(guest, "search"));
  if (!isOpen) return NOTHING;
  const label = desk.wording.say(desk.wording.choose(lang), "search.title");
  const who = name == null ? NOTHING : html`<input type="hidden" name="name" value="${name}">`;
  return html`<form class="find" role="search" aria-label="${label}" method="get" action="${desk.path("/search")}">${who}
<label for="find">${label}</label><input id="find" name="q" type="search" maxlength="300" dir="auto" autocomplete="off" placeholder="${label}"></form>`;
}

/** The same seat at each desk; nothing where there is but one. */
function deskLinks({ desk, lang, seat, name, guest, brand }: Shell): Markup {
  if (guest || brand?.isAlone || desk.places.length < 2) return NOTHING;
  const link = (place: DeskPlace) => {
    const address = seat === null ? place.path("/") : seatAddress(place, seat, name);
    const isHere = place.deskId === desk.deskId;
    return html`<li><a href="${address}" lang=""${isHere ? html` aria-current="true"` : ""}><bdi>${place.name}</bdi></a></li>`;
  };
  return html`<nav class="desks" aria-label="${desk.wording.say(desk.wording.choose(lang), "shell.desks")}"><ul>${desk.places.map(link)}</ul></nav>`;
}

/** A whole page. The client brings `main` up to date in place when something has happened. */
export function layout(shell: Shell, content: Markup): Markup {
  const { desk, lang } = shell;
  const say = (key: WordingKey) => desk.wording.say(desk.wording.choose(lang), key);
  return html`<!doctype html>
<html lang="${shell.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${shell.title}${shell.brand ? "" : " · Empty Chair"}</title>
<link rel="icon" href="/public/chair.svg" type="image/svg+xml">
<link rel="stylesheet" href="/public/desk.css">
${(shell.styles ?? []).map((file) => html`<link rel="stylesheet" href="/public/${file}">`)}
<script type="module" src="/public/desk.js"></script>
${(shell.scripts ?? []).map((file) => html`<script type="module" src="/public/${file}"></script>`)}
</head>
<body class="seat-${shell.seat ?? "lobby"}">
<header class="top">
<a class="skip" href="#content">${say("nav.skip")}</a>
<a class="brand" href="${shell.brand?.href ?? desk.path("/")}">${mark()}<span>${shell.brand?.name ?? "Empty Chair"}</span></a>
${shell.brand ? "" : pageLinks(shell)}
${shell.brand ? "" : searchField(shell)}
${deskLinks(shell)}
</header>
<p class="offline" role="status" data-offline="${shell.offline ?? say("shell.offline")}" data-reopen="${say("page.reopen")}" data-reopen-link="${say("page.reopenLink")}"></p>
<main id="content" tabindex="-1" data-live="${(shell.follows ?? []).join(" ")}"${shell.follows === null ? "" : html` data-feed="${shell.feed ?? desk.path("/live")}"`}${shell.isTold ? html` data-told` : ""} data-failed="${shell.failed ?? say("shell.failed")}"${shell.desk.opening ? html` data-opening="${shell.desk.opening}"` : ""}>
${content}
</main>
</body>
</html>`;
}
