import { describe, expect, it } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { createDispatcher } from "../../src/outbox/dispatcher.ts";
import type { PostResult, Store } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import { SHARED_STORES } from "../database/shared-stores.ts";
import { createWorld, SECOND, testChat } from "../world.ts";
import { pending, plant } from "./posts.ts";

/** Two dispatchers, each with a memory of its own, on a platform that takes one new message a second to a channel. */
async function two(open: () => Promise<readonly [Store, Store]>, posts: readonly Post[]) {
  const stores = await open();
  let now = 0;
  const clock = { now: () => now };
  await plant(stores[0], posts);
  const sent: { readonly by: string; readonly id: string; readonly at: number }[] = [];
  const answers = new Map<string, PostResult>();
  const dispatcher = (owner: string, store: Store) => {
    const { bot, log } = createWorld({ store, start: Number.MAX_SAFE_INTEGER });
    const chat = { ...testChat(), paceMs: SECOND };
    const post = async ({ post: { id } }: { readonly post: Post }): Promise<PostResult> => {
      sent.push({ by: owner, id, at: now });
      const answer = answers.get(id);
      answers.delete(id);
      return answer ?? { kind: "posted", reference: `ref-${id}` };
    };
    return createDispatcher({ store, bot, clock, log, random: () => 0.5, owner, chats: [{ ...chat, post }] });
  };
  return {
    ...{ stores, sent, answers },
    a: dispatcher("A", stores[0]),
    b: dispatcher("B", stores[1]),
    again: () => dispatcher("C", stores[0]),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe.each(SHARED_STORES)("what one dispatcher learns, on a store %s, binds another:", (_, open) => {
  it("a channel keeps its pace, whoever posts to it, and when both try at once", async () => {
    const posts = [1, 2, 3, 4, 5, 6].map((number) => pending(`p${number}`, `web:t:c:${number}`));
    const { a, b, sent, pass } = await two(open, posts);
    for (let turns = 0; turns < 12; turns += 1) {
      await Promise.all([a.drain(), b.drain()]);
      pass(SECOND / 2);
    }
    expect(sent.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 5].map((second) => second * SECOND));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(6);
  });

  it("a channel that the platform wants left alone is until then, and no other", async () => {
    const box = await two(open, [pending("p1", "web:t:c:1")]);
    box.answers.set("p1", { kind: "retry", reason: "ratelimited", afterMs: 30 * SECOND });
    await box.a.drain();
    await plant(box.stores[1], [pending("p2", "web:t:c:2"), pending("p3", "web:t:d:3")]);
    box.pass(5 * SECOND);
    await box.b.drain();
    expect(box.sent.map(({ by, id }) => by + id)).toEqual(["Ap1", "Bp3"]);
    box.pass(25 * SECOND);
    await box.b.drain();
    expect(box.sent.map(({ by, id }) => by + id)).toEqual(["Ap1", "Bp3", "Bp1"]);
  });

  it("a platform that wants to be left alone is, by one that has just started too", async () => {
    const box = await two(open, [pending("p1", "web:t:c:1")]);
    box.answers.set("p1", { kind: "retry", reason: "ratelimited", afterMs: 30 * SECOND, reach: "platform" });
    await box.a.drain();
    await plant(box.stores[1], [pending("p2", "web:u:d:2")]);
    box.pass(SECOND);
    await box.again().drain();
    expect(box.sent).toHaveLength(1);
    box.pass(29 * SECOND);
    await box.again().drain();
    expect(box.sent.map(({ by, id }) => by + id)).toEqual(["Ap1", "Cp1", "Cp2"]);
  });

  it("it is forgotten at night, when it is long over", async () => {
    const box = await two(open, [pending("p1", "web:t:c:1")]);
    await box.a.drain();
    expect(await box.stores[1].at(DEFAULT_DESK).list("pause", {})).toMatchObject([
      { id: "paced web:t:c", until: SECOND },
    ]);
    const { handle } = createWorld({ store: box.stores[1] });
    await handle({ kind: "retention-wanted" });
    for (let turns = 0; turns < 8; turns += 1) await handle({ kind: "sweep-due", subject: "retention" });
    expect(await box.stores[1].at(DEFAULT_DESK).list("pause", {})).toEqual([]);
  });
});
