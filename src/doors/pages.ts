import type { Role } from "../interaction/customer.ts";
import { may, type Right } from "../rights.ts";

/** What a page of the desk takes, by the first part of its address: `/cases/019a` is one of the `cases`. */
const SECTIONS: Readonly<Record<string, Right>> = {
  agent: "resolve",
  "": "read-figures",
  cases: "work-case",
  conversations: "work-case",
  customers: "work-case",
  explore: "read-figures",
  "explore.csv": "read-figures",
  "explore.svg": "read-figures",
  "explore.png": "read-figures",
  products: "read-figures",
  digest: "read-figures",
  search: "search",
  team: "read-figures",
  executive: "shadow",
  sitting: "shadow",
  live: "shadow",
  settings: "change-settings",
  welcome: "change-settings",
  people: "change-settings",
  sessions: "read-figures",
  "sign-out": "read-figures",
};

/** The right that a page or an act at the desk takes of somebody who is signed in, by its address without a query; null where it is open to none of them. */
export function rightOfSection(path: string): Right | null {
  const [, first = ""] = path.split("/");
  return Object.hasOwn(SECTIONS, first) ? (SECTIONS[first] ?? null) : null;
}

const ID = "[A-Za-z0-9_-]{1,64}";

/** What a page takes to which somebody may be led. */
type PageRight = Extract<Right, "shadow" | "read-figures" | "search" | "work-case">;

/** The pages that somebody may be led to from a chat, and the right that each takes. The seats of the customer, the agent and the team are none of them. */
const PAGES: readonly { readonly path: RegExp; readonly right: PageRight }[] = [
  { path: /^\/executive$/, right: "shadow" },
  { path: new RegExp(`^/sitting/${ID}$`), right: "shadow" },
  { path: new RegExp(`^/live/${ID}$`), right: "shadow" },
  { path: /^\/digest(?:\/\d{4}-W\d{2})?$/, right: "read-figures" },
  { path: /^\/search$/, right: "search" },
  { path: /^\/cases$/, right: "work-case" },
  { path: /^\/sessions$/, right: "read-figures" },
];

/** The right that a page of the desk takes, by its address without a query; null where nobody is led to it. */
export function rightOfPage(path: string): PageRight | null {
  return PAGES.find((page) => page.path.test(path))?.right ?? null;
}

/** The page that somebody of the role is led to where they name none. */
export function pageFor(role: Role): string {
  return may(role, "shadow") ? "/executive" : "/digest";
}

/** The page that somebody of the role begins at who signs in at the desk itself: the one that says what waits for them, where they have cases to lead. */
export function firstPage(role: Role): string {
  if (may(role, "work-case") && may(role, "shadow")) return "/";
  return may(role, "resolve") ? "/agent" : pageFor(role);
}

/** Whether somebody of the role may be let in at all. */
export function mayEnter(role: Role): boolean {
  return may(role, "read-figures") || may(role, "shadow");
}
