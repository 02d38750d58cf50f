import { describe, expect, it } from "vitest";
import { backoff, createDispatcher } from "../src/dispatcher.ts";
import type { OutboundMessage } from "../src/messages.ts";
import type { Post } from "../src/rows.ts";
import { createWorld, HOUR, MINUTE, SECOND, testChat, type World } from "./world.ts";

const words = (text: string): OutboundMessage => ({ kind: "notice", text, actions: [] });

function pending(id: string, lane: string, message = words(id)): Post {
  const unsent = { postedAt: null, reference: null, error: null, surveyId: null };
  return { id, version: 0, lane, message, state: "pending", attempts: 0, createdAt: 0, dueAt: 0, ...unsent };
}

async function withPosts(...posts: Post[]): Promise<World> {
  const world = createWorld();
  await world.store.save(
    { id: null, at: 0 },
    posts.map((row) => ({ table: "post", row }) as const),
  );
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
    await world.dispatcher.drain();
    expect(sent(world)).toEqual([]);
    expect(await world.store.get("post", "a1")).toMatchObject({
      state: "sending",
      error: expect.stringContaining("history"),
    });
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

  it("keeps what is meant for a platform that is not connected", async () => {
    const world = await withPosts(pending("a1", "slack:T1:C1"));
    await world.pass(HOUR);
    expect(await world.store.get("post", "a1")).toMatchObject({
      state: "pending",
      error: "no platform named slack is connected",
    });
  });

  it("keeps the platform's pace in each lane", async () => {
    const world = await withPosts(pending("a1", "slow:a"), pending("a2", "slow:a"), pending("b1", "slow:b"));
    const chat = { ...testChat("slow"), paceMs: 1_000 };
    let now = 0;
    const paced = createDispatcher({
      store: world.store,
      bot: world.bot,
      chats: [chat],
      clock: { now: () => now },
      log: world.log,
    });
    await paced.drain();
    expect(chat.posted.map(({ post }) => post.id)).toEqual(["a1", "b1"]);
    now = 1_000;
    await paced.drain();
    expect(chat.posted.map(({ post }) => post.id)).toEqual(["a1", "b1", "a2"]);
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

  it("waits longer after each failure, up to five minutes, spread by half", () => {
    expect([0, 1, 2, 3].map((attempts) => backoff(attempts, 0.5))).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect([backoff(50, 0), backoff(50, 0.5)]).toEqual([150_000, 300_000]);
  });
});
