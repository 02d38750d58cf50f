import { describe, expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import { agent } from "../world.ts";
import { createDigestWorld, type DigestWorld, desk, passDays } from "./digest-world.ts";

const lead: Person = { address: "web:agent:birch", role: "lead", name: "Lead Birch" };
const oak: Person = { address: "web:agent:oak", role: "agent", name: "Oak" };
const PRODUCTS = {
  products: [
    { id: "app", name: "Mobile app" },
    { id: "billing", name: "Billing" },
  ],
};
const settings = desk(PRODUCTS);

async function interactionOf(world: DigestWorld, responseId: string | null): Promise<string> {
  return (await world.store.get("response", responseId ?? ""))?.interactionId ?? "";
}

const correct = (
  world: DigestWorld,
  interactionId: string,
  what: { product?: string | null; agents?: Person[] },
  by = lead,
) => world.handle({ kind: "interaction-corrected", interactionId, by, via: "page", ...what });

describe("a conversation whose product is put right", () => {
  it("takes its answer, its enhancement, its case’s card and the posted digest with it, and stands in the audit log", async () => {
    const world = createDigestWorld({ settings });
    const passive = await world.visit({ score: 8, product: "app", comment: "A bit slow." });
    const unhappy = await world.visit({ score: 2, product: "app", comment: "Charged twice." });
    for (const score of [9, 9, 10, 9, 9]) await world.visit({ score, product: "app" });
    for (const score of [9, 10, 9]) await world.visit({ score, product: "billing" });
    await passDays(world, 7);
    const [before] = await world.digests();
    const interactionId = await interactionOf(world, unhappy);
    await correct(world, interactionId, { product: "billing" });
    await correct(world, await interactionOf(world, passive), { product: "billing" });
    await world.settle();
    expect(await world.store.get("response", unhappy ?? "")).toMatchObject({ product: "billing", score: 2 });
    expect(await world.store.list("survey", { where: { interactionId } })).toMatchObject([{ product: "billing" }]);
    const look = { reader: null, now: world.now() };
    expect((await world.store.countCases({ product: "billing", score: 2 }, look)).all).toBe(1);
    expect((await world.store.countCases({ product: "app" }, look)).all).toBe(0);
    expect(await world.store.list("resolution", { where: { interactionId } })).toMatchObject([{ product: "billing" }]);
    expect(await world.store.list("enhancement", {})).toMatchObject([{ product: "billing" }]);
    const [after] = await world.digests();
    const answers = (row: typeof after) => row?.document.board.map(({ product, nps }) => [product, nps?.answers]);
    expect(answers(before)).toEqual([
      ["app", undefined],
      ["billing", undefined],
    ]);
    expect(answers(after)).toEqual([
      ["app", 5],
      ["billing", 5],
    ]);
    const cards = (await world.posts("web:team")).filter(({ message }) => message.caseId !== undefined);
    expect(JSON.stringify(cards.at(-1)?.message.facts)).toContain("Billing");
    expect(await world.store.list("audit", { where: { act: "corrected" }, orderBy: "number", limit: 1 })).toMatchObject(
      [{ byName: "Lead Birch", subject: interactionId, via: "page", facts: { product: "billing", before: "app" } }],
    );
  });

  it("moves an unhappy answer from the cord of the wrong product to that of the right one", async () => {
    const world = createDigestWorld({ settings });
    const ids = [];
    for (const product of ["app", "app", "app", "billing", "billing"])
      ids.push(await world.visit({ score: 1, product }));
    await world.settle();
    expect(await world.store.list("cord", {})).toMatchObject([{ line: "app", responses: ids.slice(0, 3) }]);
    await correct(world, await interactionOf(world, ids[0] ?? null), { product: "billing" });
    await world.settle();
    const [app, billing] = (await world.store.list("cord", {})).toSorted((a, b) => a.line.localeCompare(b.line));
    expect(app?.responses).toEqual(ids.slice(1, 3));
    expect([billing?.line, new Set(billing?.responses)]).toEqual(["billing", new Set([ids[0], ids[3], ids[4]])]);
  });

  it("is refused for a product that the desk does not have, and changes nothing where it stands so already", async () => {
    const world = createDigestWorld({ settings });
    const interactionId = await interactionOf(world, await world.visit({ score: 9, product: "app" }));
    expect((await correct(world, interactionId, { product: "nonsense" })).refusal?.code).toBe("unclear");
    await correct(world, interactionId, { product: "app" });
    expect(await world.store.list("audit", {})).toEqual([]);
  });
});

describe("a conversation whose agent is put right", () => {
  it("credits the right one with the answer, by a lead alone", async () => {
    const world = createDigestWorld({ settings });
    const responseId = await world.visit({ score: 3, product: "app" });
    const interactionId = await interactionOf(world, responseId);
    expect((await correct(world, interactionId, { agents: [oak] }, agent)).refusal).toMatchObject({
      code: "not-allowed",
      text: "Only leads and admins change who is credited with a conversation; please ask one of them.",
    });
    await correct(world, interactionId, { agents: [oak] });
    const credited = { creditedAgent: { address: oak.address, name: "Oak" } };
    expect(await world.store.get("response", responseId ?? "")).toMatchObject(credited);
    expect(await world.store.list("resolution", {})).toMatchObject([{ ...credited, agents: [credited.creditedAgent] }]);
  });
});

describe("an answer that was brought in from elsewhere", () => {
  it("opens no case, nothing to make better and no promise when its product is put right, nor when it counts again: it is long past", async () => {
    const world = createDigestWorld({ settings: desk({ ...PRODUCTS, wordOfMouth: { checkAfter: "30d" } }) });
    const about = (score: number) => ({
      ...{ conversation: `import:csv:${score}`, customer: { address: `api:${score}`, role: "customer" as const } },
      ...{ score, scale: "1-10" as const, comment: null, product: "app", agent: null },
    });
    const answers = [2, 8, 10].map((score) => ({ ...about(score), answeredAt: world.now() - 30 * 86_400_000 }));
    await world.handle({ kind: "answers-imported", id: null, answers });
    for (const { id: responseId, interactionId } of await world.store.list("response", {})) {
      await correct(world, interactionId, { product: "billing" });
      for (const reason of ["twice", null])
        await world.handle({ kind: "answer-excluded", responseId, by: lead, reason });
    }
    expect((await world.store.list("response", {})).map(({ product }) => product)).toEqual(Array(3).fill("billing"));
    for (const table of ["case", "enhancement", "promise"] as const)
      expect(await world.store.list(table, {})).toEqual([]);
  });
});

describe("an answer that is left out", () => {
  it("stands in the audit log with who did it and why, without the customer’s name, and so does that it counts again", async () => {
    const world = createDigestWorld({ settings });
    const responseId = (await world.visit({ score: 1 })) ?? "";
    await world.handle({
      kind: "answer-excluded",
      responseId,
      by: lead,
      reason: "Visitor 1 only tried it",
      via: "page",
    });
    await world.handle({ kind: "answer-excluded", responseId, by: lead, reason: null, via: "page" });
    expect(await world.store.list("audit", { orderBy: "number" })).toMatchObject([
      {
        act: "excluded",
        byName: "Lead Birch",
        subject: responseId,
        via: "page",
        facts: { reason: "[name] only tried it" },
      },
      { act: "counted-again", subject: responseId, facts: {} },
    ]);
  });
});
