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
    await ticker.tick();
    expect(world.log.faults).toHaveLength(1);
  });

  it("tells once that a disk takes nothing, and once that it does again, whatever is due and however often it is tried", async () => {
    const world = createWorld();
    for (const number of [1, 2, 3]) {
      const where = `web:chat:${number}`;
      await world.writes({ ...customer, address: `web:customer:${number}` }, "Hello?", where);
      await world.writes(agent, "Hello!", where);
      await world.resolves(agent, { where });
    }
    world.sleep(10 * MINUTE);
    let isFull = true;
    const full = () => Promise.reject(new Error("database or disk is full"));
    const said: { readonly message: string; readonly facts: Record<string, unknown> | undefined }[] = [];
    const say = (message: string, facts?: Record<string, unknown>) => void said.push({ message, facts });
    const ticker = createTicker({
      store: world.allDesks,
      bot: { ...world.bot, handle: (event) => (isFull ? full() : world.bot.handle(event)) },
      clock: { now: () => world.now() },
      log: { info: say, warn: say, fault: say },
      owner: "a ticker",
    });
    for (let tries = 0; tries < 4; tries += 1) await ticker.tick();
    const error = "Error: database or disk is full";
    expect(said).toMatchObject([{ message: expect.stringContaining("could not be done"), facts: { error } }]);
    isFull = false;
    await ticker.tick();
    await ticker.tick();
    expect(said.slice(1)).toMatchObject([{ message: "What was due is done again", facts: { error } }]);
    expect(said[1]?.facts).toMatchObject({ works: expect.any(Number), tries: Number(said[1]?.facts?.works) * 4 });
    expect(Number(said[1]?.facts?.works)).toBeGreaterThanOrEqual(3);
  });

  it("finishes a tick under way before it stops", async () => {
    const world = createWorld();
    world.ticker.start();
    await world.ticker.stop();
    expect(world.log.faults).toEqual([]);
  });
});
