import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fatesOf, ledgerOf, type ResolutionRow } from "../../src/digest/fates.ts";
import { rateOf, type SurveyRow } from "../../src/digest/response-rate.ts";
import { overallScore, sensitivityOf } from "../../src/digest/sensitivity.ts";
import { FATES, NOT_ASKED_REASONS } from "../../src/interaction/interaction.ts";
import { SURVEY_STATES } from "../../src/survey/survey.ts";
import { responseRateOf } from "./from-rows.ts";
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

  it("is that of those who were asked in the window, without questions taken back", () => {
    const survey = (state: SurveyRow["state"], askedAt: number | null, deliveredAt: number | null = askedAt) => ({
      state,
      askedAt,
      deliveredAt,
    });
    const surveys = [
      ...[
        survey("answered", 1000),
        survey("expired", 1999),
        survey("declined", 1500),
        survey("undeliverable", 1500, null),
      ],
      ...[survey("answered", 999), survey("answered", 2000), survey("cancelled", 1500), survey("scheduled", null)],
    ];
    const expected = { invited: 4, delivered: 3, answered: 1, rate: 1 / 3, provisional: false };
    expect(responseRateOf(surveys, WINDOW, 9000)).toEqual(expected);
  });

  it("is provisional while the window runs or a question is open", () => {
    const open = [{ state: "reminded", askedAt: 1500, deliveredAt: 1501 }] as const;
    expect(responseRateOf([], WINDOW, 1999).provisional).toBe(true);
    expect(responseRateOf([], WINDOW, 2000)).toMatchObject({ provisional: false, rate: null });
    expect(responseRateOf(open, WINDOW, 9000).provisional).toBe(true);
  });

  it("never counts more answers than deliveries, nor more deliveries than invitations", () => {
    const row = fc.record({
      state: fc.constantFrom(...SURVEY_STATES),
      askedAt: fc.option(fc.nat({ max: 3000 })),
      deliveredAt: fc.option(fc.nat({ max: 3000 })),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { invited, delivered, answered, rate } = responseRateOf(rows, WINDOW, 5000);
        expect(answered).toBeLessThanOrEqual(delivered);
        expect(delivered).toBeLessThanOrEqual(invited);
        expect(rate === null ? delivered === 0 : rate >= 0 && rate <= 1).toBe(true);
      }),
    );
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
});
