import { describe, expect, it } from "vitest";
import { hasWaited, isLong } from "../../src/digest/asking.ts";
import { createDigestWorld, desk, MONDAY, passDays, wordsOf } from "../conversations/digest-world.ts";
import { agent, DAY, HOUR } from "../world.ts";

const BIRCH = { address: "web:agent:birch", role: "agent", name: "Agent Birch" } as const;
const visitor = { address: "web:customer:v", role: "customer", name: "Vera Sample" } as const;

const said = (...what: readonly (readonly ["customer" | "agent" | "bot", number])[]) =>
  what.map(([author, hours]) => ({ author, at: hours * HOUR, deletedAt: null }));

describe("The kind of a conversation", () => {
  it("is one of waiting where a customer's first word stood for a day, the bot's not counting", () => {
    expect(hasWaited(said(["customer", 0], ["agent", 23]), 24 * HOUR)).toBe(false);
    expect(hasWaited(said(["customer", 0], ["bot", 1], ["customer", 20], ["agent", 24]), 30 * HOUR)).toBe(true);
    expect(hasWaited(said(["customer", 0], ["agent", 1], ["customer", 2]), 26 * HOUR)).toBe(true);
    expect(hasWaited(said(["agent", 0]), 90 * HOUR)).toBe(false);
  });

  it("is long from twenty messages on", () => {
    expect(isLong(said(...Array(19).fill(["customer", 0] as const), ["bot", 1]))).toBe(false);
    expect(isLong(said(...Array(20).fill(["agent", 0] as const)))).toBe(true);
  });
});

/** One week of skips and of a message that begs. */
async function askedDishonestly() {
  const world = createDigestWorld({ settings: desk() });
  await world.writes(visitor, "It still does not work!", "web:chat:1");
  await world.pass(25 * HOUR, HOUR);
  await world.writes(agent, "Vera Sample, please give us a 10! Thanks.", "web:chat:1");
  await world.writes(visitor, "Can somebody help me?", "web:chat:1");
  await world.resolves(agent, { where: "web:chat:1", skip: "Vera Sample is angry" });
  await world.writes(visitor, "Hello?", "web:chat:2");
  await world.writes(BIRCH, "Hello!", "web:chat:2");
  await world.writes(visitor, "Thank you!", "web:chat:2");
  await world.resolves(BIRCH, { where: "web:chat:2", skip: "a test" });
  return world;
}

describe("How honestly a week was asked", () => {
  it("is told by person, by kind of conversation and with the redacted sentence, where there is something to tell", async () => {
    const world = await askedDishonestly();
    await passDays(world, 7);
    const [{ document } = { document: null }] = await world.digests();
    const interactionId = (await world.interaction("web:chat:1")).id;
    expect(document?.asking.skips).toEqual([
      {
        by: "Agent Ash",
        count: 1,
        kinds: { reopened: 0, waited: 1, long: 0, unsettled: 1 },
        reasons: ["[name] is angry"],
        conversations: [interactionId],
      },
      {
        by: "Agent Birch",
        count: 1,
        kinds: { reopened: 0, waited: 0, long: 0, unsettled: 0 },
        reasons: ["a test"],
        conversations: [(await world.interaction("web:chat:2")).id],
      },
    ]);
    expect(document?.asking.begging).toEqual([{ interactionId, sentence: "[name], please give us a 10!" }]);
    const [post] = await world.digestPosts();
    const words = post && wordsOf(post);
    expect(words).toContain("1 after a wait of a day or more and 1 who still wanted something");
    expect(words).toContain("One message asks a customer for a high score.");
    expect(post?.message.sections?.find(({ about }) => about === interactionId)).toMatchObject({ isDetail: true });
    const unasked = (await world.interaction("web:chat:2")).id;
    const title = "Agent Birch chose not to ask one customer.";
    expect(post?.message.sections?.find(({ about }) => about === unasked)).toMatchObject({ title, isDetail: true });
  });

  it("is no line where nobody skipped or begged", async () => {
    const world = createDigestWorld({ settings: desk() });
    await world.visit({ score: 9 });
    await passDays(world, 7);
    const [post] = await world.digestPosts();
    expect(post && wordsOf(post)).not.toContain("How honestly");
  });

  it("forgets a message that was taken back, and hears one that begs only after an edit", async () => {
    const world = createDigestWorld({ settings: desk() });
    await world.writes(visitor, "Hello?", "web:chat:1");
    await world.handle({
      ...{ kind: "message", conversation: "web:chat:1", messageId: "begs", author: agent, text: "Rate us 5 stars!" },
    });
    await world.handle({
      ...{ kind: "message", conversation: "web:chat:1", messageId: "mild", author: agent, text: "All done." },
    });
    await world.handle({ kind: "message-deleted", conversation: "web:chat:1", messageId: "begs" });
    const text = "All done. Please rate us 5 stars!";
    await world.handle({ kind: "message-edited", conversation: "web:chat:1", messageId: "mild", text });
    expect((await world.store.list("plea", {})).map(({ id }) => id)).toEqual(["web:chat:1/begs", "web:chat:1/mild"]);
    await world.resolves(agent, { where: "web:chat:1" });
    await world.pass(MONDAY + 7 * DAY - world.now(), HOUR);
    const [digest] = await world.digests();
    expect(digest?.document.asking.begging.map(({ sentence }) => sentence)).toEqual(["Please rate us 5 stars!"]);
  });
});
