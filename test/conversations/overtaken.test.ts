import { describe, expect, it } from "vitest";
import { agent, conversation, createWorld, customer, DAY, HOUR, MINUTE, SECOND, type World } from "../world.ts";

/** What a customer did to one message a while ago, each at its second. */
function acts(world: World, writtenAt = world.now()) {
  const message = { conversation, messageId: "m9" };
  const done = (second: number) => ({ ...message, writtenAt, at: writtenAt + second * SECOND });
  return {
    message: { kind: "message" as const, ...message, author: customer, text: "My PIN is 1234", at: writtenAt },
    first: { kind: "message-edited" as const, ...done(10), text: "My PIN" },
    second: { kind: "message-edited" as const, ...done(20), text: "My card" },
    deletion: { kind: "message-deleted" as const, ...done(30) },
  };
}
type Act = keyof ReturnType<typeof acts>;

async function heard(world: World, order: readonly Act[], known = acts(world)) {
  world.sleep(MINUTE);
  for (const act of order) await world.handle(known[act]);
  return world.store.list("entry", { where: { id: `${conversation}/m9` } });
}

const EDITED: Act[][] = [
  ["message", "first", "second"],
  ["message", "second", "first"],
  ["first", "message", "second"],
  ["first", "second", "message"],
  ["second", "message", "first"],
  ["second", "first", "message"],
];
const TAKEN_BACK: Act[][] = [
  ["deletion", "message", "message"],
  ["deletion", "first", "message"],
  ["second", "deletion", "message"],
  ["second", "deletion", "first", "message"],
];

describe.each(["new", "known"])("what is done to a message in a %s conversation", (state) => {
  const talk = async () => {
    const world = createWorld();
    if (state === "known") await world.writes(customer, "Hello?");
    return world;
  };

  it.each(EDITED)("leaves the words as last written where it comes as %s, %s, %s", async (...order) => {
    const world = await talk();
    const writtenAt = world.now();
    const entries = await heard(world, order);
    expect(entries).toMatchObject([{ text: "My card", editedAt: writtenAt + 20 * SECOND, deletedAt: null }]);
    expect(JSON.stringify(await world.store.list("amendment", {}))).not.toMatch(/PIN|card/);
  });

  it.each(TAKEN_BACK)("lets in nothing of what was taken back before it came: %s, %s, %s", async (...order) => {
    const world = await talk();
    const before = await world.store.list("interaction", {});
    expect(await heard(world, order)).toEqual([]);
    const counts = ({ entryCount, customerMessages }: (typeof before)[number]) => [entryCount, customerMessages];
    expect((await world.store.list("interaction", {})).map(counts)).toEqual(before.map(counts));
    expect(JSON.stringify(await world.store.list("amendment", {}))).not.toMatch(/PIN|card/);
  });
});

describe("what is done to a message that does not come", () => {
  it("opens no conversation, opens none again and says nothing", async () => {
    const world = createWorld();
    expect(await heard(world, ["first", "deletion"])).toEqual([]);
    expect(await world.store.list("interaction", {})).toEqual([]);
    await world.asked();
    const posts = (await world.posts()).length;
    await world.handle({ ...acts(world).first, messageId: "m10" });
    expect(await world.interaction()).toMatchObject({ state: "resolved" });
    expect(await world.posts()).toHaveLength(posts);
  });

  it("is held for a day from when it was written, and not at all after that or where nobody says when that was", async () => {
    const world = createWorld();
    await heard(world, ["first"]);
    await heard(world, ["second"], acts(world, world.now() - 2 * DAY));
    const { writtenAt: _, ...undated } = acts(world).first;
    await world.handle({ ...undated, messageId: "m11" });
    expect(await world.store.list("amendment", {})).toMatchObject([{ text: "My PIN" }]);
    await world.pass(2 * DAY, HOUR);
    expect(await world.store.list("amendment", {})).toEqual([]);
  });
});

it("a score that was changed before it came is heard as changed, and one that was taken back is not heard", async () => {
  const world = createWorld();
  await world.asked();
  const { message, first } = acts(world);
  await heard(world, ["deletion", "message"], { ...acts(world), message: { ...message, text: "2" } });
  expect(await world.store.list("response", {})).toEqual([]);
  const other = { messageId: "m12" };
  await world.handle({ ...first, ...other, text: "9" });
  await world.handle({ ...message, ...other, text: "6" });
  expect(await world.store.list("response", {})).toMatchObject([{ score: 9, revisionCount: 1 }]);
});

it.each(["new", "known"])(
  "an edit that is decided while its message is saved in a %s conversation is decided again",
  async (state) => {
    const world = createWorld();
    if (state === "known") await world.writes(customer, "Hello?");
    const { message, second } = acts(world);
    world.sleep(MINUTE);
    await Promise.all([world.handle(second), world.handle(message)]);
    expect(await world.store.list("entry", { where: { text: "My card" } })).toHaveLength(1);
  },
);

describe("an answer that comes before the customer's first message", () => {
  it.each([
    ["a while after it", MINUTE],
    ["a moment after it", 1],
  ])("leaves the conversation the customer's, who is asked: written %s", async (_, later) => {
    const world = createWorld();
    const at = world.now();
    world.sleep(HOUR);
    const written = { kind: "message", conversation } as const;
    await world.handle({ ...written, messageId: "2", author: agent, text: "Solved.", at: at + later });
    await world.handle({ ...written, messageId: "1", author: customer, text: "My invoice is wrong.", at });
    await world.resolves();
    expect(await world.interaction()).toMatchObject({
      ...{ openedBy: "customer", openedAt: at, customerMessages: 1, agentMessages: 1 },
    });
    expect(await world.store.list("resolution", {})).toMatchObject([{ fate: "waiting", fateReason: null }]);
    expect((await world.survey()).askIn).toBe(conversation);
    expect((await world.store.get("identity", customer.address))?.customerId).toBe((await world.survey()).customerId);
  });

  it("changes nothing where the team did write first", async () => {
    const world = createWorld();
    await world.writes(agent, "Your invoice was wrong.");
    world.sleep(MINUTE);
    await world.writes(customer, "Oh.");
    await world.resolves();
    expect(await world.store.list("resolution", {})).toMatchObject([{ fateReason: "team-opened" }]);
  });
});
