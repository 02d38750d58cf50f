import { describe, expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import type { Cord } from "../../src/recovery/cord.ts";
import { agent, createWorld, HOUR, MINUTE, settingsOf, type World } from "../world.ts";
import { postsOf, racingStore, tap } from "./talk.ts";

const TEAM = "web:team";
const owner: Person = { address: "web:agent:oak", role: "agent", name: "Oak" };
const lead: Person = { address: "web:agent:birch", role: "lead", name: "Birch" };
const settings = settingsOf({
  products: [
    { id: "app", name: "Mobile app", owner: owner.address },
    { id: "billing", name: "Billing" },
  ],
  roles: { leads: [lead.address] },
});

const customerNo = (number: number): Person => ({
  address: `web:customer:${number}`,
  role: "customer",
  name: `Customer ${number}`,
});
const chat = (number: number): string => `web:chat:${number}`;

/** A conversation about the product up to its question, an hour before anybody answers; gives how to score it. */
async function asked(world: World, number: number, product: string | null = "app", by = customerNo(number)) {
  await world.writes(by, "It does not work.", chat(number));
  await world.writes(agent, "I have looked at it.", chat(number));
  await world.resolves(agent, { where: chat(number), ...(product === null ? {} : { product }) });
  await world.pass(5 * MINUTE);
  const { id } = await world.interaction(chat(number));
  const [survey] = await world.store.list("survey", { where: { interactionId: id } });
  return (score: number) => world.handle(tap(survey?.id ?? "", score, by));
}

async function cords(world: World): Promise<Cord[]> {
  await world.settle();
  return world.store.list("cord", { orderBy: "pulledAt" });
}

/** The cards of cords as they stand in the team's channel, their edits in their places. */
async function cards(world: World): Promise<OutboundMessage[]> {
  const about = (await postsOf(world, "alert", TEAM)).filter(({ message }) => message.facts?.[0]?.label === "Pulled");
  const places = new Map(about.map((post) => [post.message.replaces ?? post.id, post.message]));
  return [...places.values()];
}

const words = (card: OutboundMessage | undefined) =>
  (card?.sections ?? []).map(({ title, quote }) => [title, quote?.text]);

describe("the cord's rule", () => {
  it("pulls one alert at the last of so many different customers, with their words and conversations, for the product's owner", async () => {
    const world = createWorld({ settings });
    const scores = [await asked(world, 1), await asked(world, 2), await asked(world, 3)] as const;
    await scores[0](2);
    await world.writes(customerNo(1), "It crashes.", chat(1));
    await scores[1](6);
    expect(await cords(world)).toEqual([]);
    await scores[2](1);
    const [cord, ...others] = await cords(world);
    expect(others).toEqual([]);
    expect(cord).toMatchObject({ line: "app", state: "pulled", byAddress: null, answer: null });
    expect(cord?.responses).toHaveLength(3);
    const [card, ...more] = await cards(world);
    expect(more).toEqual([]);
    expect(card).toMatchObject({ mentions: [owner.address], actions: [{ name: "cord-answer", subject: cord?.id }] });
    expect(card?.text).toContain("on Mobile app: 3 unhappy customers");
    expect(words(card)).toEqual([
      ["Customer 1", "It crashes."],
      ["Customer 2", undefined],
      ["Customer 3", undefined],
    ]);
    const conversations = await Promise.all([1, 2, 3].map((number) => world.interaction(chat(number))));
    expect(card?.sections?.map(({ about }) => about)).toEqual(conversations.map(({ id }) => id));
    expect(JSON.stringify(card)).not.toMatch(/\/10/);
  });

  it.each([
    ["the same customer twice", [1, 2, 3], (number: number) => customerNo(number === 3 ? 2 : number), [3, 3, 3]],
    ["a passive among them", [1, 2, 3], customerNo, [3, 7, 3]],
  ] as const)("is not pulled by %s", async (_, numbers, whose, given) => {
    const world = createWorld({ settings: { ...settings, ask: { ...settings.ask, cooldownAnswered: 0 } } });
    for (const number of numbers) await (await asked(world, number, "app", whose(number)))(given[number - 1] ?? 3);
    expect(await cords(world)).toEqual([]);
  });

  it("is not pulled by answers on several products, on none, or by one that was left out or taken back", async () => {
    const world = createWorld({ settings });
    const one = await asked(world, 1);
    await one(3);
    await (await asked(world, 2))(3);
    await (await asked(world, 3, "billing"))(3);
    for (const number of [4, 5, 6]) await (await asked(world, number, null))(3);
    await one(9);
    await (await asked(world, 7))(3);
    const [second] = await world.store.list("response", { where: { product: "app", score: 3 }, limit: 1 });
    await world.handle({ kind: "answer-excluded", responseId: second?.id ?? "", by: lead, reason: "a test" });
    await (await asked(world, 8))(3);
    expect(await cords(world)).toEqual([]);
    await one(2);
    expect(await cords(world)).toMatchObject([{ line: "app" }]);
  });

  it.each([
    [0, 1],
    [1, 0],
  ])("counts as long as the desk's span goes, and %d ms over it no more", async (over, pulled) => {
    const world = createWorld({ settings });
    const scores = [await asked(world, 1), await asked(world, 2), await asked(world, 3)] as const;
    await scores[0](3);
    world.sleep(24 * HOUR + over);
    await scores[1](3);
    await scores[2](3);
    expect(await world.store.list("cord", {})).toHaveLength(pulled);
  });

  it("is pulled though the last two answers come at the same moment", async () => {
    const racing = racingStore();
    const world = createWorld({ settings, store: racing.store });
    const scores = [await asked(world, 1), await asked(world, 2), await asked(world, 3)] as const;
    await scores[0](3);
    racing.before(() => scores[1](3));
    await scores[2](3);
    expect((await cords(world)).map(({ responses }) => responses.length)).toEqual([3]);
  });
});

describe("a cord that stands pulled", () => {
  /** Three unhappy customers have pulled it. */
  async function pulled() {
    const world = createWorld({ settings });
    for (const number of [1, 2, 3]) await (await asked(world, number))(3);
    const [cord] = await cords(world);
    return { world, cordId: cord?.id ?? "" };
  }

  it("takes further detractors and later words onto the same card, and calls nobody twice", async () => {
    const { world } = await pulled();
    await (await asked(world, 4))(1);
    await world.writes(customerNo(4), "Still broken.", chat(4));
    expect(await cords(world)).toHaveLength(1);
    const [card, ...more] = await cards(world);
    expect(more).toEqual([]);
    expect(words(card)).toContainEqual(["Customer 4", "Still broken."]);
    expect(card?.text).toContain("4 unhappy customers");
    const called = (await postsOf(world, "alert", TEAM)).filter(
      ({ message }) => message.facts?.[0]?.label === "Pulled",
    );
    expect(called.filter(({ message }) => message.mentions !== undefined)).toHaveLength(1);
  });

  it.each([
    ["the product's owner, though an agent", owner, undefined],
    ["a lead", lead, undefined],
    ["another agent", agent, "not-allowed"],
  ])("is answered in a sentence by %s", async (_, by, code) => {
    const { world, cordId } = await pulled();
    const answer = { kind: "cord-answered", cordId, by } as const;
    expect((await world.handle({ ...answer, sentence: " " })).refusal?.code).toBe(code ?? "unclear");
    expect((await world.handle({ ...answer, sentence: "Rolled back." })).refusal?.code).toBe(code);
    const [cord] = await cords(world);
    const [card] = await cards(world);
    expect(cord?.state).toBe(code === undefined ? "answered" : "pulled");
    expect(card?.actions).toHaveLength(code === undefined ? 0 : 1);
    expect(card?.quote?.text).toBe(code === undefined ? "Rolled back." : undefined);
    if (code === undefined) expect((await world.handle({ ...answer, sentence: "Again." })).refusal?.code).toBe("late");
  });

  it("never pulls again for the same run, and does for another one", async () => {
    const { world, cordId } = await pulled();
    const four = await asked(world, 4);
    await four(4);
    await world.handle({ kind: "cord-answered", cordId, by: owner, sentence: "Rolled back." });
    await four(2);
    for (const number of [5, 6]) await (await asked(world, number))(3);
    expect(await cords(world)).toHaveLength(1);
    await (await asked(world, 7))(3);
    const all = await cords(world);
    expect(all.map(({ state, responses }) => [state, responses.length])).toEqual([
      ["answered", 4],
      ["pulled", 3],
    ]);
  });
});

describe("anybody of the team", () => {
  const by = { ...agent, locale: "en" };

  it("pulls it from a conversation, is thanked alone, and says why", async () => {
    const world = createWorld({ settings });
    await (await asked(world, 1))(3);
    await world.handle({ kind: "cord-pulled", conversation: chat(1), by, answerIn: chat(1) });
    const [cord] = await cords(world);
    expect(cord).toMatchObject({ line: "app", byAddress: agent.address, state: "pulled" });
    expect(cord?.responses).toHaveLength(1);
    const thanks = (await world.posts(chat(1))).at(-1)?.message;
    expect(thanks).toMatchObject({ privateTo: agent.address, actions: [{ name: "cord-words", subject: cord?.id }] });
    expect(thanks?.text).toMatch(/^Thank you/);
    await world.handle({ kind: "cord-pulled", conversation: chat(1), by, answerIn: chat(1) });
    expect((await world.posts(chat(1))).at(-1)?.message).toEqual(thanks);
    await world.handle({ kind: "cord-worded", cordId: cord?.id ?? "", by, sentence: "The login loops." });
    await world.settle();
    const [card, ...more] = await cards(world);
    expect(more).toEqual([]);
    expect(card?.text).toContain("Agent Ash has pulled the cord on Mobile app.");
    expect(words(card)).toEqual([
      ["Agent Ash", "The login loops."],
      ["Customer 1", undefined],
    ]);
  });

  it("joins the one that stands on the product already", async () => {
    const world = createWorld({ settings });
    for (const number of [1, 2, 3]) await (await asked(world, number))(3);
    await asked(world, 4);
    await world.handle({ kind: "cord-pulled", conversation: chat(4), by, sentence: "Same here." });
    expect(await cords(world)).toMatchObject([{ byAddress: null, pulls: [{ sentence: "Same here." }] }]);
    expect(words((await cards(world))[0])[0]).toEqual(["Agent Ash", "Same here."]);
  });

  it("may leave the product unnamed and name it later: then it joins that product's line", async () => {
    const world = createWorld({ settings });
    for (const number of [1, 2]) await asked(world, number, null);
    await world.handle({ kind: "cord-pulled", conversation: chat(1), by });
    await world.handle({ kind: "cord-pulled", conversation: chat(2), by: lead });
    const [cord] = await cords(world);
    expect(cord).toMatchObject({ line: "", pulls: [{ address: agent.address }, { address: lead.address }] });
    const worded = { kind: "cord-worded", cordId: cord?.id ?? "", product: "billing" } as const;
    await world.handle({ ...worded, by, sentence: "Twice charged." });
    await world.handle({ ...worded, by: lead, sentence: "Charged twice." });
    const all = await cords(world);
    expect(all.map(({ line, state, pulls }) => [line, state, pulls.map(({ sentence }) => sentence)])).toEqual([
      ["billing", "joined", ["Charged twice."]],
      ["billing", "pulled", ["Twice charged.", "Charged twice."]],
    ]);
  });

  it("cannot pull it where there is no conversation, nor can a customer anywhere", async () => {
    const world = createWorld({ settings });
    await asked(world, 1);
    const pull = (conversation: string, who: Person) => world.handle({ kind: "cord-pulled", conversation, by: who });
    expect((await pull(chat(9), by)).refusal?.code).toBe("unknown");
    expect((await pull(chat(1), customerNo(1))).refusal?.code).toBe("not-allowed");
    expect(await cords(world)).toEqual([]);
  });
});
