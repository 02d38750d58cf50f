import type { Filter, Reader } from "../ports.ts";
import { type Case, type CaseState, OPEN_CASE_STATES } from "../recovery/case.ts";

/** Who has a case: a name is that of whoever goes by it, wherever they took it. */
export type CaseOwner = { readonly address: string } | { readonly name: string };

function ownedBy(owner: CaseOwner | null): NonNullable<Filter<Case>["where"]> {
  if (owner === null) return { ownerAddress: null };
  return "address" in owner ? { ownerAddress: owner.address } : { ownerName: owner.name };
}

/** Which cases are wanted: every condition must hold. */
export interface CaseWish {
  readonly states?: readonly CaseState[];
  /** The owner, by address or by name; null: nobody. */
  readonly owner?: CaseOwner | null;
  /** Only those that are late now: see `isLate`. */
  readonly isOverdue?: boolean;
  /** Id greater than this one. */
  readonly after?: string;
  readonly limit?: number;
}

function filterOf(wish: CaseWish, now: number): Filter<Case> {
  const { states, owner, isOverdue = false, after, limit } = wish;
  const open = states?.filter((state) => OPEN_CASE_STATES.some((one) => one === state)) ?? OPEN_CASE_STATES;
  const late = { contactedAt: null, contactWish: [null, "yes"] } as const;
  return {
    where: {
      ...(isOverdue ? { state: open, ...late } : states ? { state: states } : {}),
      ...(owner === undefined ? {} : ownedBy(owner)),
    },
    ...(isOverdue ? { atMost: { contactBy: now } } : {}),
    ...(after === undefined ? {} : { after }),
    ...(limit === undefined ? {} : { limit }),
  };
}

/** The cases that are wanted, by id. */
export function findCases(store: Reader, wish: CaseWish, now: number): Promise<Case[]> {
  return store.list("case", filterOf(wish, now));
}
