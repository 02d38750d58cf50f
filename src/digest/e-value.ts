import type { ArmName } from "../trial.ts";

/** What came of one person: in which arm they were, and whether it happened. */
export interface Toss {
  readonly arm: ArmName;
  readonly isHit: boolean;
}

/** The score of one person, and in which arm they gave it. */
export interface GivenScore {
  readonly arm: ArmName;
  readonly score: number;
}

/** How strongly the data speak against "no difference". */
export interface ArmEvidence {
  /** The highest e-value on the way: under no difference it reaches x at any time with a chance of at most 1 / x. */
  readonly highest: number;
  /** Which item, from 0, brought it to `DECISIVE`; null where none has. */
  readonly decidedBy: number | null;
  /** Of which arm it was more, or higher, at that item; null where nothing is decided. */
  readonly more: ArmName | null;
}

/** An e-value that chance alone reaches at most once in 20 times, however often one looks (Ville's inequality). */
export const DECISIVE = 20;

/** Differences between the arms that are bet on, in log-odds, each way and with equal stakes. */
const DIFFERENCES = [0.15, 0.3, 0.5, 0.8, 1.2, 1.8];

const EQUAL_STAKES = { a: 1 / (2 * DIFFERENCES.length), b: 1 / (2 * DIFFERENCES.length) };

const NOTHING_YET: ArmEvidence = { highest: 1, decidedBy: null, more: null };

/** The probability at these odds of a hit, or of none. */
function chance(odds: number, isHit: boolean): number {
  return (isHit ? odds : 1) / (1 + odds);
}

/** The evidence once an item has brought the e-values of both directions, whose sum it is. */
function advanced(before: ArmEvidence, item: number, a: number, b: number): ArmEvidence {
  const value = a + b;
  const highest = Math.max(before.highest, value);
  if (before.decidedBy !== null || value < DECISIVE) return { ...before, highest };
  return { highest, decidedBy: item, more: b > a ? "b" : "a" };
}

/**
 * Whether it happens more often in one arm, by the persons in the order in which they were drawn.
 *
 * For a difference d in log-odds let p be the rate of those before, (hits + 1/2) / (persons + 1), f_b and f_a the probability of what came
 * of this person under logit(p) + d/2 and logit(p) - d/2. The person's factor is 2 f_arm / (f_a + f_b): the arm was drawn by a fair coin,
 * so that its expectation is 1 whatever the rate is and however it drifts, where the arm makes no difference (the e-variable of Turner,
 * Ly and Grünwald, Generic E-variables for exact sequential k-sample tests, 2024, for one person at a time). The e-value is the mean over
 * all d, twelve of them, of the product of the factors.
 */
export function evidenceOfMore(tosses: readonly Toss[]): ArmEvidence {
  const stakes = DIFFERENCES.map((difference) => ({ step: Math.exp(difference / 2), ...EQUAL_STAKES }));
  let evidence = NOTHING_YET;
  let hits = 0.5;
  for (const [index, { arm, isHit }] of tosses.entries()) {
    const odds = hits / (index + 1 - hits);
    const value = { a: 0, b: 0 };
    for (const stake of stakes) {
      const more = chance(odds * stake.step, isHit);
      const inB = (2 * more) / (more + chance(odds / stake.step, isHit));
      stake.b *= arm === "b" ? inB : 2 - inB;
      stake.a *= arm === "b" ? 2 - inB : inB;
      value.a += stake.a;
      value.b += stake.b;
    }
    evidence = advanced(evidence, index, value.a, value.b);
    hits += isHit ? 1 : 0;
  }
  return evidence;
}

/**
 * Whether the scores of one arm are higher, whatever the answer rates: a score stands against the one just before it if that is of the other
 * arm, each in one pair at most, in the order in which the persons were drawn. Where the arm makes no difference, either of two scores that
 * differ is the higher one with the chance 1/2, though the level changes in the meantime, as nobody waits long for the other arm; the k-th
 * such pair has the factor 2 (w + 1/2) / k, w being how often the arm that won it had won before (the bets of Krichevsky and Trofimov, 1981).
 * The e-value is the product of the factors.
 */
export function evidenceOfHigher(scores: readonly GivenScore[]): ArmEvidence {
  const wins = { a: 0, b: 0 };
  let log = 0;
  let waiting: readonly GivenScore[] = [];
  let evidence = NOTHING_YET;
  for (const [index, own] of scores.entries()) {
    const other: GivenScore | undefined = waiting[0];
    const isPair = other !== undefined && other.arm !== own.arm;
    waiting = isPair ? [] : [own];
    if (!isPair || other.score === own.score) continue;
    const winner = own.score > other.score ? own.arm : other.arm;
    log += Math.log((2 * (wins[winner] + 0.5)) / (wins.a + wins.b + 1));
    wins[winner] += 1;
    const value = Math.exp(log);
    evidence = wins.b > wins.a ? advanced(evidence, index, 0, value) : advanced(evidence, index, value, 0);
  }
  return evidence;
}
