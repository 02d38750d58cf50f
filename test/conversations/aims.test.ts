import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import type { GivenAim } from "../../src/digest/aim.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { DAY, HOUR } from "../world.ts";
import { createDigestWorld, type DigestWorld, desk, wordsOf } from "./digest-world.ts";

const lead: Person = { address: "web:agent:birch", role: "lead", name: "Lead Birch" };
const settings = desk({ digest: { minAnswers: 3 } });

/** Answers of customers, one after the other; gives the ids of their responses. */
async function answered(world: DigestWorld, scores: readonly number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const score of scores) ids.push((await world.visit({ score, product: "app" })) ?? "");
  return ids;
}

async function passWeeks(world: DigestWorld, weeks: number): Promise<void> {
  await world.pass(weeks * 7 * DAY, 4 * HOUR);
}

function times(count: number, score: number): number[] {
  return Array.from({ length: count }, () => score);
}

const decide = (world: DigestWorld, aim: GivenAim, sentence = "The sign-in comes first.") =>
  world.handle({ kind: "product-decided", productId: "app", by: lead, verdict: "enhance", sentence, aim });

/** Monday of the second week, after a week of unhappy answers; the aim is to be judged with the third week. */
const AIM: GivenAim = { measure: "score", to: "+20", by: "2026-10-25" };

async function decided(world: DigestWorld): Promise<void> {
  await answered(world, [...times(12, 3), 9, 9]);
  await passWeeks(world, 1);
  expect(await decide(world, AIM)).toEqual({ status: "saved" });
  await world.settle();
}

const sections = async (world: DigestWorld) =>
  (await world.digestPosts()).map(wordsOf).filter((words) => words.includes("[Decisions judged]"));

describe("a decision that names which number shall move by when", () => {
  it("is judged in the digest of the week in which the day falls, and in no other", async () => {
    const world = createDigestWorld({ settings });
    await decided(world);
    await answered(world, times(9, 9));
    await passWeeks(world, 1);
    expect(await sections(world)).toEqual([]);
    await answered(world, times(9, 10));
    await passWeeks(world, 1);
    const [judged, ...more] = await sections(world);
    expect(more).toEqual([]);
    expect(judged).toContain(
      "Mobile app, a score of at least +20 by October 25, 2026: moved as aimed. Before −71, now +100; the change is plausible from",
    );
    const [figure] = (await world.digests()).at(-1)?.document.aims ?? [];
    expect(figure).toMatchObject({ product: "app", before: -71, now: 100, outcome: "moved", to: 20 });
    await passWeeks(world, 1);
    expect(await sections(world)).toHaveLength(1);
  });

  it("is judged anew where answers are left out later, from before as from since, whichever digest is the last", async () => {
    const world = createDigestWorld({ settings });
    await decided(world);
    const ids = await answered(world, [...times(4, 9)]);
    await passWeeks(world, 3);
    expect((await world.digests()).map(({ document }) => document.aims?.map(({ outcome }) => outcome))).toEqual([
      ...[[], [], ["moved"], []],
    ]);
    for (const responseId of ids.slice(0, 2))
      await world.handle({ kind: "answer-excluded", responseId, by: lead, reason: "a test" });
    await world.pass(2 * HOUR, HOUR);
    const judging = (await world.digests()).find(({ week }) => week === "2026-W43");
    expect(judging).toMatchObject({ revision: 2, document: { aims: [{ now: null, outcome: "cannot-tell" }] } });
    expect((await world.digestPosts()).map(wordsOf).at(-1)).not.toContain("moved. Before");
  });

  it("goes on after a restart", async () => {
    const store = createMemoryStore();
    const first = createDigestWorld({ settings, store });
    await decided(first);
    await answered(first, times(9, 10));
    const second = createDigestWorld({ settings, store, ids: first.ids, start: first.now(), firstVisit: 100 });
    await passWeeks(second, 2);
    const aims = (await second.digests()).flatMap(({ document }) => document.aims ?? []);
    expect(aims).toMatchObject([{ outcome: "moved", on: "2026-10-25" }]);
  });

  it("gives way to a later decision about the product", async () => {
    const world = createDigestWorld({ settings });
    await decided(world);
    world.sleep(DAY);
    await decide(world, { measure: "", to: "", by: "" }, "Something else comes first.");
    await answered(world, times(9, 10));
    await passWeeks(world, 2);
    expect(await sections(world)).toEqual([]);
    const decisions = await world.store.list("decision", { orderBy: "at" });
    expect(decisions.map(({ aim }) => aim)).toEqual([{ measure: "score", to: 20, on: "2026-10-25" }, null]);
  });

  it("is refused where it cannot be judged, in a sentence that says why", async () => {
    const world = createDigestWorld({ settings });
    await answered(world, times(8, 9));
    await passWeeks(world, 1);
    const refused = async (aim: Partial<GivenAim>) => (await decide(world, { ...AIM, ...aim })).refusal?.text;
    expect(await refused({})).toBe("It stands at +100 already. Aim further.");
    expect(await refused({ by: "" })).toContain("Say all three or none of them");
    expect(await refused({ measure: "median" })).toContain("Choose one of the two numbers");
    expect(await refused({ to: "300" })).toContain("“300” is not possible.");
    expect(await refused({ by: "2026-W60" })).toContain("“2026-W60” is no day");
    expect(await refused({ by: "2026-10-12" })).toBe("2026-10-12 is too soon. Name a day after today.");
    expect(await refused({ by: "2028-01-01" })).toContain("too far away");
    expect(await world.store.list("decision", {})).toEqual([]);
  });
});
