import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { wordOfMouthOf } from "../../src/digest/word-of-mouth.ts";
import type { Post } from "../../src/rows.ts";
import { conversation, countingIds, createWorld, customer, DAY, HOUR, settingsOf, type World } from "../world.ts";
import { away, lastIn, reachable, tap } from "./talk.ts";

const settings = settingsOf({ wordOfMouth: { checkAfter: "90d", ask: false } });
const isAsking = ({ message }: Post) => message.actions.some(({ name }) => name === "told-later");

async function promised(world: World, score = 9): Promise<string> {
  const { id } = await world.asked();
  await world.handle(tap(id, score));
  await world.settle();
  return id;
}

async function askings(world: World, lane = conversation): Promise<Post[]> {
  return (await world.posts(lane)).filter(isAsking);
}

const tells = (world: World, surveyId: string, tellings: readonly ("good" | "bad" | "none")[]) =>
  world.handle({ kind: "told", surveyId, by: customer, tellings, stage: "later" });

describe("A promise to recommend", () => {
  it("is asked about once, after its time, and takes one answer with its buttons down", async () => {
    const world = createWorld({ settings });
    const id = await promised(world);
    await world.pass(89 * DAY, DAY);
    expect(await askings(world)).toEqual([]);
    expect((await tells(world, id, ["good"])).refusal?.code).toBe("late");
    await world.pass(2 * DAY, HOUR);
    const [asking, ...more] = await askings(world);
    expect(more).toEqual([]);
    expect(asking?.message.text).not.toMatch(/9|promis/);
    expect(asking?.message.privateTo).toBeUndefined();
    await tells(world, id, ["good", "bad"]);
    await tells(world, id, ["good", "bad"]);
    await world.settle();
    const closed = (await world.posts()).filter(({ message }) => message.replaces === asking?.id);
    expect(closed.map(({ message }) => message.actions)).toEqual([[]]);
    expect((await lastIn(world)).privateTo).toBe(customer.address);
    const rows = await world.store.list("telling", {});
    expect(rows.map(({ stage, kind }) => [stage, kind])).toEqual([
      ["later", "bad"],
      ["later", "good"],
    ]);
    await world.pass(120 * DAY, DAY);
    expect(await askings(world)).toHaveLength(1);
    const window = { from: 0, to: world.now() };
    expect((await world.store.countWordOfMouth(window)).promised).toEqual({
      asked: 1,
      answered: 1,
      kept: 1,
      warned: 1,
    });
  });

  it("outlives a stop of the program, and waits for the end of quiet hours", async () => {
    const store = createMemoryStore();
    const first = createWorld({ settings, store });
    await promised(first);
    const [promise] = await first.store.list("promise", {});
    const night = Math.ceil((promise?.dueAt ?? 0) / DAY) * DAY + 23 * HOUR;
    const second = createWorld({
      settings,
      store,
      start: night,
      ids: {
        ...countingIds(),
        next: (
          (n) => () =>
            `z${n++}`
        )(100),
      },
    });
    await second.settle();
    expect(await askings(second)).toEqual([]);
    await second.pass(12 * HOUR, HOUR);
    expect(await askings(second)).toHaveLength(1);
  });

  it.each<[string, (world: World, id: string) => Promise<unknown>]>([
    [
      "the customer never wants to be asked",
      (world) => world.handle({ kind: "asking-changed", by: customer, ask: false }),
    ],
    ["the answer is another one now", (world, id) => world.handle(tap(id, 6))],
    [
      "the answer was taken back",
      (world, id) => world.handle({ kind: "answer-withdrawn", surveyId: id, by: customer, isSure: true }),
    ],
  ])("is let go where %s", async (_, change) => {
    const world = createWorld({ settings });
    const id = await promised(world);
    await change(world, id);
    await world.pass(100 * DAY, DAY);
    expect(await askings(world)).toEqual([]);
    expect(await world.store.list("promise", { atLeast: { dueAt: 0 } })).toEqual([]);
  });

  it("is not asked about where the desk does not look back, nor of anybody but a promoter", async () => {
    for (const [world, score] of [
      [createWorld(), 10],
      [createWorld({ settings }), 8],
    ] as const) {
      await promised(world, score);
      expect(await world.store.list("promise", {})).toEqual([]);
    }
  });

  it("does not leave once its customer has opted out, and was then not asked about", async () => {
    const world = createWorld({ settings });
    await promised(world);
    await world.pass(89 * DAY, DAY);
    world.chat.answer = away;
    await world.pass(2 * DAY, 12 * HOUR);
    await world.handle({ kind: "asking-changed", by: customer, ask: false });
    world.chat.answer = reachable;
    await world.pass(DAY, HOUR);
    expect((await askings(world)).map(({ state }) => state)).toEqual(["withdrawn"]);
    expect((await world.store.list("promise", {}))[0]).toMatchObject({ askedAt: null, dueAt: null });
  });
});

describe("Word of mouth", () => {
  const row = { version: 1, responseId: "r", people: null, stage: "now", at: 5 } as const;
  const told = (id: string, customerId: string, kind: "good" | "bad" | "none", more = {}) => ({
    ...row,
    id,
    customerId,
    kind,
    ...more,
  });

  it("counts a customer once for each side, and at least the people they named", () => {
    const tellings = [
      told("1", "a", "good", { people: "3-5" }),
      told("2", "a", "good", { people: "more" }),
      told("3", "a", "bad"),
      told("4", "b", "none"),
      told("5", "c", "good", { at: 15 }),
      told("6", "d", "good", { stage: "later" }),
    ];
    expect(wordOfMouthOf({ tellings, promises: [] }, { from: 0, to: 10 })).toEqual({
      ...{ good: 1, bad: 1, none: 1, ears: { good: 14, bad: 1 }, sent: { yes: 0, no: 0 } },
      promised: { asked: 0, answered: 1, kept: 1, warned: 0 },
    });
  });
});
