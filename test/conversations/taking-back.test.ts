import { describe, expect, it } from "vitest";
import { agent, conversation, createWorld, customer, MINUTE } from "../world.ts";

describe("a resolution taken back where it was made", () => {
  const takeBack = { kind: "reopened", conversation, by: agent, ifUnasked: true } as const;

  it("is undone while nobody has been asked, whether a question was planned or not", async () => {
    for (const text of ["I have corrected it.", null]) {
      const world = createWorld();
      await world.writes(customer, "My invoice is wrong.");
      if (text) await world.writes(agent, text);
      await world.resolves();
      await world.handle(takeBack);
      expect((await world.interaction()).state).toBe("open");
      await world.pass(10 * MINUTE);
      expect(await world.posts()).toHaveLength(0);
    }
  });

  it("stands once the question has been put", async () => {
    const world = createWorld();
    await world.asked();
    await world.handle(takeBack);
    expect((await world.interaction()).state).toBe("resolved");
    expect((await world.survey()).state).toBe("asked");
  });
});

describe("a place that was read", () => {
  it("is remembered as far as it was read last", async () => {
    const world = createWorld();
    for (const position of ["100.1", "100.2"])
      await world.handle({ kind: "place-read", place: "slack:T1:C1", position });
    expect(await world.store.list("cursor", {})).toMatchObject([{ id: "slack:T1:C1", position: "100.2" }]);
  });
});
