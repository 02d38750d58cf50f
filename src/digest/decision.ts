import type { Aim } from "./aim.ts";

/** What a person may decide about a product on the board. */
export const DECISION_VERDICTS = ["keep", "enhance", "retire"] as const;
export type DecisionVerdict = (typeof DECISION_VERDICTS)[number];

/** What a named person decided about a product; the latest one holds. */
export interface Decision {
  readonly id: string;
  readonly version: number;
  readonly product: string;
  readonly verdict: DecisionVerdict;
  /** Name of the person, or their address where no name is known. */
  readonly by: string;
  readonly sentence: string;
  readonly at: number;
  /** Which number it shall move by when; null where it names none. */
  readonly aim: Aim | null;
}

/** The decision in force about each product: the last one made by that moment. */
export function decisionsInForce(decisions: Iterable<Decision>, now: number): ReadonlyMap<string, Decision> {
  const inForce = new Map<string, Decision>();
  for (const decision of decisions) {
    const known = inForce.get(decision.product);
    const isLater = !known || decision.at > known.at || (decision.at === known.at && decision.id > known.id);
    if (decision.at <= now && isLater) inForce.set(decision.product, decision);
  }
  return inForce;
}
