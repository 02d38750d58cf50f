import { describe, expect, it } from "vitest";
import { createDispatcher } from "../../src/outbox/dispatcher.ts";
import { backoff } from "../../src/outbox/pace.ts";
import type { Post } from "../../src/rows.ts";
import { createWorld, HOUR, MINUTE, SECOND, testChat, type World } from "../world.ts";
import { pending, plant, words } from "./posts.ts";

async function withPosts(...posts: Post[]): Promise<World> {
  const world = createWorld();
  await plant(world.allDesks, posts);
  return world;
}

const sent = (world: World) => world.chat.posted.map(({ post }) => post.id);
const stateOf = async (world: World, id: string) => (await world.store.get("post", id))?.state;

describe("the dispatcher", () => {
  it("posts each lane in order and keeps the platform's reference", async () => {
    const world = await withPosts(pending("a1", "web:a"), pending("a2", "web:a"), pending("b1", "web:b"));
    expect(await world.dispatcher.drain()).toBe(3);
    expect(sent(world).filter((id) => id.startsWith("a"))).toEqual(["a1", "a2"]);
    expect(await world.store.get("post", "a1")).toMatchObject({ state: "posted", reference: "ref-a1", attempts: 1 });
  });

  it("marks a post as sending before the platform is called, so that an interruption is noticed", async () => {
    const world = await withPosts(pending("a1", "web:a"));
    const seen: (string | undefined)[] = [];
    world.chat.answer = async ({ post }) => {
      seen.push(await stateOf(world, post.id));
      return { kind: "posted", reference: "r" };
    };
    await world.dispatcher.drain();
    expect(seen).toEqual(["sending"]);
  });

  it("holds a lane back behind a post that must wait, and leaves other lanes alone", async () => {
    const world = await withPosts(pending("a1", "web:a"), pending("a2", "web:a"), pending("b1", "web:b"));
    world.chat.answer = ({ post }) =>
      post.id === "a1" ? { kind: "retry", reason: "busy", afterMs: MINUTE } : { kind: "posted", reference: post.id };
    await world.dispatcher.drain();
    expect(sent(world)).toEqual(["a1", "b1"]);
    world.chat.answer = ({ post }) => ({ kind: "posted", reference: post.id });
    await world.pass(59 * SECOND, SECOND);
    expect(sent(world)).toEqual(["a1", "b1"]);
    await world.pass(SECOND);
    expect(sent(world)).toEqual(["a1", "b1", "a1", "a2"]);
  });

  it("looks for a post whose fate is unknown before it sends it again", async () => {
    const world = await withPosts(pending("a1", "web:a"));
    world.chat.answer = () => ({ kind: "unknown", reason: "cut off" });
    await world.dispatcher.drain();
    expect(await stateOf(world, "a1")).toBe("sending");
    world.chat.found = ({ post }) => `found-${post.id}`;
    await world.pass(MINUTE, SECOND);
    expect(sent(world)).toEqual(["a1"]);
    expect(await world.store.get("post", "a1")).toMatchObject({ state: "posted", reference: "found-a1" });
  });

  it("sends it again where it is not found", async () => {
    const world = await withPosts({ ...pending("a1", "web:a"), state: "sending", attempts: 1 });
    await world.dispatcher.drain();
    expect(sent(world)).toEqual(["a1"]);
    expect(await stateOf(world, "a1")).toBe("posted");
  });

  it("takes a throwing platform for an unknown outcome, and never for a reason to stop", async () => {
    const world = await withPosts(pending("a1", "web:a"), pending("b1", "web:b"));
    world.chat.answer = ({ post }) => {
      if (post.id === "a1") throw new Error("boom");
      return { kind: "posted", reference: post.id };
    };
    await world.dispatcher.drain();
    expect([await stateOf(world, "a1"), await stateOf(world, "b1")]).toEqual(["sending", "posted"]);
  });

  it("does not send blindly where the platform cannot say whether the post stands", async () => {
    const world = await withPosts({ ...pending("a1", "web:a"), state: "sending" });
    world.chat.found = () => {
      throw new Error("history is not to be had");
    };
    await world.pass(HOUR);
    expect(sent(world)).toEqual([]);
    const post = await world.store.get("post", "a1");
    expect(post).toMatchObject({ state: "sending", error: expect.stringContaining("history") });
    expect(post?.attempts).toBeLessThan(30);
  });

  it("gives up on what is permanent, says so in the log and goes on", async () => {
    const world = await withPosts(pending("a1", "web:a"), pending("a2", "web:a"));
    world.chat.answer = ({ post }) =>
      post.id === "a1" ? { kind: "refused", reason: "is_archived" } : { kind: "posted", reference: post.id };
    await world.dispatcher.drain();
    expect(await world.store.get("post", "a1")).toMatchObject({ state: "failed", error: "is_archived" });
    expect(await stateOf(world, "a2")).toBe("posted");
    expect(world.log.faults).toHaveLength(1);
  });

  it("hands on what a post replaces, and drops a replacement of something that never stood there", async () => {
    const replacing = (id: string, replaces: string) => pending(id, "web:a", { ...words(id), replaces });
    const world = await withPosts(pending("a1", "web:a"), replacing("a2", "a1"), replacing("a3", "nowhere"));
    await world.dispatcher.drain();
    expect(world.chat.posted.map(({ replaces }) => replaces)).toEqual([null, "ref-a1"]);
    expect(await stateOf(world, "a3")).toBe("failed");
  });

  it("withdraws without a word what would replace a message that was withdrawn itself", async () => {
    const withdrawn: Post = { ...pending("a1", "web:a"), state: "withdrawn" };
    const world = await withPosts(withdrawn, pending("a2", "web:a", { ...words("a2"), replaces: "a1" }));
    await world.dispatcher.drain();
    expect([await stateOf(world, "a2"), sent(world), world.log.faults]).toEqual(["withdrawn", [], []]);
  });

  it("keeps what is meant for a platform that is not connected", async () => {
    const world = await withPosts(pending("a1", "slack:T1:C1"));
    await world.pass(HOUR);
    const post = await world.store.get("post", "a1");
    expect(post).toMatchObject({ state: "pending", error: "no platform named slack is connected" });
    expect(post?.attempts).toBeLessThan(30);
  });

  it("keeps the platform's pace in each channel, whichever thread a post goes to", async () => {
    const [first, second] = ["slow:T:C1:t1", "slow:T:C1:t2"];
    const world = await withPosts(pending("a1", first), pending("a2", second), pending("b1", "slow:T:C2"));
    const chat = { ...testChat("slow"), paceMs: 1_000 };
    let now = 0;
    const { allDesks: store, bot, log } = world;
    const paced = createDispatcher({ store, bot, chats: [chat], clock: { now: () => now }, log, owner: "A" });
    const posted = async () => {
      await paced.drain();
      return chat.posted.map(({ post }) => post.id);
    };
    expect(await posted()).toEqual(["a1", "b1"]);
    now = 999;
    expect(await posted()).toEqual(["a1", "b1"]);
    now = 1_000;
    expect(await posted()).toEqual(["a1", "b1", "a2"]);
  });

  it("leaves a whole channel alone that the platform wants left alone", async () => {
    const world = await withPosts(pending("a1", "web:T:C1:t1"), pending("b1", "web:T:C2"));
    world.chat.answer = ({ post }) =>
      post.id === "a1" ? { kind: "retry", reason: "limited", afterMs: MINUTE } : { kind: "posted", reference: post.id };
    await world.dispatcher.drain();
    await plant(world.allDesks, [pending("a2", "web:T:C1:t2")]);
    await world.pass(59 * SECOND, SECOND);
    expect(sent(world).toSorted()).toEqual(["a1", "b1"]);
    await world.pass(2 * SECOND, SECOND);
    expect(sent(world)).toContain("a2");
  });

  it("has nothing of a channel wait for a detail that has to wait", async () => {
    const detail = { ...words("the picture"), kind: "detail" } as const;
    const world = await withPosts(pending("a1", "web:T:C1:t1", detail), pending("b1", "web:T:C1"));
    world.chat.answer = ({ post }) =>
      post.id === "a1" ? { kind: "retry", reason: "limited", afterMs: MINUTE } : { kind: "posted", reference: post.id };
    await world.dispatcher.drain();
    await plant(world.allDesks, [pending("b2", "web:T:C1")]);
    await world.pass(2 * SECOND, SECOND);
    expect(sent(world).toSorted()).toEqual(["a1", "b1", "b2"]);
  });

  it("finishes what is under way when it is stopped, and takes up nothing more", async () => {
    const world = await withPosts(pending("a1", "web:a"), pending("a2", "web:a"));
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    world.chat.answer = async ({ post }) => {
      await held;
      return { kind: "posted", reference: post.id };
    };
    world.dispatcher.start();
    await expect.poll(() => sent(world)).toEqual(["a1"]);
    const stopped = world.dispatcher.stop();
    release();
    await stopped;
    expect(await stateOf(world, "a1")).toBe("posted");
    expect(await stateOf(world, "a2")).toBe("pending");
  });

  it("takes up nothing either where it is stopped before it has looked", async () => {
    const world = await withPosts(pending("a1", "web:a"));
    world.dispatcher.start();
    await world.dispatcher.stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent(world)).toEqual([]);
    expect(await stateOf(world, "a1")).toBe("pending");
  });

  it("posts once where two dispatchers look at one outbox at the same moment", async () => {
    const world = await withPosts(pending("a1", "web:a"), pending("a2", "web:a"), pending("b1", "web:b"));
    const { allDesks: store, bot, chat, log } = world;
    chat.found = ({ post }) => (sent(world).includes(post.id) ? `ref-${post.id}` : null);
    const shared = { store, bot, chats: [chat], clock: { now: world.now }, log };
    const both = ["A", "B"].map((owner) => createDispatcher({ ...shared, owner }));
    await Promise.all(both.map((dispatcher) => dispatcher.drain()));
    expect(sent(world).toSorted()).toEqual(["a1", "a2", "b1"]);
  });

  it("does not send again what somebody else has tried since the outbox was read", async () => {
    const world = await withPosts(pending("a1", "web:a"));
    const { bot, chat, log, allDesks: store } = world;
    const read = await store.heads(world.now(), 100);
    const stale = { ...store, heads: async () => read.splice(0) };
    world.chat.answer = () => ({ kind: "unknown", reason: "cut off" });
    await world.dispatcher.drain();
    const clock = { now: world.now };
    await createDispatcher({ store: stale, bot, chats: [chat], clock, log, owner: "B" }).drain();
    expect(sent(world)).toEqual(["a1"]);
  });

  it("waits longer after each failure, up to five minutes, spread by half", () => {
    expect([0, 1, 2, 3].map((attempts) => backoff(attempts, 0.5))).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect([backoff(50, 0), backoff(50, 0.5)]).toEqual([150_000, 300_000]);
  });

  it("lets an edit and a private word go ahead of new messages that keep a channel's pace", async () => {
    const replacing = pending("c1", "slow:s:c:3", { ...words("c1"), replaces: "a0" });
    const whisper = pending("d1", "slow:s:c:4", { ...words("d1"), privateTo: "slow:s:u" });
    const settled = { ...pending("a0", "slow:s:c:3"), state: "posted", postedAt: 0, reference: "r" } as const;
    const world = await withPosts(
      settled,
      pending("a1", "slow:s:c:1"),
      pending("b1", "slow:s:c:2"),
      replacing,
      whisper,
    );
    const chat = { ...testChat("slow"), paceMs: 1_000 };
    const clock = { now: () => 0 };
    const { allDesks: store, bot, log } = world;
    await createDispatcher({ store, bot, chats: [chat], clock, log, owner: "A" }).drain();
    expect(chat.posted.map(({ post }) => post.id).toSorted()).toEqual(["a1", "c1", "d1"]);
  });
});
