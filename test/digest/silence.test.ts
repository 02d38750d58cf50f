import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fatesOf, ledgerOf, type ResolutionRow } from "../../src/digest/fates.ts";
import { rateOf, responseRateOf } from "../../src/digest/response-rate.ts";
import { overallScore, sensitivityOf, turningOf } from "../../src/digest/sensitivity.ts";
import type { Counts } from "../../src/digest/tally.ts";
import { FATES, NOT_ASKED_REASONS } from "../../src/interaction/interaction.ts";
import { vectors } from "./vectors.ts";

const WINDOW = { from: 1000, to: 2000 };

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

describe("The ledger of fates", () => {
  it("names every fate, and the reasons in the order of their names", () => {
    const row = (fate: ResolutionRow["fate"], fateReason: string | null = null) => ({ at: 1, fate, fateReason });
    const rows = [
      ...[row("answered"), row("silent"), row("silent"), row("declined"), row("waiting")],
      ...[row("not-asked", "too-short"), row("not-asked", "cooldown"), row("not-asked", "cooldown")],
      ...[row("undeliverable", "dm-closed"), row("undeliverable", "__proto__"), row("undeliverable")],
    ];
    const fates = fatesOf(rows);
    expect(fates).toMatchObject({ resolved: 11, answered: 1, silent: 2, declined: 1, waiting: 1 });
    expect(Object.entries(fates.notAsked)).toEqual([
      ["cooldown", 2],
      ["too-short", 1],
    ]);
    expect(Object.entries(fates.undeliverable)).toEqual([
      ["__proto__", 1],
      ["dm-closed", 1],
      ["unknown", 1],
    ]);
  });

  it("always sums to what was resolved", () => {
    const row = fc.record({
      at: fc.nat(),
      fate: fc.constantFrom(...FATES),
      fateReason: fc.oneof(fc.constantFrom(null, ...NOT_ASKED_REASONS), fc.string()),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { resolved, answered, silent, declined, waiting, undeliverable, notAsked } = fatesOf(rows);
        expect(answered + silent + declined + waiting + total(undeliverable) + total(notAsked)).toBe(resolved);
        expect(resolved).toBe(rows.length);
      }),
    );
  });
});

describe("The ledger of a window", () => {
  const row = (at: number, fate: ResolutionRow["fate"], imported = false) => ({ at, fate, fateReason: null, imported });

  it("counts what was brought in apart from the fates, for nobody knows who was silent there", () => {
    const rows = [row(1000, "answered"), row(1999, "silent"), row(1500, "answered", true)];
    const others = [row(999, "answered", true), row(2000, "silent")];
    expect(ledgerOf([...rows, ...others], [], WINDOW)).toEqual({
      fates: fatesOf(rows.slice(0, 2)),
      imported: 1,
      mayStillAnswer: 0,
    });
  });

  it("knows of the waiting whom the question has reached", () => {
    const surveys = [
      { state: "asked", askedAt: 1500, deliveredAt: 1501 },
      { state: "reminded", askedAt: 1500, deliveredAt: 1501 },
      { state: "asked", askedAt: 1500, deliveredAt: null },
      { state: "scheduled", askedAt: null, deliveredAt: null },
    ] as const;
    expect(ledgerOf([row(1500, "waiting")], surveys, WINDOW).mayStillAnswer).toBe(2);
  });
});

describe("The response rate", () => {
  it("agrees with the sixth of the AAPOR rates", () => {
    for (const { counts, RR6 } of vectors.responseRates) {
      const answered = counts.I + counts.P;
      expect(rateOf(answered, answered + counts.R + counts.NC + counts.O)).toBeCloseTo(RR6, 9);
    }
    expect(rateOf(0, 0)).toBeNull();
  });

  it("is that of the ledger: of the conversations whose question reached somebody, those answered", () => {
    const row = (fate: ResolutionRow["fate"], fateReason: string | null = null) => ({ at: 1500, fate, fateReason });
    const rows = [
      ...[row("answered"), row("answered"), row("silent"), row("declined"), row("waiting"), row("waiting")],
      ...[row("undeliverable", "dm-closed"), row("not-asked", "cooldown")],
    ];
    const reached = [{ state: "asked", askedAt: 1500, deliveredAt: 1501 }] as const;
    const ledger = ledgerOf(rows, reached, WINDOW);
    const rate = { invited: 6, delivered: 5, answered: 2, rate: 2 / 5 };
    expect(responseRateOf(ledger, WINDOW, 9000)).toEqual({ ...rate, provisional: true });
    const over = ledgerOf(rows.slice(0, 4), [], WINDOW);
    expect(responseRateOf(over, WINDOW, 1999).provisional).toBe(true);
    expect(responseRateOf(over, WINDOW, 2000)).toMatchObject({ delivered: 4, provisional: false });
    expect(responseRateOf(ledgerOf([], [], WINDOW), WINDOW, 2000)).toMatchObject({ rate: null, provisional: false });
  });
});

describe("The sensitivity", () => {
  it("agrees with the bounds of the vectors and what they assume", () => {
    for (const { responseRate, npsRespondents, worstCase, bestCase, ...vector } of vectors.nonresponseBounds) {
      const overall = (silent: number) => overallScore(responseRate, npsRespondents ?? 0, silent);
      expect(overall(-100)).toBeCloseTo(worstCase, 9);
      expect(overall(100)).toBeCloseTo(bestCase, 9);
      for (const [silent, expected] of Object.entries(vector.overallIfNonrespondentNpsIs ?? {}))
        expect(overall(Number(silent))).toBeCloseTo(expected, 9);
    }
  });

  it("is that of the contract for a score of 20 from 25 of 99", () => {
    expect(sensitivityOf(20, 25 / 99)).toEqual([{ silentDifferBy: -20, overall: 5.05 }]);
  });

  it("takes nobody to be beyond the scale, and says nothing without a score or a rate", () => {
    expect(sensitivityOf(-95, 0.5, [-20, 0])).toEqual([
      { silentDifferBy: -20, overall: -97.5 },
      { silentDifferBy: 0, overall: -95 },
    ]);
    expect([sensitivityOf(null, 0.5), sensitivityOf(20, null)]).toEqual([[], []]);
  });

  it("says which score of the silent would turn everybody's, or that none could", () => {
    const score = { promoters: 12, passives: 6, detractors: 7 };
    const turned = (counts: Counts, answered: number, delivered: number) => turningOf(counts, { answered, delivered });
    expect(turned(score, 25, 99)).toEqual({ isAbove: true, silentAt: -7 });
    expect([overallScore(25 / 99, 20, -7) <= 0, overallScore(25 / 99, 20, -6) > 0]).toEqual([true, true]);
    const low = { promoters: 7, passives: 6, detractors: 12 };
    expect(turned(low, 25, 99)).toEqual({ isAbove: false, silentAt: 7 });
    expect(turned(score, 90, 99)).toEqual({ isAbove: true, silentAt: null });
    expect(turned(score, 99, 99)).toEqual({ isAbove: true, silentAt: null });
    expect(turned(low, 0, 99)).toEqual({ isAbove: false, silentAt: 0 });
    expect([turned({ promoters: 3, passives: 1, detractors: 3 }, 7, 9), turned(score, 0, 0)]).toEqual([null, null]);
    expect(turningOf(null, { answered: 3, delivered: 9 })).toBeNull();
  });
});
