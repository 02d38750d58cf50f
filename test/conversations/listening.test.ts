import { describe, expect, it } from "vitest";
import type { OutboundMessage } from "../../src/messages.ts";
import { agent, conversation, createWorld, customer, HOUR, MINUTE, SECOND, type World } from "../world.ts";
import { postsOf, responseIn, tap } from "./talk.ts";

async function resolved(): Promise<World> {
  const world = createWorld();
  await world.writes(customer, "My invoice is wrong.");
  await world.writes(agent, "I have corrected it.");
  await world.pass(MINUTE);
  await world.resolves();
  await world.pass(SECOND);
  return world;
}

async function asked(): Promise<World> {
  const world = createWorld();
  await world.asked();
  await world.pass(SECOND);
  return world;
}

async function told(world: World, lane: string): Promise<OutboundMessage[]> {
  return (await world.posts(lane)).map(({ message }) => message);
}

const stateOf = async (world: World) => (await world.interaction()).state;

const COURTESIES = ["Thanks!", ":+1:", "ty", "k", "perfect, bye", "Danke!", "ありがとうございます", "obrigado 🙏"];
const QUESTIONS = [
  "It is still broken",
  "hello?",
  "Thanks, and where is the invoice?",
  "Es geht immer noch nicht",
  "まだ動きません",
];

describe("a courtesy", () => {
  it.each(COURTESIES)("before the question changes nothing, and the question comes: %s", async (text) => {
    const world = await resolved();
    await world.writes(customer, text);
    expect(await stateOf(world)).toBe("resolved");
    await world.pass(10 * MINUTE);
    expect(await postsOf(world, "question")).toHaveLength(1);
    expect((await world.store.list("entry", { where: { author: "customer" } })).map((entry) => entry.text)).toContain(
      text,
    );
  });

  it.each(COURTESIES)("while the question stands leaves it standing: %s", async (text) => {
    const world = await asked();
    const before = (await world.posts()).length;
    await world.writes(customer, text);
    expect(await stateOf(world)).toBe("resolved");
    expect((await world.survey()).state).toBe("asked");
    expect(await world.posts()).toHaveLength(before);
  });

  it.each(COURTESIES)("after the answer and its reason leaves the conversation resolved: %s", async (text) => {
    const world = await asked();
    await world.writes(customer, "9 - great support, thanks!");
    await world.pass(HOUR);
    const before = (await world.posts()).length;
    await world.writes(customer, text);
    expect(await stateOf(world)).toBe("resolved");
    expect(await world.posts()).toHaveLength(before);
    expect((await responseIn(world)).revisionCount).toBe(1);
  });
});

describe("a score with words", () => {
  const SCORED: readonly (readonly [string, number, string])[] = [
    ["9 - great support, thanks!", 9, "great support, thanks!"],
    ["3: still broken after two weeks", 3, "still broken after two weeks"],
    ["10, you saved my day", 10, "you saved my day"],
    ["9 because you were fast", 9, "because you were fast"],
    ["7 porque tardaron mucho", 7, "porque tardaron mucho"],
    ["Great help, 10 from me", 10, "Great help"],
  ];

  it.each(SCORED)("is the answer and its reason in one: %s", async (text, score, comment) => {
    const world = await asked();
    await world.writes(customer, text);
    expect(await responseIn(world)).toMatchObject({ score, comment });
    expect(await stateOf(world)).toBe("resolved");
  });

  it("that asks for something is recorded, and the conversation is open again", async () => {
    const world = await asked();
    await world.writes(customer, "9, but can you also send me the invoice?");
    expect(await responseIn(world)).toMatchObject({ score: 9 });
    expect(await stateOf(world)).toBe("open");
    expect((await told(world, "web:team")).map(({ text }) => text)).toEqual([
      "Customer One wrote again and needs an answer. The conversation is open again.",
    ]);
  });
});

describe("a question", () => {
  it.each(QUESTIONS)("while ours stands reopens the conversation, and the team is told: %s", async (text) => {
    const world = await asked();
    await world.writes(customer, text);
    expect(await stateOf(world)).toBe("open");
    expect((await world.survey()).state).toBe("cancelled");
    expect(await told(world, "web:team")).toMatchObject([
      { kind: "alert", quote: { text, by: "Customer One" }, mentions: [agent.address] },
    ]);
  });

  it.each(QUESTIONS)("before ours is put reopens it and calls ours off: %s", async (text) => {
    const world = await resolved();
    await world.writes(customer, text);
    await world.pass(HOUR);
    expect(await stateOf(world)).toBe("open");
    expect(await postsOf(world, "question")).toHaveLength(0);
    expect(await told(world, "web:team")).toHaveLength(1);
  });

  it("after a promoter's answer is no reason for it", async () => {
    const world = await asked();
    await world.handle(tap((await world.survey()).id, 10));
    await world.writes(customer, "Where is my invoice?");
    expect(await responseIn(world)).toMatchObject({ score: 10, comment: null });
    expect(await stateOf(world)).toBe("open");
  });

  it("after an unhappy answer is its reason, and the case reaches somebody", async () => {
    const world = await asked();
    await world.handle(tap((await world.survey()).id, 3));
    await world.writes(customer, "It is still broken.");
    expect(await responseIn(world)).toMatchObject({ score: 3, comment: "It is still broken." });
    expect(await stateOf(world)).toBe("resolved");
    expect((await told(world, "web:team")).some(({ quote }) => quote?.text === "It is still broken.")).toBe(true);
  });
});

describe("mere words", () => {
  it("while the question stands leave it there, say once how to reach a person, and become the reason", async () => {
    const world = await asked();
    await world.writes(customer, "The new layout is confusing");
    await world.pass(MINUTE);
    await world.writes(customer, "the colours are ugly too");
    expect((await world.survey()).state).toBe("asked");
    const noted = (await told(world, conversation)).filter(({ kind }) => kind === "notice");
    expect(noted).toMatchObject([{ privateTo: customer.address, actions: [{ name: "new-question" }] }]);
    await world.handle(tap((await world.survey()).id, 6));
    expect(await responseIn(world)).toMatchObject({
      score: 6,
      comment: "The new layout is confusing\nthe colours are ugly too",
    });
  });

  it("reopen by the one tap, for as long as they wait", async () => {
    const world = await asked();
    await world.writes(customer, "The new layout is confusing");
    await world.pass(9 * 24 * HOUR, HOUR);
    const { refusal } = await world.handle({ kind: "new-question", surveyId: (await world.survey()).id, by: customer });
    expect(refusal).toBeUndefined();
    expect(await stateOf(world)).toBe("open");
    expect((await told(world, "web:team")).at(-1)?.quote?.text).toBe("The new layout is confusing");
  });
});

describe("an edit of what was typed", () => {
  it("changes the answer with it, within the window", async () => {
    const world = await asked();
    await world.handle({ kind: "message", conversation, messageId: "typed", author: customer, text: "9" });
    await world.handle({ kind: "message-edited", conversation, messageId: "typed", text: "3" });
    expect(await responseIn(world)).toMatchObject({ score: 3, band: "detractor", revisionCount: 2 });
    await world.handle({ kind: "message-edited", conversation, messageId: "typed", text: "3, nobody called me back" });
    expect(await responseIn(world)).toMatchObject({ score: 3, comment: "nobody called me back" });
  });

  it("changes the answer where a question has reopened the conversation meanwhile", async () => {
    const world = await asked();
    await world.handle({ kind: "message", conversation, messageId: "typed", author: customer, text: "9" });
    await world.writes(customer, "Why was I charged twice this month?");
    expect(await stateOf(world)).toBe("open");
    await world.handle({ kind: "message-edited", conversation, messageId: "typed", text: "3" });
    expect(await responseIn(world)).toMatchObject({ score: 3, band: "detractor", revisionCount: 2 });
  });

  it("that makes a question of a courtesy reopens the conversation", async () => {
    const world = await asked();
    await world.handle({ kind: "message", conversation, messageId: "changed", author: customer, text: "thanks" });
    await world.handle({
      kind: "message-edited",
      conversation,
      messageId: "changed",
      text: "thanks, but it is still broken",
    });
    expect(await stateOf(world)).toBe("open");
    expect(await told(world, "web:team")).toHaveLength(1);
  });
});
