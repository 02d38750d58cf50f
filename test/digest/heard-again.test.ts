import { describe, expect, it } from "vitest";
import { countHeardAgain, heardAgainOf, minutesFollowed } from "../../src/digest/heard-again.ts";
import type { Interaction, Resolution } from "../../src/interaction/interaction.ts";
import { sampleRows } from "../database/sample-rows.ts";
import { DAY } from "../world.ts";

const UNTIL = 400 * DAY;

/** A conversation of the customer, resolved on that day with that fate. */
function talk(customerId: string, day: number, fate: Resolution["fate"], more: Partial<Resolution> = {}) {
  const id = `${customerId}-${day}`;
  const { interaction, resolution } = sampleRows(id);
  const of = { customerId, interactionId: id };
  return {
    interaction: { ...interaction, id, customerId, openedAt: day * DAY - 1, openedBy: "customer" } as Interaction,
    resolution: { ...resolution, ...of, at: day * DAY, fate, fateReason: null, ...more } as Resolution,
  };
}

function heard(talks: readonly ReturnType<typeof talk>[], more: readonly Interaction[] = []) {
  const rows = {
    resolutions: talks.map(({ resolution }) => resolution),
    interactions: [...talks.map(({ interaction }) => interaction), ...more],
  };
  return countHeardAgain(rows, UNTIL);
}

describe("Who was heard from again", () => {
  it("counts the days until the next conversation, and of everybody else the days they were watched", () => {
    const counts = heard([talk("a", 100, "silent"), talk("a", 110, "answered"), talk("b", 390, "silent")]);
    expect(counts.toSorted((one, other) => one.days - other.days)).toEqual([
      { fate: "silent", days: 10, isHeard: true, count: 1 },
      { fate: "silent", days: 10, isHeard: false, count: 1 },
      { fate: "answered", days: 181, isHeard: false, count: 1 },
    ]);
  });

  it("counts a conversation that was resolved again, or is open again, and not what the team began", () => {
    const again = talk("a", 100, "silent");
    const once = { ...again, resolution: { ...again.resolution, number: 1 } };
    const twice = { ...again, resolution: { ...again.resolution, id: "2", number: 2, at: 120 * DAY, fate: "waiting" } };
    expect(heard([once, twice as typeof once])).toEqual([{ fate: "silent", days: 20, isHeard: true, count: 1 }]);
    const open = talk("b", 100, "declined");
    const reopened: Interaction = { ...open.interaction, state: "open", lastActivityAt: 103 * DAY };
    expect(heard([{ ...open, interaction: reopened }])).toMatchObject([{ days: 3, isHeard: true }]);
    const begun: Interaction = { ...talk("c", 120, "silent").interaction, openedBy: "team" };
    expect(heard([talk("c", 100, "silent")], [begun])).toMatchObject([{ days: 181, isHeard: false }]);
  });

  it("leaves out who waits, what was brought in, what reopened before the question, and what is longer ago than a year", () => {
    const out = [
      talk("a", 100, "waiting"),
      talk("b", 100, "answered", { imported: true }),
      talk("c", 100, "not-asked", { fateReason: "reopened" }),
      talk("d", 34, "silent"),
    ];
    expect(heard(out)).toEqual([]);
  });

  it("shows it where the silent stay away twice as often: of 40 each 10 and 20 come back on the tenth day", () => {
    const both = (["silent", "answered"] as const).flatMap((fate, index) =>
      Array.from({ length: 40 }, (_, who) => ({ fate, who: `${fate}-${who}`, isBack: who < 10 * (index + 1) })),
    );
    const talks = both.flatMap(({ fate, who, isBack }) => [
      talk(who, 100, fate),
      ...(isBack ? [talk(who, 110, "not-asked")] : []),
    ]);
    const figures = heardAgainOf(heard(talks), 5);
    const of = (fate: string) => figures.find((one) => one.fate === fate);
    expect(of("answered")).toMatchObject({ customers: 40, within: [{ days: 30, share: 0.5, atRisk: 20 }, {}, {}] });
    expect(of("silent")).toMatchObject({ customers: 40, within: [{ days: 30, share: 0.25, atRisk: 30 }, {}, {}] });
    // S = 0.75, var log S = 10 / (40 * 30): S^exp(-+1.96 * sqrt(1/120) / |ln 0.75|)
    const factor = Math.exp((1.959963984540054 * Math.sqrt(1 / 120)) / Math.log(4 / 3));
    expect(of("silent")?.within[0]?.interval95?.[0]).toBeCloseTo(1 - 0.75 ** (1 / factor), 3);
    expect(of("silent")?.within[0]?.interval95?.[1]).toBeCloseTo(1 - 0.75 ** factor, 3);
  });

  it("tells no share of too few, nor for longer than anybody was watched", () => {
    const few = [{ fate: "silent", days: 20, isHeard: false, count: 4 }] as const;
    expect(heardAgainOf(few, 5)).toMatchObject([{ customers: 4, within: [{ share: null }, { share: null }, {}] }]);
    const young = [{ fate: "silent", days: 60, isHeard: false, count: 9 }] as const;
    expect(heardAgainOf(young, 5)[0]?.within.map(({ share }) => share)).toEqual([0, null, null]);
  });

  it("follows some minutes of very many conversations, spread over two weeks", () => {
    expect([0, 10_000, 10_001, 1_000_000].map(minutesFollowed)).toEqual([1_009, 1_009, 1_008, 10]);
    const { resolution } = talk("a", 300, "silent");
    const resolutions = Array.from({ length: 20_160 }, (_, minute) => {
      const id = String(minute);
      return { ...resolution, id, customerId: id, interactionId: id, at: 300 * DAY + minute * 60_000 };
    });
    const counts = countHeardAgain({ resolutions, interactions: [] }, UNTIL);
    const followed = counts.reduce((sum, { count }) => sum + count, 0);
    expect(followed).toBeGreaterThan(9_700);
    expect(followed).toBeLessThan(10_300);
  });
});
