import type { Enhancement, EnhancementState } from "./enhancement.ts";

/** How many enhancements of a product stand at a state, with the customer's words or without. */
export interface EnhancementCount {
  readonly product: string | null;
  readonly state: EnhancementState;
  readonly hasWords: boolean;
  readonly count: number;
}

/** The enhancements counted by product, state and whether there are words. */
export function countEnhancements(items: Iterable<Enhancement>): EnhancementCount[] {
  const counts = new Map<string, EnhancementCount>();
  for (const { product, state, hasWords } of items) {
    const key = JSON.stringify([product, state, hasWords]);
    counts.set(key, { product, state, hasWords, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** How many of the product are not done yet. */
export function openAmong(counts: readonly EnhancementCount[], product: string | null): number {
  const isOpen = (state: EnhancementState) => state === "open" || state === "planned";
  return counts
    .filter((one) => one.product === product && isOpen(one.state))
    .reduce((sum, { count }) => sum + count, 0);
}
