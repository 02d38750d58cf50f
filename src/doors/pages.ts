import type { Role } from "../interaction/customer.ts";
import { may, type Right } from "../rights.ts";

const ID = "[A-Za-z0-9_-]{1,64}";

/** What a page takes to which somebody may be led. */
type PageRight = Extract<Right, "shadow" | "read-figures" | "search">;

/** The pages that somebody may be led to from a chat, and the right that each takes. The seats of the customer, the agent and the team are none of them. */
const PAGES: readonly { readonly path: RegExp; readonly right: PageRight }[] = [
  { path: /^\/executive$/, right: "shadow" },
  { path: new RegExp(`^/sitting/${ID}$`), right: "shadow" },
  { path: new RegExp(`^/live/${ID}$`), right: "shadow" },
  { path: /^\/digest(?:\/\d{4}-W\d{2})?$/, right: "read-figures" },
  { path: /^\/search$/, right: "search" },
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

/** Whether somebody of the role may be let in at all. */
export function mayEnter(role: Role): boolean {
  return may(role, "read-figures") || may(role, "shadow");
}
