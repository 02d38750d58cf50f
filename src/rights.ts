import type { Role } from "./interaction/customer.ts";

/** What somebody may do at a desk, by name. What is not named here, such as writing in a conversation, is the platform's to allow. */
export const RIGHTS = [
  "answer",
  "opt-out",
  "read-own-data",
  "read-transcript",
  "resolve",
  "skip-question",
  "work-case",
  "read-figures",
  "decide-product",
  "pull-cord",
  "answer-cord",
  "tell-customers",
  "exclude-answer",
  "shadow",
  "search",
  "change-settings",
  "export-raw",
  "forget",
] as const;
export type Right = (typeof RIGHTS)[number];

/** Who holds rights: a role. A customer is one only towards what is their own; towards anything else they are a stranger. */
export const HOLDERS = ["agent", "lead", "executive", "admin", "customer", "stranger", "bot"] as const;
export type Holder = Role | "stranger";

const PEOPLE: readonly Holder[] = ["agent", "lead", "executive", "admin", "customer"];
const TEAM: readonly Holder[] = ["agent", "lead", "executive", "admin"];
const HELPERS: readonly Holder[] = ["agent", "lead", "admin"];

/**
 * Nobody answers in the customer's place, not even an admin. Helping is for those who help: an executive reads, shadows and
 * decides, but neither resolves a conversation nor works its case. What bends the score (leaving an answer out) or a product's
 * fate is above those whose work is scored. A lead may all that agents and executives may; automatons may only resolve.
 */
const GRANTED: Readonly<Record<Right, readonly Holder[]>> = {
  answer: ["customer"],
  "opt-out": PEOPLE,
  "read-own-data": PEOPLE,
  "read-transcript": PEOPLE,
  resolve: [...HELPERS, "customer", "bot"],
  "skip-question": HELPERS,
  "work-case": HELPERS,
  "read-figures": TEAM,
  "decide-product": ["lead", "executive", "admin"],
  "pull-cord": TEAM,
  "answer-cord": ["lead", "executive", "admin"],
  "tell-customers": ["lead", "admin"],
  "exclude-answer": ["lead", "admin"],
  shadow: ["lead", "executive", "admin"],
  search: ["lead", "executive", "admin"],
  "change-settings": ["admin"],
  "export-raw": ["admin"],
  forget: ["admin", "customer"],
};

/** Whether the right is granted to the holder. */
export function isGranted(holder: Holder, right: Right): boolean {
  return GRANTED[right].includes(holder);
}

/** Whether somebody of the role may do it: by the role, or because what it is done with is their own. An automaton owns nothing. */
export function may(role: Role, right: Right, isOwn = false): boolean {
  if (isGranted(role === "customer" ? "stranger" : role, right)) return true;
  return isOwn && role !== "bot" && isGranted("customer", right);
}
