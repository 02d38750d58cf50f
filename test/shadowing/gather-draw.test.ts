import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { drawnOf, slotsOf } from "../../src/shadowing/drawing.ts";
import { type DrawFrame, gatherDraw } from "../../src/shadowing/gather-draw.ts";
import { openStore, temporaryFolder } from "../database/open-store.ts";
import { createWorld, DAY, HOUR, type World } from "../world.ts";
import { contextOf, executive, mixed, type Told, tell } from "./talks.ts";

const frameOf = (world: World, seed: string, more: Partial<DrawFrame> = {}): DrawFrame => ({
  ...{ who: executive, count: 3, filter: null, seed, at: world.now(), ...more },
});

async function worldWith(told: (now: number) => readonly Told[]): Promise<World> {
  const world = createWorld();
  await tell(world, told(world.now()));
  return world;
}

const draw = (world: World, seed: string, more: Partial<DrawFrame> = {}) =>
  gatherDraw(contextOf(world), frameOf(world, seed, more));

describe("A mixed draw", () => {
  it("has one detractor, one who said nothing and one promoter, the rest at random, in an order of chance", () => {
    const firsts = new Set<string | undefined>();
    for (let seed = 0; seed < 40; seed += 1) {
      const slots = slotsOf(5, String(seed));
      expect(slots.toSorted()).toEqual(["detractor", "promoter", "random", "random", "silent"]);
      firsts.add(slots[0]);
    }
    expect(firsts.size).toBe(4);
    expect(new Set(slotsOf(2, "x")).size).toBe(2);
  });

  it("is the same with the same seed, another with another, and over seeds reaches every conversation", async () => {
    const world = await worldWith((now) => mixed(14, now - DAY));
    const drawn = new Set<string>();
    const first = await draw(world, "a");
    expect(await draw(world, "a")).toEqual(first);
    for (let seed = 0; seed < 12; seed += 1)
      for (const { interactionId } of (await draw(world, String(seed), { count: 5 })).talks) drawn.add(interactionId);
    expect(drawn.size).toBe(14);
  });

  it("says what is lacking and puts nothing in its place", async () => {
    const world = await worldWith((now) => mixed(21, now - DAY).filter(({ score }) => score === null || score > 8));
    const { talks, lacking } = await draw(world, "a");
    expect(talks.map(({ drawnAs }) => drawnAs).toSorted()).toEqual(["promoter", "silent"]);
    expect(lacking).toEqual(["detractor"]);
  });

  it("goes over products and agents", () => {
    const talk = (interactionId: string, product: string, agent: string) => ({
      ...{ interactionId, resolutionId: "r", responseId: null, customerId: interactionId, product, agent },
    });
    const drawn = [talk("1", "app", "ash")];
    const others = [talk("2", "app", "ash"), talk("3", "app", "oak"), talk("4", "billing", "oak")];
    for (const seed of "abcdefgh") expect(drawnOf(others, drawn, seed)?.interactionId).toBe("4");
    expect(drawnOf([], drawn, "a")).toBeNull();
  });

  it.each<[string, (told: Told) => Partial<Told>]>([
    ["of a customer who would rather not be read", () => ({ readOptOutAt: 1 })],
    ["of somebody of the team", () => ({ teamMember: true })],
    ["that was brought in from elsewhere", () => ({ imported: true })],
    ["in which the reader took part", () => ({ agent: executive.address })],
    ["of more than ninety days ago", ({ at }) => ({ at: at - 100 * DAY })],
  ])("never has a conversation %s", async (_, but) => {
    const world = await worldWith((now) => mixed(14, now - DAY).map((told) => ({ ...told, ...but(told) })));
    expect((await draw(world, "a")).talks).toEqual([]);
  });

  it("never has one that this person was given before, nor one that is open again", async () => {
    const world = await worldWith((now) => mixed(7, now - DAY));
    const seen = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      await world.handle({
        kind: "sitting-wanted",
        by: executive,
        count: 3,
        filter: round > 1 ? { product: "app" } : {},
      });
      for (const item of await world.store.list("appointment", { where: { state: "offered" } }))
        await world.allDesks.save(DEFAULT_DESK, { id: null, at: 0 }, [
          { table: "appointment", row: { ...item, state: "missed", dueAt: null } },
        ]);
    }
    const given = await world.store.list("sitting", {});
    for (const { interactionId } of given) seen.add(interactionId);
    expect([given.length, seen.size]).toEqual([given.length, given.length]);
    const left = (await world.store.list("interaction", {})).filter(({ id }) => !seen.has(id));
    for (const { conversation } of left)
      await world.handle({ kind: "reopened", conversation, by: { address: "web:agent:fir", role: "admin" } });
    expect((await draw(world, "z", { count: 7 })).talks).toEqual([]);
  });

  it("has what a filter leaves, of any kind", async () => {
    const world = await worldWith((now) => mixed(28, now - DAY));
    const filtered = async (filter: DrawFrame["filter"]) => {
      const { talks } = await draw(world, "f", { filter, count: 10 });
      const answers = await world.store.list("response", {});
      return talks.map((talk) => [talk.product, answers.find(({ id }) => id === talk.responseId)?.band ?? "silent"]);
    };
    expect(new Set((await filtered({ product: "billing" })).map(([product]) => product))).toEqual(new Set(["billing"]));
    expect(new Set((await filtered({ band: "passive" })).map(([, band]) => band))).toEqual(new Set(["passive"]));
    expect(new Set((await filtered({ band: "silent" })).map(([, band]) => band))).toEqual(new Set(["silent"]));
    expect(await filtered({ week: "2026-W40" })).toEqual([]);
    expect((await filtered({ week: "2026-W46" })).length).toBe(10);
    expect(await filtered({ theme: "no-such-theme" })).toEqual([]);
    expect((await filtered({ theme: "speed", band: "detractor" })).every(([, band]) => band === "detractor")).toBe(
      true,
    );
  });
});

describe("A draw over many conversations", () => {
  it("reads a few blocks of them, and no table as a whole", async () => {
    const kept = await openStore(join(temporaryFolder(), "desk.db"));
    const world = createWorld({ store: kept });
    await tell(world, mixed(1_500, world.now() - HOUR));
    let rows = 0;
    const context = contextOf(world);
    const store = {
      ...context.store,
      list: async (...given: Parameters<typeof context.store.list>) => {
        const found = await context.store.list(...given);
        rows += found.length;
        return found;
      },
    } as typeof context.store;
    const { talks } = await gatherDraw({ ...context, store }, frameOf(world, "many", { count: 4 }));
    expect(talks).toHaveLength(4);
    expect(rows).toBeLessThan(2_000);
    await kept.close();
  });
});
