import { type Case, isCaseOpen, isContactDue } from "../recovery/case.ts";
import { isLate } from "./views.ts";

/** 0 for what a lead must see first, and so on down to what is closed. */
function rankOf(item: Case, now: number): number {
  if (!isCaseOpen(item)) return 4;
  if (isLate(item, now)) return item.ownerAddress === null ? 0 : 1;
  return isContactDue(item) ? 2 : 3;
}

/** Orders cases by how soon somebody must act: late ones, nobody's before somebody's; then those by when contact is due; the contacted; the closed, latest first. */
export function byUrgency(now: number): (one: Case, other: Case) => number {
  return (one, other) => {
    const ranks = rankOf(one, now) - rankOf(other, now);
    if (ranks !== 0) return ranks;
    return isCaseOpen(one) ? one.contactBy - other.contactBy : (other.closedAt ?? 0) - (one.closedAt ?? 0);
  };
}
