import type { Person } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";
import type { WordLook } from "../privacy/give-reading.ts";
import { toEnhance } from "./find-enhancements.ts";
import { ownGreetings } from "./find-greetings.ts";
import { type Asking, lastDigest, lastWeek, openCases } from "./find-overview.ts";

/** What the team may ask for in chat, with what it takes. */
const OVERVIEWS = {
  status: { right: "read-figures", find: lastWeek },
  digest: { right: "read-figures", find: lastDigest, coversItself: true },
  cases: { right: "read-figures", find: openCases },
  enhance: { right: "read-figures", find: toEnhance },
  greetings: { right: "work-case", find: ownGreetings },
} as const;
export type Overview = keyof typeof OVERVIEWS;

/** The text as something the team may ask for; null where it is none of it. */
export function readOverview(text: string): Overview | null {
  return text in OVERVIEWS ? (text as Overview) : null;
}

/** How somebody looks at what they ask for in chat. */
export function lookAt(overview: Overview, by: Person): WordLook {
  const { find: _, ...rest } = OVERVIEWS[overview];
  return { by, via: "chat", purpose: "work", what: overview, ...rest };
}

/** What somebody of the team asked for. */
export function overviewOf(overview: Overview, asking: Asking): Promise<OutboundMessage | string> {
  return OVERVIEWS[overview].find(asking);
}
