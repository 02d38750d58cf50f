import fc from "fast-check";
import type { Counts, DigestAnswer } from "../../src/digest/tally.ts";

/** Counts of up to so many answers in each band. */
export function countsUpTo(most: number): fc.Arbitrary<Counts> {
  const count = fc.nat({ max: most });
  return fc.record({ promoters: count, passives: count, detractors: count });
}

export function counts(promoters: number, passives: number, detractors: number): Counts {
  return { promoters, passives, detractors };
}

/** The same with happy and unhappy exchanged. */
export function swapped({ promoters, passives, detractors }: Counts): Counts {
  return { promoters: detractors, passives, detractors: promoters };
}

let made = 0;

/** An answer of a customer of its own, unless told otherwise. */
export function answer(given: Partial<DigestAnswer> = {}): DigestAnswer {
  made += 1;
  const id = String(made).padStart(9, "0");
  return {
    id: `answer-${id}`,
    customerId: `customer-${id}`,
    score: 9,
    scale: "1-10",
    product: null,
    comment: null,
    answeredAt: Date.parse("2026-11-11T12:00:00Z"),
    excluded: null,
    ...given,
  };
}

/** One answer for each score. */
export function answers(scores: readonly number[], given: Partial<DigestAnswer> = {}): DigestAnswer[] {
  return scores.map((score) => answer({ ...given, score }));
}
