import { describe, expect, it } from "vitest";
import { createDispatcher } from "../../src/outbox/dispatcher.ts";
import { LEASE_MS } from "../../src/outbox/lease.ts";
import { checkMayLeave } from "../../src/outbox/may-leave.ts";
import type { PostResult } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import { createWorld, SECOND, type TestChat, testChat, type World } from "../world.ts";
import { type Freezer, freezer } from "./freezer.ts";
import { pending, plant } from "./posts.ts";

/** Posts in a store, and as many dispatchers as are asked for, each on a platform it shares with the others. */
async function outbox(...posts: Post[]) {
  const world = createWorld();
  await plant(world.allDesks, posts);
  const standing = new Set<string>();
  /** A platform that remembers what was posted, and answers `answer`. */
  const chat = (): TestChat => {
    const seen = testChat();
    seen.found = ({ post }) => (standing.has(post.id) ? `ref-${post.id}` : null);
    seen.answer = ({ post }) => {
      standing.add(post.id);
      return { kind: "posted", reference: `ref-${post.id}` };
    };
    return seen;
  };
  const dispatcher = (owner: string, on = chat(), life = freezer(), more: { leaseMs?: number } = {}) => {
    const { allDesks: store, log } = world;
    const clock = { now: world.now };
    const alive = { bot: life.bot(world.bot), chats: [life.chat(on)] };
    return createDispatcher({ store, log, clock, owner, ...alive, ...more });
  };
  return { world, standing, chat, dispatcher };
}

const get = async ({ store }: World, id: string) => store.get("post", id);
const sentBy = (chat: TestChat) => chat.posted.map(({ post }) => post.id);

/** A dispatcher that has taken a post up and is waiting for its platform, or has frozen. */
async function busy(box: Awaited<ReturnType<typeof outbox>>, id: string, life: Freezer = freezer()) {
  let answer: (result: PostResult) => void = () => {};
  const chat = box.chat();
  chat.answer = () =>
    new Promise<PostResult>((resolve) => {
      answer = resolve;
    });
  const done = box.dispatcher("A", chat, life).drain();
  await expect.poll(() => sentBy(chat)).toContain(id);
  return { done, answer: (result: PostResult) => answer(result), chat };
}

describe("what one dispatcher is sending", () => {
  it("is leased to it, and to nobody once it is settled", async () => {
    const box = await outbox(pending("a1", "web:a"));
    const a = await busy(box, "a1");
    const until = box.world.now() + LEASE_MS;
    expect(await get(box.world, "a1")).toMatchObject({ state: "sending", leaseOwner: "A", leaseUntil: until });
    a.answer({ kind: "posted", reference: "r" });
    await a.done;
    expect(await get(box.world, "a1")).toMatchObject({ state: "posted", leaseOwner: null, leaseUntil: null });
  });

  it.each<[PostResult["kind"], PostResult]>([
    ["retry", { kind: "retry", reason: "busy" }],
    ["unknown", { kind: "unknown", reason: "cut off" }],
    ["refused", { kind: "refused", reason: "archived" }],
  ])("is leased to nobody once the platform has answered %s", async (_, result) => {
    const box = await outbox(pending("a1", "web:a"));
    const chat = box.chat();
    chat.answer = () => result;
    await box.dispatcher("A", chat).drain();
    expect(await get(box.world, "a1")).toMatchObject({ leaseOwner: null, leaseUntil: null });
  });

  it("is left alone by the others, with what waits behind it, and keeps no other lane waiting", async () => {
    const box = await outbox(pending("a1", "web:a"), pending("a2", "web:a"));
    await busy(box, "a1");
    await plant(box.world.allDesks, [pending("b1", "web:b")]);
    const chat = box.chat();
    expect(await box.dispatcher("B", chat).drain()).toBe(1);
    expect(sentBy(chat)).toEqual(["b1"]);
  });

  it("stays its own for as long as the platform takes, far beyond the length of a lease", async () => {
    const leaseMs = 30;
    const box = await outbox(pending("a1", "web:a"));
    const slow = box.chat();
    let answer = (_: PostResult) => {};
    slow.answer = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const done = box.dispatcher("A", slow, freezer(), { leaseMs }).drain();
    const chat = box.chat();
    const beside = box.dispatcher("B", chat, freezer(), { leaseMs });
    for (let step = 0; step < 10; step += 1) {
      const renewed = box.world.now() + leaseMs;
      await expect.poll(async () => (await get(box.world, "a1"))?.leaseUntil, { interval: 5 }).toBe(renewed);
      box.world.sleep(leaseMs - 1);
      expect(await beside.drain()).toBe(0);
    }
    answer({ kind: "posted", reference: "r" });
    await done;
    expect(sentBy(chat)).toEqual([]);
    expect(await get(box.world, "a1")).toMatchObject({ state: "posted", reference: "r", leaseOwner: null });
  });
});

describe("what a dispatcher leaves behind that has stopped", () => {
  it("is taken over when its lease has run out, and not before", async () => {
    const box = await outbox(pending("a1", "web:a"), pending("a2", "web:a"));
    const life = freezer();
    await busy(box, "a1", life);
    life.freeze();
    const chat = box.chat();
    const beside = box.dispatcher("B", chat);
    box.world.sleep(LEASE_MS - 1);
    expect(await beside.drain()).toBe(0);
    box.world.sleep(1);
    await beside.drain();
    expect(sentBy(chat)).toEqual(["a1", "a2"]);
  });

  it("is looked for before it is sent again", async () => {
    const box = await outbox(pending("a1", "web:a"));
    await busy(box, "a1");
    box.standing.add("a1");
    box.world.sleep(LEASE_MS);
    const chat = box.chat();
    await box.dispatcher("B", chat).drain();
    expect(sentBy(chat)).toEqual([]);
    expect(await get(box.world, "a1")).toMatchObject({ state: "posted", reference: "ref-a1" });
  });

  it("is held by who looks for it, however long that takes", async () => {
    const box = await outbox({ ...pending("a1", "web:a"), state: "sending", attempts: 1 });
    const slow = box.chat();
    slow.find = () => new Promise(() => {});
    void box.dispatcher("A", slow).drain();
    await expect.poll(async () => (await get(box.world, "a1"))?.leaseOwner).toBe("A");
    expect(await box.dispatcher("B").drain()).toBe(0);
  });

  it("is settled by who took it over alone: the first, once it wakes, is refused", async () => {
    const box = await outbox(pending("a1", "web:a"));
    const a = await busy(box, "a1");
    box.world.sleep(LEASE_MS);
    const chat = box.chat();
    chat.answer = () => ({ kind: "unknown", reason: "cut off" });
    await box.dispatcher("B", chat).drain();
    const taken = await get(box.world, "a1");
    expect(taken).toMatchObject({ state: "sending", leaseOwner: null, error: "cut off" });
    a.answer({ kind: "retry", reason: "from long ago" });
    await a.done;
    expect(await get(box.world, "a1")).toEqual(taken);
  });

  it("is settled by the first after all where nobody took it over", async () => {
    const box = await outbox(pending("a1", "web:a"));
    const a = await busy(box, "a1");
    box.world.sleep(10 * LEASE_MS);
    a.answer({ kind: "posted", reference: "r" });
    await a.done;
    expect(await get(box.world, "a1")).toMatchObject({ state: "posted", reference: "r" });
  });

  it("is not sent by one that wakes between taking it up and sending it, when its time has run out", async () => {
    const box = await outbox(pending("a1", "web:a"));
    const [mine, others] = [box.chat(), box.chat()];
    const life = freezer(2);
    const done = box.dispatcher("A", mine, life).drain();
    await expect.poll(() => life.isFrozen).toBe(true);
    box.world.sleep(LEASE_MS);
    await box.dispatcher("B", others).drain();
    life.thaw();
    await done;
    expect([sentBy(mine), sentBy(others)]).toEqual([[], ["a1"]]);
  });

  it("is not sent by one that wakes while it gets the post ready, when its time has run out", async () => {
    const box = await outbox(pending("a1", "web:a"));
    const [mine, others] = [box.chat(), box.chat()];
    const left: string[] = [];
    const waking = freezer(1);
    mine.answer = async (outgoing) => {
      left.push(`may leave: ${outgoing.mayLeave?.()}`);
      await waking.chat(testChat()).find(outgoing);
      checkMayLeave(outgoing);
      left.push("sent");
      return { kind: "posted", reference: "late" };
    };
    const done = box.dispatcher("A", mine).drain();
    await expect.poll(() => waking.isFrozen).toBe(true);
    box.world.sleep(LEASE_MS);
    await box.dispatcher("B", others).drain();
    waking.thaw();
    await done;
    expect([left, sentBy(others)]).toEqual([["may leave: true"], ["a1"]]);
    expect(await get(box.world, "a1")).toMatchObject({ state: "posted", reference: "ref-a1" });
  });

  it("is taken up at once where everybody who held anything is known to be gone", async () => {
    const box = await outbox(pending("a1", "web:a"));
    await busy(box, "a1");
    box.standing.add("a1");
    await box.world.handle({ kind: "holders-gone" });
    const chat = box.chat();
    expect(await box.dispatcher("B", chat).drain()).toBe(1);
    expect(sentBy(chat)).toEqual([]);
    expect(await get(box.world, "a1")).toMatchObject({ state: "posted", leaseOwner: null });
  });
});

it("a platform that does not say whether a post stands is asked again later, and keeps its lane waiting only", async () => {
  const box = await outbox({ ...pending("a1", "web:a"), state: "sending", attempts: 1 }, pending("b1", "web:b"));
  const chat = box.chat();
  chat.find = () => new Promise(() => {});
  const { allDesks: store, bot, log } = box.world;
  const clock = { now: box.world.now };
  const impatient = createDispatcher({ store, bot, chats: [chat], clock, log, owner: "A", postTimeoutMs: 20 });
  expect(await impatient.drain()).toBe(2);
  expect(sentBy(chat)).toEqual(["b1"]);
  const post = await get(box.world, "a1");
  expect(post).toMatchObject({ state: "sending", leaseOwner: null, error: expect.stringContaining("no answer") });
  expect(post?.dueAt).toBeGreaterThanOrEqual(box.world.now() + SECOND / 2);
});

it("a post that may not be moved is tried once, not without end, and again with the next look", async () => {
  const box = await outbox(pending("a1", "web:a"), pending("b1", "web:b"));
  const chat = box.chat();
  let tries = 0;
  const { allDesks: store, bot, log } = box.world;
  const handle: typeof bot.handle = async (event) => {
    if (event.kind !== "post-moved" || event.postId !== "a1") return bot.handle(event);
    tries += 1;
    return { status: "saved", refusal: { code: "late", text: "Nobody's", told: false } };
  };
  const refusing = { ...bot, handle };
  const clock = { now: box.world.now };
  const parts = { store, bot: refusing, chats: [chat], clock, log, owner: "A", pollMs: 20 };
  expect(await createDispatcher(parts).drain()).toBe(2);
  expect([tries, sentBy(chat)]).toEqual([1, ["b1"]]);
  const running = createDispatcher(parts);
  running.start();
  await expect.poll(() => tries, { interval: 5 }).toBeGreaterThan(3);
  await running.stop();
});

it("what a desk left behind that the settings name no more is not posted, and keeps nobody else's waiting", async () => {
  const box = await outbox(pending("b1", "web:a"));
  const rows = ["a1", "a2"].map(
    (id) => ({ table: "post", row: pending(id, `web:${id === "a1" ? "a" : "b"}`) }) as const,
  );
  await box.world.allDesks.save("a desk of old", { id: null, at: 0 }, rows);
  const chat = box.chat();
  await box.dispatcher("A", chat).drain();
  expect(sentBy(chat)).toEqual(["b1"]);
  expect(await box.world.allDesks.at("a desk of old").get("post", "a1")).toMatchObject({
    state: "pending",
    version: 1,
  });
});
