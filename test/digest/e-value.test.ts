import { describe, expect, it } from "vitest";
import { DECISIVE, evidenceOfHigher, evidenceOfMore, type GivenScore, type Toss } from "../../src/digest/e-value.ts";
import { lotsFrom } from "../../src/draw.ts";
import { armOf } from "../../src/trial.ts";

const TRIALS = 2_000;
const PEOPLE = 150;

interface Planted {
  /** Rates of answering by arm. */
  readonly a: number;
  readonly b: number;
  /** Whether the rate of both changes on the way. */
  readonly drifts?: boolean;
}

/** A trial of people who are drawn as the product draws them and answer by chance. */
function trial(seed: number, people: number, { a, b, drifts = false }: Planted): Toss[] {
  const random = lotsFrom(seed);
  return Array.from({ length: people }, (_, index) => {
    const arm = armOf(`trial-${seed}`, String(index));
    const drift = drifts && index > people / 2 ? 0.4 : 0;
    return { arm, isHit: random() < (arm === "a" ? a : b) + drift };
  });
}

/** How many of so many trials ever say that one arm is answered more often. */
function decided(trials: number, people: number, planted: Planted): number {
  const seeds = Array.from({ length: trials }, (_, index) => index);
  return seeds.filter((seed) => evidenceOfMore(trial(seed, people, planted)).decidedBy !== null).length;
}

/** The e-value as the docstring has it, multiplied out for one trial at a time. */
function byHand(tosses: readonly Toss[]): number {
  const differences = [0.15, 0.3, 0.5, 0.8, 1.2, 1.8].flatMap((one) => [one, -one]);
  const expit = (x: number) => 1 / (1 + Math.exp(-x));
  const of = (difference: number) => {
    let product = 1;
    let hits = 0;
    for (const [index, { arm, isHit }] of tosses.entries()) {
      const rate = (hits + 0.5) / (index + 1);
      const inB = expit(Math.log(rate / (1 - rate)) + difference / 2);
      const inA = expit(Math.log(rate / (1 - rate)) - difference / 2);
      const [b, a] = isHit ? [inB, inA] : [1 - inB, 1 - inA];
      product *= (2 * (arm === "b" ? b : a)) / (a + b);
      hits += isHit ? 1 : 0;
    }
    return product;
  };
  return differences.reduce((sum, difference) => sum + of(difference), 0) / differences.length;
}

describe("Evidence that one arm is answered more often", () => {
  it.each<[string, Planted]>([
    ["one in three answers", { a: 0.33, b: 0.33 }],
    ["the rate jumps on the way", { a: 0.2, b: 0.2, drifts: true }],
  ])("is looked at after every person and is wrong in at most one of 20 trials: %s", (_, planted) => {
    expect(decided(TRIALS, PEOPLE, planted)).toBeLessThanOrEqual(TRIALS / DECISIVE);
  });

  it("sees a difference that is there, and of which arm it is more", () => {
    expect(decided(100, 600, { a: 0.2, b: 0.4 })).toBeGreaterThanOrEqual(95);
    expect(evidenceOfMore(trial(7, 600, { a: 0.2, b: 0.4 })).more).toBe("b");
    expect(evidenceOfMore(trial(7, 600, { a: 0.4, b: 0.2 })).more).toBe("a");
  });

  it("is the product that its formula says, and a fair bet at every step", () => {
    const tosses = trial(1, 12, { a: 0.4, b: 0.6 });
    const values = tosses.map((_, index) => byHand(tosses.slice(0, index + 1)));
    expect(evidenceOfMore(tosses).highest).toBeCloseTo(Math.max(1, ...values), 10);
    for (const isHit of [true, false]) {
      const next = (["a", "b"] as const).map((arm) => byHand([...tosses, { arm, isHit }]));
      expect(((next[0] ?? 0) + (next[1] ?? 0)) / 2).toBeCloseTo(values.at(-1) ?? 0, 10);
    }
  });

  it("stays decided, whatever comes after", () => {
    const clear = trial(7, 400, { a: 0.1, b: 0.6 });
    const turned = clear.map(({ arm, isHit }) => ({ arm, isHit: !isHit }));
    const first = evidenceOfMore(clear);
    expect(evidenceOfMore([...clear, ...turned])).toMatchObject({ decidedBy: first.decidedBy, more: "b" });
  });
});

describe("Evidence that scores differ", () => {
  const scores = (seed: number, higher: number, later = 0): GivenScore[] => {
    const random = lotsFrom(seed);
    return Array.from({ length: 200 }, (_, index) => {
      const arm = random() < 0.3 ? "a" : "b";
      return { arm, score: 1 + Math.floor(8 * random()) + (arm === "b" ? higher : 0) + (index < 100 ? 0 : later) };
    });
  };
  const differing = (count: number, higher: number, later?: number) =>
    Array.from({ length: count }, (_, index) => evidenceOfHigher(scores(index, higher, later))).filter(
      ({ decidedBy }) => decidedBy !== null,
    );

  it.each([0, 5])(
    "comes by chance in at most one of 20 trials, though one arm is answered more often and the level moves by %s",
    (later) => {
      expect(differing(1_000, 0, later).length).toBeLessThanOrEqual(50);
    },
  );

  it("comes where they do, and says which are higher", () => {
    const found = differing(50, 3);
    expect(found.length).toBeGreaterThanOrEqual(35);
    expect(new Set(found.map(({ more }) => more))).toEqual(new Set(["b"]));
  });

  it("is a fair bet: each pair that differs doubles what one side had staked on it", () => {
    const pair = (a: number, b: number): GivenScore[] => [
      { arm: "a", score: a },
      { arm: "b", score: b },
    ];
    expect(evidenceOfHigher([...pair(3, 9), ...pair(5, 5), ...pair(2, 8)]).highest).toBeCloseTo(1.5, 10);
    expect(evidenceOfHigher([...pair(3, 9), ...pair(8, 2)]).highest).toBe(1);
  });
});
