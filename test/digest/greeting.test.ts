import { describe, expect, it } from "vitest";
import { drawnAmong, type SilentTalk, sharedOut } from "../../src/digest/greeting.ts";

const agent = (name: string) => ({ address: `web:agent:${name}`, name });
const [ASH, BIRCH, CEDAR] = [agent("ash"), agent("birch"), agent("cedar")];

function talk(who: number, helped: readonly ReturnType<typeof agent>[] = [], at = who): SilentTalk {
  return { id: `r${who}-${at}`, interactionId: `i${who}`, customerId: `c${who}`, at, agents: helped };
}

const MANY = Array.from({ length: 40 }, (_, who) => talk(who));

describe("The draw of the silent", () => {
  it("is the same whatever the order, another with another seed, and one of each customer, the last", () => {
    const drawn = drawnAmong(MANY, 5, "2026-W46|UTC|a");
    expect(drawnAmong(MANY.toReversed(), 5, "2026-W46|UTC|a")).toEqual(drawn);
    expect(drawnAmong(MANY, 5, "2026-W47|UTC|a")).not.toEqual(drawn);
    expect(drawnAmong([talk(1, [], 1), talk(1, [], 9), talk(1, [], 5)], 5, "s").map(({ id }) => id)).toEqual(["r1-9"]);
  });

  it("is fair: over many seeds everybody comes up about as often", () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 800; seed += 1)
      for (const { customerId } of drawnAmong(MANY, 5, `week ${seed}`))
        counts.set(customerId, (counts.get(customerId) ?? 0) + 1);
    // 800 draws of 1 in 8: 100 each, standard deviation 9.4
    expect(Math.min(...MANY.map(({ customerId }) => counts.get(customerId) ?? 0))).toBeGreaterThan(60);
    expect(Math.max(...counts.values())).toBeLessThan(140);
  });

  it("is shared out evenly, not to who helped, unless there is nobody else", () => {
    const shared = sharedOut(MANY.slice(0, 9), [ASH, BIRCH, CEDAR], "s").map(({ agent: { name } }) => name);
    expect(["ash", "birch", "cedar"].map((name) => shared.filter((one) => one === name).length)).toEqual([3, 3, 3]);
    const helped = [1, 2, 3].map((who) => talk(who, [ASH]));
    expect(sharedOut(helped, [ASH, BIRCH], "s").every(({ agent: { name } }) => name === "birch")).toBe(true);
    expect(sharedOut(helped, [ASH], "s")).toHaveLength(3);
    expect(sharedOut(helped, [], "s")).toEqual([]);
  });
});
