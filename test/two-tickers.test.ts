import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../adapters/database/memory.ts";
import { createTicker } from "../src/clock.ts";
import type { InboundEvent } from "../src/events.ts";
import { LEASE_MS } from "../src/outbox/lease.ts";
import type { Reader, Store } from "../src/ports.ts";
import { createDigestWorld, type DigestWorld } from "./conversations/digest-world.ts";
import { SHARED_STORES } from "./database/shared-stores.ts";
import { DAY, HOUR, settingsOf } from "./world.ts";

/** The store, and how often a digest was counted from it; counting takes a while. */
function counted(store: Store) {
  const count = { gatherings: 0 };
  const at: Store["at"] = (desk) => {
    const reader = store.at(desk);
    const countOutcomes: Reader["countOutcomes"] = async (window, now) => {
      count.gatherings += 1;
      await pause(30);
      return reader.countOutcomes(window, now);
    };
    return { ...reader, countOutcomes };
  };
  return { store: { ...store, at }, count };
}

/** Two programs on one store, a week after somebody answered: their digest is due. */
async function twoOnMonday(open: () => Promise<readonly [Store, Store]>) {
  const [a, b] = (await open()).map(counted);
  if (!a || !b) throw new Error("There are two stores");
  const first = createDigestWorld({ store: a.store });
  for (const score of [10, 9, 2]) await first.visit({ score });
  first.sleep(7 * DAY - HOUR);
  const second = createDigestWorld({ store: b.store, start: first.now(), ids: first.ids });
  return { first, second, gatherings: () => a.count.gatherings + b.count.gatherings };
}

const heldByA = ({ store }: DigestWorld) => store.list("work", { where: { leaseOwner: "A" } });

/** The first program's clock on a bot whose counting of digests ends as `ends` says. */
function tickerThat(world: DigestWorld, ends: () => Promise<never>) {
  const { allDesks: store, bot, log } = world;
  const handle = (event: InboundEvent) => (event.kind === "digest-due" ? ends() : bot.handle(event));
  const clock = { now: world.now };
  return createTicker({ store, log, clock, owner: "A", bot: { ...bot, handle } });
}

describe.each(SHARED_STORES)("two clocks that come round at once on one store %s", (_, open) => {
  it("have the digest counted by one of them, and posted once", async () => {
    const { first, second, gatherings } = await twoOnMonday(open);
    for (let turns = 0; turns < 3; turns += 1) {
      await Promise.all([first.ticker.tick(), second.ticker.tick()]);
    }
    expect(gatherings()).toBe(1);
    expect(await second.digests()).toHaveLength(1);
    expect(await second.digestPosts()).toHaveLength(1);
    expect(await second.store.list("work", { atLeast: { leaseUntil: 0 } })).toEqual([]);
    expect([...first.log.faults, ...second.log.faults]).toEqual([]);
  });

  it("have a correction counted by one of them, and told once", async () => {
    const { first, second, gatherings } = await twoOnMonday(open);
    await first.settle();
    const [answer] = await first.store.list("response", { where: { score: 2 } });
    await first.handle({
      ...{ kind: "answer-excluded", responseId: answer?.id ?? "", reason: "A test" },
      by: { address: "web:agent:ash", role: "lead", name: "Ash" },
    });
    await Promise.all([first.ticker.tick(), second.ticker.tick()]);
    await Promise.all([first.ticker.tick(), second.ticker.tick()]);
    expect(gatherings()).toBe(2);
    expect(await second.digests()).toMatchObject([{ revision: 2, dueAt: null }]);
  });

  it("ask everybody once and remind everybody once", async () => {
    const [a, b] = await open();
    const settings = settingsOf({ ask: { delay: "30m", quietHours: "", expireAfter: "3d" } });
    const first = createDigestWorld({ store: a, settings });
    for (let visits = 0; visits < 20; visits += 1) await first.visit({ score: null });
    const second = createDigestWorld({ store: b, settings, start: first.now(), ids: first.ids });
    expect(first.chat.posted).toEqual([]);
    for (let hours = 0; hours < 4 * 24; hours += 1) {
      for (const world of [first, second]) world.sleep(HOUR);
      await Promise.all([first.ticker.tick(), second.ticker.tick()]);
      await Promise.all([first.dispatcher.drain(), second.dispatcher.drain()]);
    }
    const said = [...first.chat.posted, ...second.chat.posted].map(({ post }) => `${post.message.kind} ${post.lane}`);
    expect(said.filter((what) => what.startsWith("question"))).toHaveLength(20);
    expect(new Set(said).size).toBe(said.length);
    expect((await second.store.list("survey", {})).map(({ state }) => state)).toEqual(Array(20).fill("expired"));
  });
});

describe("a digest that a program was counting when it stopped", () => {
  const open = async () => {
    const store = createMemoryStore();
    return [store, store] as const;
  };
  const stopped = () => new Promise<never>(() => {});

  it("is left to it until its lease has run out, and then counted by another", async () => {
    const { first, second } = await twoOnMonday(open);
    void tickerThat(first, stopped).tick();
    await expect.poll(() => heldByA(first)).toHaveLength(1);
    second.sleep(LEASE_MS - 1);
    await second.ticker.tick();
    expect(await second.digests()).toEqual([]);
    second.sleep(1);
    await second.ticker.tick();
    expect(await second.digests()).toHaveLength(1);
  });

  it("is counted at once where that program is known to be gone", async () => {
    const { first, second } = await twoOnMonday(open);
    void tickerThat(first, stopped).tick();
    await expect.poll(() => heldByA(first)).toHaveLength(1);
    await second.handle({ kind: "holders-gone" });
    await second.ticker.tick();
    expect(await second.digests()).toHaveLength(1);
  });

  it("is let go of where it could not be counted", async () => {
    const { first, second } = await twoOnMonday(open);
    await tickerThat(first, () => Promise.reject(new Error("the disk is full"))).tick();
    expect(first.log.faults).toHaveLength(1);
    await second.ticker.tick();
    expect(await second.digests()).toHaveLength(1);
  });

  it("stays with one that is slow, however long it takes", async () => {
    const { first, second } = await twoOnMonday(open);
    const { allDesks: store, bot, log } = first;
    const leaseMs = 30;
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const handle = async (event: InboundEvent) => {
      if (event.kind === "digest-due") await held;
      return bot.handle(event);
    };
    const clock = { now: first.now };
    const slow = createTicker({ store, log, clock, owner: "A", leaseMs, bot: { ...bot, handle } });
    const ticked = slow.tick();
    for (let steps = 0; steps < 5; steps += 1) {
      const renewed = first.now() + leaseMs;
      const until = async () => (await heldByA(first))[0]?.leaseUntil;
      await expect.poll(until, { interval: 5 }).toBe(renewed);
      for (const world of [first, second]) world.sleep(leaseMs - 1);
      await second.ticker.tick();
      expect(await second.digests()).toEqual([]);
    }
    goOn();
    await ticked;
    expect(await second.digests()).toHaveLength(1);
  });
});
