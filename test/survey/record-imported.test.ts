import { describe, expect, it } from "vitest";
import type { ImportedAnswer } from "../../src/survey/imported-answer.ts";
import { standingsOf } from "../../src/survey/record-imported.ts";
import { createDigestWorld, passDays, wordsOf } from "../conversations/digest-world.ts";
import { agent, createWorld, customer, DAY, MONDAY_TEN, type World } from "../world.ts";

const WEEK_AGO = MONDAY_TEN - 7 * DAY;

function imported(more: Partial<ImportedAnswer> = {}): ImportedAnswer {
  return {
    conversation: "import:csv:id.1",
    customer: { address: "api:c-1", role: "customer" },
    score: 3,
    scale: "0-10",
    comment: "The invoice was wrong.",
    product: "billing",
    agent: { address: "api:agent:ash", name: "Agent Ash" },
    answeredAt: WEEK_AGO,
    ...more,
  };
}

const bring = (world: World, ...answers: ImportedAnswer[]) =>
  world.handle({ kind: "answers-imported", id: null, answers });

describe("An imported answer", () => {
  it("is kept as a conversation that was resolved and answered when it was given", async () => {
    const world = createWorld();
    await bring(world, imported());
    const [response] = await world.store.list("response", {});
    const agents = { name: "Agent Ash", address: "api:agent:ash" };
    expect(response).toMatchObject({
      ...{ score: 3, scale: "0-10", band: "detractor", comment: "The invoice was wrong.", product: "billing" },
      ...{ creditedAgent: agents, answeredAt: WEEK_AGO, changedAt: WEEK_AGO, commentedAt: WEEK_AGO, revisionCount: 1 },
    });
    expect(await world.store.list("revision", {})).toMatchObject([
      { number: 1, score: 3, via: "import", at: WEEK_AGO },
    ]);
    expect(await world.resolutions()).toMatchObject([{ fate: "answered", at: WEEK_AGO, creditedAgent: agents }]);
    expect(await world.interaction("import:csv:id.1")).toMatchObject({ state: "resolved", product: "billing" });
  });

  it("is the same person's in capitals and small letters, whichever of them is known already", async () => {
    const world = createWorld();
    const small = { customer: { address: "api:ann@x.example", role: "customer" } } as const;
    await bring(world, imported({ customer: { address: "api:Ann@x.example", role: "customer" } }));
    const other = { ...small, otherAddress: "api:Ann@x.example", conversation: "import:csv:id.2" };
    const third = { ...small, otherAddress: "api:ANN@x.example", conversation: "import:csv:id.3" };
    await bring(world, imported({ ...small, conversation: "import:csv:id.4" }), imported(other), imported(third));
    expect(await world.store.list("customer", {})).toHaveLength(1);
    const identities = await world.store.list("identity", {});
    const addresses = ["api:ANN@x.example", "api:Ann@x.example", "api:ann@x.example"];
    expect(identities.map(({ id }) => id).sort()).toEqual(addresses);
  });

  it("that was exported from a response of this desk is there already", async () => {
    const world = createWorld();
    await bring(world, imported());
    const [response] = await world.store.list("response", {});
    const exported = imported({ conversation: "import:csv:id.elsewhere", score: 9, responseId: response?.id ?? "" });
    expect(await standingsOf(world.store, [exported])).toEqual(["known"]);
    await bring(world, exported);
    expect(await world.store.list("response", {})).toHaveLength(1);
  });

  it("was never asked for by this desk, so that no response rate counts it", async () => {
    const world = createWorld();
    await bring(world, imported());
    expect(await world.survey()).toMatchObject({
      state: "answered",
      askedAt: null,
      deliveredAt: null,
      endedAt: WEEK_AGO,
    });
  });

  it("says nothing to anybody and opens no case", async () => {
    const world = createWorld();
    await bring(world, imported({ score: 0 }));
    await world.pass(DAY);
    expect(await world.store.list("case", {})).toEqual([]);
    expect((await world.store.list("post", {})).filter(({ message }) => message.kind !== "digest")).toEqual([]);
  });

  it("lets its customer rest from questions as any answer does", async () => {
    const world = createWorld();
    await bring(world, imported({ customer }));
    await world.writes(customer, "Another question.");
    await world.writes(agent, "An answer.");
    await world.resolves();
    expect((await world.resolutions()).at(-1)).toMatchObject({ fate: "not-asked", fateReason: "cooldown" });
  });

  it("belongs to the customer who is known at that address, once for all answers", async () => {
    const world = createWorld();
    await world.writes(customer, "A question.");
    const second = { conversation: "import:csv:id.2", customer };
    const third = { conversation: "import:csv:id.3" };
    await bring(
      world,
      imported({ customer }),
      imported(second),
      imported(third),
      imported({ ...third, conversation: "import:csv:4" }),
    );
    const customers = await world.store.list("customer", {});
    expect(customers).toHaveLength(2);
    const counts = (await world.store.list("response", {})).map((response) => response.customerId === customers[0]?.id);
    expect(counts).toEqual([true, true, false, false]);
  });
});

describe("The digest of a week with imported answers", () => {
  const many = (count: number, answeredAt: number) =>
    Array.from({ length: count }, (_, index) => {
      const from = { address: `api:of-${index}`, role: "customer" } as const;
      const conversation = `import:csv:${index}`;
      return imported({ conversation, customer: from, scale: "1-10", comment: null, answeredAt });
    });

  it("counts their scores, and says that nobody knows who was silent there", async () => {
    const world = createDigestWorld();
    await world.visit({ score: 9 });
    await bring(world, ...many(6, world.now()));
    await passDays(world, 7);
    const [digest] = await world.digests();
    expect(digest?.document).toMatchObject({ nps: { answers: 7 }, imported: 6, fates: { resolved: 1, answered: 1 } });
    const [post] = await world.digestPosts();
    const words = post ? wordsOf(post) : "";
    expect(words).toContain("Of 1 conversation resolved this week: 1 answered (100% of the 1 asked).");
    expect(words).toContain("6 answers were brought in from another tool; how many said nothing there is not known.");
  });

  it("is not posted by a desk that has held no conversation of its own yet", async () => {
    const world = createDigestWorld();
    await bring(world, ...many(6, world.now()));
    await passDays(world, 7);
    expect(await world.digests()).toEqual([]);
    await world.visit({ score: 9 });
    await passDays(world, 7);
    expect(await world.digests()).toMatchObject([{ week: "2026-W42", document: { nps: { answers: 1 } } }]);
  });

  it("is counted again where it was posted before", async () => {
    const world = createDigestWorld();
    const at = world.now();
    await world.visit({ score: 9 });
    await passDays(world, 7);
    await bring(world, ...many(6, at));
    await world.settle();
    const [digest, ...others] = await world.digests();
    expect(others).toEqual([]);
    expect(digest).toMatchObject({ revision: 2, dueAt: null, document: { nps: { answers: 7 }, imported: 6 } });
    expect((await world.digestPosts()).at(-1)?.message.hint).toContain("it now counts 7 answers instead of 1");
  });

  it("stays as it was posted where the answers are of another week", async () => {
    const world = createDigestWorld();
    await world.visit({ score: 9 });
    await passDays(world, 7);
    await bring(world, ...many(6, world.now()));
    await world.settle();
    expect(await world.digests()).toMatchObject([{ revision: 1, document: { nps: { answers: 1 } } }]);
  });
});

describe("An answer that is imported again", () => {
  it("changes nothing, in one go or in two", async () => {
    const world = createWorld();
    await bring(world, imported(), imported());
    const before = await world.store.list("response", {});
    await bring(world, imported(), imported({ conversation: "import:csv:id.2" }));
    expect(before).toHaveLength(1);
    expect((await world.store.list("response", {})).slice(0, 1)).toEqual(before);
    expect(await world.store.list("response", {})).toHaveLength(2);
    expect(await world.store.list("customer", {})).toHaveLength(1);
  });

  it("is told apart: new, known, and another under the same name", async () => {
    const world = createWorld();
    await bring(world, imported());
    const other = imported({ score: 9 });
    const fresh = imported({ conversation: "import:csv:id.2" });
    const answers = [imported(), other, fresh, fresh, { ...fresh, comment: null }];
    expect(await standingsOf(world.store, answers)).toEqual(["known", "other", "new", "known", "other"]);
    await bring(world, other);
    expect(await world.store.list("response", {})).toMatchObject([{ score: 3 }]);
  });
});
