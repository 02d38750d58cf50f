import { describe, expect, it } from "vitest";
import { createTicker } from "../src/clock.ts";
import { agent, createWorld, customer, DAY, HOUR, MINUTE } from "./world.ts";

describe("the clock", () => {
  it("does what was missed while nothing ran once, after it wakes", async () => {
    const world = createWorld();
    await world.writes(customer, "Hello?");
    await world.writes(agent, "Hello!");
    await world.resolves();
    await world.pass(2 * DAY, 2 * DAY);
    await world.pass(HOUR);
    expect((await world.posts()).filter(({ message }) => message.kind === "question")).toHaveLength(1);
    expect((await world.survey()).state).toBe("asked");
  });

  it("goes on with the rest when one thing that is due cannot be done", async () => {
    const world = createWorld();
    for (const number of [1, 2]) {
      const where = `web:chat:${number}`;
      await world.writes({ ...customer, address: `web:customer:${number}` }, "Hello?", where);
      await world.writes(agent, "Hello!", where);
      await world.resolves(agent, { where });
    }
    const [first] = await world.store.list("survey", {});
    world.sleep(10 * MINUTE);
    const broken = {
      ...world.bot,
      handle: (event: Parameters<typeof world.bot.handle>[0]) =>
        "subject" in event && event.subject === first?.id ? Promise.reject(new Error("boom")) : world.bot.handle(event),
    };
    const ticker = createTicker({
      store: world.allDesks,
      bot: broken,
      clock: { now: () => world.now() },
      log: world.log,
      owner: "a ticker",
    });
    expect(await ticker.tick()).toBe(1);
    expect((await world.store.list("survey", { where: { state: "asked" } })).length).toBe(1);
    expect(world.log.faults).toHaveLength(1);
  });

  it("finishes a tick under way before it stops", async () => {
    const world = createWorld();
    world.ticker.start();
    await world.ticker.stop();
    expect(world.log.faults).toEqual([]);
  });
});
