import { describe, expect, it, vi } from "vitest";
import type { FoundThreshold, Thresholds } from "../../src/digest/thresholds.ts";
import { shiftedWeek, weeksUpTo, windowOf } from "../../src/digest/week.ts";
import { createDigestWorld, type DigestWorld, type DigestWorldOptions, desk, wordsOf } from "./digest-world.ts";

/** The week in which a world begins; the weeks before it are brought in from another tool. */
const FIRST = "2026-W41";
const ZONE = "Europe/Berlin";
const GOOD = [10, 10, 9, 9, 9, 8, 8, 7, 7, 6, 5, 10];
const BAD = [2, 1, 3, 2, 6, 5, 7, 1, 2, 8, 3, 4];
const FOUND: FoundThreshold = { threshold: 3, blindSpot: 18 };

function answersOf(week: string, scores: readonly number[], product: string | null = null) {
  const { from } = windowOf(week, ZONE);
  return scores.map((score, index) => ({
    conversation: `import:csv:${week}-${product}-${index}`,
    customer: { address: `api:${week}-${product}-${index}`, role: "customer" as const },
    ...{ score, scale: "1-10" as const, comment: null, product, agent: null, answeredAt: from + index * 60_000 },
  }));
}

/** Finds at once. */
const atOnce: Thresholds = { patienceMs: 1_000, find: async () => FOUND };

/** A desk with ten good weeks behind it, whose answers of each coming week are brought in at its end. */
async function createChangeWorld(options: Partial<DigestWorldOptions> = {}): Promise<DigestWorld> {
  const world = createDigestWorld({ thresholds: atOnce, ...options });
  for (const week of weeksUpTo(shiftedWeek(FIRST, -1), 10)) await bringIn(world, week, GOOD);
  await world.visit({ score: 9 });
  return world;
}

function bringIn(world: DigestWorld, week: string, scores: readonly number[], product: string | null = null) {
  return world.handle({ kind: "answers-imported", id: null, answers: answersOf(week, scores, product) });
}

/** Lets a week go by in which these answers come, and its digest be posted; gives what was said of its score. */
async function weekOf(world: DigestWorld, week: string, scores: readonly number[]): Promise<string> {
  await bringIn(world, week, scores);
  await passToEve(world, week);
  await kept(world, week);
  await world.pass(120_000, 60_000);
  return said(world);
}

/** Lets the time pass to a minute before the digest of the week is due. */
function passToEve(world: DigestWorld, week: string): Promise<void> {
  const due = windowOf(week, ZONE).to + 9 * 3_600_000;
  return world.pass(due - 60_000 - world.now(), 24 * 3_600_000);
}

/** Waits until the threshold of the week is kept, for which nothing else waits. */
function kept(world: DigestWorld, week: string): Promise<unknown> {
  const rows = () => world.store.list("threshold", { where: { id: `${week}|${ZONE}|default` } });
  const isKept = async () => {
    await world.settle();
    return (await rows()).length > 0;
  };
  return vi.waitUntil(isKept, { timeout: 20_000, interval: 1 });
}

async function said(world: DigestWorld): Promise<string> {
  const post = (await world.digestPosts()).at(-1);
  return post ? wordsOf(post) : "";
}

async function trendOfLast(world: DigestWorld) {
  return (await world.digests()).at(-1)?.document.trend;
}

describe("A change of the level", () => {
  it("is told once, in the week that declares it, with since when and from where to where; so is the recovery", async () => {
    const world = await createChangeWorld();
    expect(await weekOf(world, FIRST, GOOD)).toContain("there is no clear change");
    const fallen = await weekOf(world, "2026-W42", BAD);
    expect(fallen).toMatch(/This week alone was unusually low: about −\d+, before about \+\d+\. Chance alone/);
    expect(await trendOfLast(world)).toMatchObject({ verdict: "falling", since: "2026-W42", declared: "2026-W42" });
    const after = await weekOf(world, "2026-W43", BAD);
    expect(after).toContain("No further change since week 42.");
    expect(after).not.toContain("Chance alone");
    expect(await trendOfLast(world)).toMatchObject({ verdict: "no-detectable-change", since: "2026-W42" });
    for (const week of ["2026-W44", "2026-W45"]) await weekOf(world, week, BAD);
    const better: string[] = [];
    for (const week of ["2026-W46", "2026-W47", "2026-W48", "2026-W49"]) better.push(await weekOf(world, week, GOOD));
    expect(better.filter((post) => /week 46: about \+\d+, before about −\d+\./.test(post))).toHaveLength(1);
    expect((await world.digestPosts()).every(({ message }) => message.hint === undefined)).toBe(true);
  });

  it("is not told anew where the threshold moves from week to week", async () => {
    let found = 0;
    const moving: Thresholds = { patienceMs: 1, find: async () => ({ threshold: 3 - 0.4 * found++, blindSpot: null }) };
    const world = await createChangeWorld({ thresholds: moving });
    await weekOf(world, FIRST, GOOD);
    await weekOf(world, "2026-W42", BAD);
    for (const week of ["2026-W43", "2026-W44"]) expect(await weekOf(world, week, BAD)).not.toContain("Chance alone");
    expect(found).toBeGreaterThan(3);
  });

  it("stands in a digest that is counted again long after, whatever threshold its week has", async () => {
    let weeks = 0;
    const growing: Thresholds = {
      patienceMs: 1,
      find: async () => ({ threshold: weeks > 3 ? 99 : 3, blindSpot: null }),
    };
    const world = await createChangeWorld({ thresholds: growing });
    const later = weeksUpTo("2026-W53", 11);
    for (const week of [FIRST, "2026-W42", ...later]) {
      weeks += 1;
      await weekOf(world, week, BAD);
    }
    const told = { since: FIRST, declared: FIRST };
    const document = async () => (await world.digests()).find(({ week }) => week === later[1])?.document;
    expect((await document())?.trend).toMatchObject(told);
    const before = (await document())?.nps.answers ?? 0;
    await bringIn(world, later[1] ?? "", [3], "app");
    await world.pass(120_000, 60_000);
    expect(await document()).toMatchObject({ nps: { answers: before + 1 }, trend: told });
  });

  it("of a product is told at the product", async () => {
    const world = await createChangeWorld();
    for (const week of weeksUpTo(FIRST, 11)) await bringIn(world, week, GOOD, "app");
    await weekOf(world, FIRST, GOOD);
    await bringIn(world, "2026-W42", BAD, "app");
    const post = await weekOf(world, "2026-W42", GOOD);
    expect(post).toMatch(/Mobile app.*lower since week 42: about −\d+, before about \+\d+/);
  });
});

describe("A threshold", () => {
  it("that never comes keeps no digest waiting, and a page is answered without it", async () => {
    const never: Thresholds = { patienceMs: 1, find: () => new Promise(() => {}) };
    const world = await createChangeWorld({ thresholds: never });
    await bringIn(world, FIRST, BAD);
    await passToEve(world, FIRST);
    await world.pass(120_000, 60_000);
    const post = await said(world);
    expect(post).toContain("The score");
    expect(post).not.toMatch(/clear change|Chance alone/);
    expect(await trendOfLast(world)).toMatchObject({ threshold: null });
  });

  it("that comes late has the digest counted again", async () => {
    let tell: (found: FoundThreshold) => void = () => {};
    const told = new Promise<FoundThreshold>((resolve) => {
      tell = resolve;
    });
    const late: Thresholds = { patienceMs: 1, find: () => told };
    const world = await createChangeWorld({ thresholds: late });
    await bringIn(world, FIRST, BAD);
    await passToEve(world, FIRST);
    await world.pass(120_000, 60_000);
    expect(await said(world)).not.toContain("Chance alone");
    tell(FOUND);
    await kept(world, shiftedWeek(FIRST, -1));
    await world.pass(120_000, 60_000);
    await kept(world, FIRST);
    await world.settle();
    expect(await trendOfLast(world)).toMatchObject({ threshold: 3, verdict: "falling", since: FIRST });
    expect(await said(world)).toContain("Chance alone would say so once in 20 years");
  });

  it("is kept: a process that begins between it and the post, and finds none, tells the change all the same", async () => {
    const before = await createChangeWorld();
    await bringIn(before, FIRST, BAD);
    await passToEve(before, FIRST);
    await kept(before, FIRST);
    expect(await before.digests()).toEqual([]);
    const { allDesks: store, ids } = before;
    const after = createDigestWorld({ store, ids, start: before.now(), settings: desk(), firstVisit: 100 });
    await after.pass(120_000, 60_000);
    expect(await said(after)).toContain("Chance alone would say so once in 20 years");
  });

  it("stands in the details with what could not have been seen", async () => {
    const world = await createChangeWorld();
    const post = await weekOf(world, FIRST, GOOD);
    expect(post).toContain("would have seen a fall of 18 points within 8 weeks four times in five.");
  });
});
