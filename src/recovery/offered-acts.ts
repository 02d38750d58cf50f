import { CASE_ACTS, type Case, type CaseAct } from "./case.ts";
import { hindranceOf, ownHindrance } from "./case-acts.ts";

/** Who looks at a case, and what of it stands in their way. */
export interface CaseActor {
  readonly address: string;
  /** Addresses of those who were rated and are to leave the case to others; nobody where the desk lets them. */
  readonly rated: readonly string[];
  /** Whether the customer has taken the answer back. */
  readonly isAnswerGone: boolean;
}

/** Whether the act would move anything. */
function movesOn(item: Case, act: CaseAct, { address, isAnswerGone }: CaseActor): boolean {
  switch (act) {
    case "claim":
      return item.ownerAddress !== address;
    case "release":
      return item.ownerAddress !== null;
    case "contact":
      return item.contactedAt === null;
    case "wait":
      return item.state !== "waiting";
    case "escalate":
      return item.state !== "escalated";
    case "reopen":
      return !isAnswerGone;
    case "take-back":
      return item.stepCount > 0 && !isAnswerGone;
    default:
      return true;
  }
}

/** What this person can do about the case now: nothing that would be refused, and nothing that would change nothing. */
export function actsFor(item: Case, actor: CaseActor): readonly CaseAct[] {
  const by = { address: actor.address, name: null };
  return CASE_ACTS.filter((act) => {
    if (!movesOn(item, act, actor) || ownHindrance(actor.rated, act, actor.address) !== null) return false;
    return act === "take-back" || hindranceOf(item, { act, by, at: 0, note: "…", to: by }) === null;
  });
}
