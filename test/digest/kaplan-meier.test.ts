import { describe, expect, it } from "vitest";
import { survivalAt } from "../../src/digest/kaplan-meier.ts";

/** Weeks in remission of the maintained group of R's `survival::aml`; a minus: still well when last seen. */
const AML = [9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161].map((weeks) => ({
  time: Math.abs(weeks),
  isEvent: weeks > 0,
  count: 1,
}));

/** `survfit(Surv(time, status) ~ 1, conf.type = "log-log")`: time, at risk, S, its error, limits. */
const TABLE = [
  [9, 11, 0.9091, 0.0867, 0.5080802057699296, 0.9866738226678231],
  [13, 10, 0.8182, 0.1163, 0.44742861468218115, 0.9511622285824917],
  [18, 8, 0.7159, 0.1397, 0.3501903859079383, 0.8990239741910534],
  [23, 7, 0.6136, 0.1526, 0.26575204000128605, 0.8352992432502215],
  [31, 5, 0.4909, 0.1642, 0.16733090977685078, 0.7533997903708114],
  [34, 4, 0.3682, 0.1627, 0.09282957493698518, 0.6570408323981639],
  [48, 2, 0.1841, 0.1535, 0.01173848012318958, 0.5250148427266416],
] as const;

describe("Kaplan and Meier's curve", () => {
  it.each(TABLE)("is R's at week %i", (time, atRisk, share, error, low, high) => {
    const at = survivalAt(AML, time);
    expect(at.atRisk).toBe(atRisk);
    expect(at.share).toBeCloseTo(share, 4);
    expect(at.error).toBeCloseTo(error, 4);
    expect(at.interval95?.[0]).toBeCloseTo(low, 9);
    expect(at.interval95?.[1]).toBeCloseTo(high, 9);
  });

  it("is a share of all where nobody leaves before, derived by hand, however they are grouped", () => {
    const ten = [
      { time: 2, isEvent: true, count: 3 },
      { time: 5, isEvent: true, count: 1 },
      { time: 9, isEvent: false, count: 6 },
    ];
    const { share, error, atRisk } = survivalAt(ten, 5);
    expect(share).toBeCloseTo(0.6, 12);
    expect(error).toBeCloseTo(Math.sqrt((0.6 * 0.4) / 10), 12);
    expect(atRisk).toBe(7);
  });

  it("has no limits where it happened to nobody, or to everybody", () => {
    const two = [{ time: 3, isEvent: true, count: 2 }];
    expect(survivalAt(two, 2)).toEqual({ share: 1, error: 0, interval95: null, atRisk: 2 });
    expect(survivalAt(two, 3)).toEqual({ share: 0, error: 0, interval95: null, atRisk: 2 });
    expect(survivalAt([], 3)).toEqual({ share: 1, error: 0, interval95: null, atRisk: 0 });
  });
});
