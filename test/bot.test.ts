import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../adapters/database/memory.ts";
import type { Store } from "../src/ports.ts";
import { agent, conversation, createWorld, customer } from "./world.ts";

/** A store on which somebody else's save comes first, a number of times. */
function contested(times: number): Store {
  const store = createMemoryStore();
  let left = times;
  return {
    ...store,
    save: async (...given) => (left-- > 0 ? "stale" : store.save(...given)),
  };
}

describe("the bot", () => {
  it("decides again when a row has moved since it was read", async () => {
    const world = createWorld({ store: contested(3) });
    expect(await world.writes(customer, "Hello?")).toEqual({ status: "saved" });
    expect(await world.store.list("entry", {})).toHaveLength(1);
  });

  it("gives an event back rather than losing it quietly when rows never rest", async () => {
    const world = createWorld({ store: contested(Number.POSITIVE_INFINITY) });
    await expect(world.writes(customer, "Hello?")).rejects.toThrow();
    expect(world.log.faults).toHaveLength(1);
  });

  it("rejects when the event could not be saved, so that nobody acknowledges it", async () => {
    const store = createMemoryStore();
    const world = createWorld({ store: { ...store, save: () => Promise.reject(new Error("disk full")) } });
    await expect(world.writes(customer, "Hello?")).rejects.toThrow("disk full");
  });

  it("loses nothing when many write at once", async () => {
    const world = createWorld();
    await world.writes(customer, "0");
    await Promise.all(
      Array.from({ length: 15 }, (_, index) => world.writes(index % 2 ? agent : customer, String(index))),
    );
    const entries = await world.store.list("entry", { orderBy: "position" });
    expect(entries.map(({ position }) => position)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    expect(await world.interaction()).toMatchObject({ customerMessages: 9, agentMessages: 7, entryCount: 16 });
  });

  it("takes what nobody understands for a value", async () => {
    const world = createWorld();
    expect(await world.handle({ kind: "unsupported", what: "a sticker" })).toEqual({ status: "saved" });
  });

  it("answers a repeated idempotency key as seen, and another request under it as a conflict", async () => {
    const world = createWorld();
    const opened = (fingerprint: string) =>
      world.handle({ kind: "opened", conversation, customer, by: "customer", receipt: { id: "key-1", fingerprint } });
    expect(await opened("a")).toEqual({ status: "saved" });
    expect(await opened("a")).toEqual({ status: "seen" });
    expect((await opened("b")).refusal?.code).toBe("conflict");
  });

  it("tells listeners what changed, until they stop listening", async () => {
    const world = createWorld();
    const tables: string[][] = [];
    const stop = world.bot.onSaved((changes) => tables.push(changes.map(({ table }) => table)));
    await world.writes(customer, "Hello?");
    stop();
    await world.writes(customer, "Anybody?");
    expect(tables).toHaveLength(1);
    expect(tables[0]?.toSorted()).toEqual(["amendment", "customer", "entry", "identity", "interaction"]);
  });
});
