import type { Agent } from "../interaction/interaction.ts";
import { type CaseAct, type CaseProgress, type CaseStep, CUSTOMERS_WORDS, isCaseOpen, type StepKind } from "./case.ts";

/** One act on a case. */
export interface Acted {
  readonly act: Exclude<CaseAct, "take-back">;
  readonly by: Agent;
  readonly at: number;
  readonly note: string | null;
  /** Whose it is from then on; of `assign`. */
  readonly to?: Agent;
  /** Ids from the desk's lists; of `resolve` and `close`. */
  readonly outcomeKind?: string;
  readonly cause?: string;
  /** By when somebody must be in touch; of `reopen`. */
  readonly contactBy?: number;
}

/** Why an act is not possible. */
export type Hindered = "closed" | "open" | "taken" | "note-needed" | "nobody-named" | "own" | "theirs";

/** Acts that nobody takes without a word. */
export const NEEDS_NOTE: readonly CaseAct[] = ["note", "resolve", "close"];

/** What somebody may do about a case in which they themselves were rated: say what they know, and leave it to others. */
const FREE_TO_RATED: readonly CaseAct[] = ["assign", "release", "escalate", "note"];

/** Why the case is not for those who were rated, by address; null where the act makes it nobody's of them. */
export function ownHindrance(rated: readonly string[], act: CaseAct, by: string, to?: string): "own" | "theirs" | null {
  if (act === "assign" && to !== undefined && rated.includes(to)) return to === by ? "own" : "theirs";
  return rated.includes(by) && !FREE_TO_RATED.includes(act) ? "own" : null;
}

/** What stands in the way of the act; null where nothing does. */
export function hindranceOf(item: CaseProgress, { act, note, to, by }: Acted): Hindered | null {
  const isClosed = !isCaseOpen(item);
  if (act === "reopen") return isClosed ? null : "open";
  if (isClosed && act !== "note") return "closed";
  if (act === "claim" && item.ownerAddress !== null && item.ownerAddress !== by.address) return "taken";
  if (act === "assign" && to === undefined) return "nobody-named";
  return NEEDS_NOTE.includes(act) && note === null ? "note-needed" : null;
}

function ownedBy({ address, name }: Agent) {
  return { ownerAddress: address, ownerName: name };
}

function withOwner(item: CaseProgress, by: Agent): CaseProgress {
  return item.ownerAddress === null ? { ...item, ...ownedBy(by) } : item;
}

function ended(item: CaseProgress, { note, at, outcomeKind, cause }: Acted): CaseProgress {
  const named = { outcomeKind: outcomeKind ?? item.outcomeKind, cause: cause ?? item.cause };
  return { ...item, dueAt: null, closedAt: at, outcome: note, ...named };
}

/** How far the case has got after an act that nothing hinders. */
export function afterAct(item: CaseProgress, acted: Acted): CaseProgress {
  const { act, by, at, to, contactBy = item.contactBy } = acted;
  const isFresh = item.state === "new" || item.state === "escalated";
  const contacted = { contactedAt: item.contactedAt ?? at, dueAt: null };
  switch (act) {
    case "claim":
      return { ...item, ...ownedBy(by), state: isFresh ? "claimed" : item.state };
    case "assign":
      return { ...item, ...ownedBy(to ?? by), state: isFresh ? "claimed" : item.state };
    case "release":
      return { ...item, ownerAddress: null, ownerName: null, state: item.state === "claimed" ? "new" : item.state };
    case "contact":
      return { ...withOwner(item, by), ...contacted, state: "contacted" };
    case "wait":
      return { ...withOwner(item, by), ...contacted, state: "waiting" };
    case "escalate":
      return { ...item, state: "escalated", escalatedAt: item.escalatedAt ?? at };
    case "note":
      return item;
    case "resolve":
      return { ...ended(withOwner(item, by), acted), contactedAt: item.contactedAt ?? at, state: "resolved" };
    case "close":
      return { ...ended(withOwner(item, by), acted), state: "closed" };
    case "reopen":
      return reopened(item, at, contactBy);
  }
}

/** A closed case that is needed again: the clock starts anew, and the owner stays. */
export function reopened(item: CaseProgress, at: number, contactBy: number): CaseProgress {
  const fresh = { remindedAt: null, overdueAt: null, escalatedAt: null, contactedAt: null, closedAt: null };
  const state = item.ownerAddress === null ? "new" : "claimed";
  return { ...item, ...fresh, state, openedAt: at, contactBy, dueAt: contactBy };
}

/** Steps that say something and move nothing, or only because the customer wants it: there is nothing for the team to take back. */
const SAID_ONLY: readonly StepKind[] = [
  ...(["take-back", "remind", "overdue", "lower", "raise", "comment"] as const),
  ...CUSTOMERS_WORDS,
];

/** The step that would be taken back next; undefined where there is none. */
export function lastStanding(steps: readonly CaseStep[]): CaseStep | undefined {
  const standing = steps.filter(({ act, takenBack }) => !takenBack && !SAID_ONLY.includes(act));
  return standing.reduce<CaseStep | undefined>(
    (last, step) => (last && last.number > step.number ? last : step),
    undefined,
  );
}

/** How far the case has got without the step; what the clock has told once it does not tell again. */
export function withoutStep(item: CaseProgress, { act, earlier }: CaseStep): CaseProgress {
  if (act === "note") return item;
  return {
    ...earlier,
    remindedAt: item.remindedAt ?? earlier.remindedAt,
    overdueAt: item.overdueAt ?? earlier.overdueAt,
    escalatedAt: item.escalatedAt ?? earlier.escalatedAt,
  };
}

/** A case that is a detractor's no more. */
export function withdrawn(item: CaseProgress, at: number): CaseProgress {
  return { ...item, state: "withdrawn", dueAt: null, closedAt: at };
}
