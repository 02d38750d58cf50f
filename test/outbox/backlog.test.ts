import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OutboundMessage } from "../../src/messages.ts";
import { createDispatcher, type Dispatcher } from "../../src/outbox/dispatcher.ts";
import { PRECEDENCE } from "../../src/outbox/precedence.ts";
import type { Among, Store } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import { createWorld, MINUTE, MONDAY_TEN, SECOND, type TestChat, testChat, type World } from "../world.ts";
import { pending, plant, words } from "./posts.ts";

const ofKind = (kind: OutboundMessage["kind"]): OutboundMessage => ({ ...words(kind), kind });
const numbered = (count: number, lane: (index: number) => string, message?: OutboundMessage): Post[] =>
  Array.from({ length: count }, (_, index) => {
    const id = String(index).padStart(5, "0");
    return pending(id, lane(index), message);
  });

/** A dispatcher on these posts, its platforms `slow`, which keeps a second's pace in a channel, and `web`; time moves as it is told. */
async function backlog(...posts: Post[]) {
  const world: World = createWorld({ start: Number.MAX_SAFE_INTEGER });
  await plant(world.allDesks, posts);
  const slow = Object.assign(testChat("slow"), { paceMs: SECOND, mostAtOnce: 8 });
  const web = Object.assign(testChat(), { mostAtOnce: 16 });
  const looks: Among[] = [];
  const store: Store = {
    ...world.allDesks,
    heads: (now, limit, among) => {
      if (among?.after === "") looks.push(among);
      return world.allDesks.heads(now, limit, among);
    },
  };
  const { bot, log } = world;
  const clock = { now: () => Date.now() };
  const dispatcher = createDispatcher({
    store,
    bot,
    log,
    clock,
    chats: [slow, web],
    owner: "A",
    random: () => 0.5,
  });
  running.push(dispatcher);
  const count = async (state: Post["state"]) => (await world.store.list("post", { where: { state } })).length;
  return { world, dispatcher, slow, web, looks, count };
}

const running: Dispatcher[] = [];
const sentBy = (chat: TestChat) => chat.posted.map(({ post }) => post.id);
/** Posts that the platform keeps waiting for its answer until they are let go. */
function hanging(chat: TestChat) {
  const waiting: (() => void)[] = [];
  chat.answer = ({ post }) =>
    new Promise((resolve) => {
      waiting.push(() => resolve({ kind: "posted", reference: post.id }));
    });
  return () => {
    for (const release of waiting.splice(0)) release();
  };
}
const moment = (ms = 50) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers({ now: MONDAY_TEN }));
afterEach(async () => {
  const stopped = Promise.all(running.splice(0).map((dispatcher) => dispatcher.stop()));
  await moment(MINUTE);
  await stopped;
  vi.useRealTimers();
});

describe("what is under way at once", () => {
  it("is never more than the platform takes, and the rest leaves as that is settled", async () => {
    const { dispatcher, web, count } = await backlog(...numbered(300, (index) => `web:${index}`));
    const release = hanging(web);
    dispatcher.start();
    for (let left = 300; left > 0; left -= 16) {
      await moment();
      expect(await count("sending")).toBe(Math.min(16, left));
      release();
    }
    await moment();
    expect(await count("posted")).toBe(300);
    expect(sentBy(web)).toEqual(numbered(300, String).map(({ id }) => id));
  });

  it("leaves other platforms alone where one has stopped answering", async () => {
    const posts = numbered(300, (index) => `slow:s:${index}`);
    const { dispatcher, slow, web } = await backlog(...posts, pending("a", "web:a"), pending("b", "web:a"));
    hanging(slow);
    dispatcher.start();
    await moment();
    expect([sentBy(slow).length, sentBy(web)]).toEqual([8, ["a", "b"]]);
  });

  it("is all that stands as being sent after a stop", async () => {
    const { dispatcher, web, count } = await backlog(...numbered(300, (index) => `web:${index}`));
    const release = hanging(web);
    dispatcher.start();
    await moment();
    const stopped = dispatcher.stop();
    release();
    await moment();
    await stopped;
    expect([await count("posted"), await count("sending"), await count("pending")]).toEqual([16, 0, 284]);
  });
});

describe("a look at the outbox", () => {
  it("is made once more after the one under way, however often it is woken meanwhile", async () => {
    const { dispatcher, looks } = await backlog();
    for (let wakes = 0; wakes < 50; wakes += 1) dispatcher.wake();
    await moment();
    expect(looks).toHaveLength(1);
    dispatcher.wake();
    await vi.advanceTimersByTimeAsync(0);
    for (let wakes = 0; wakes < 50; wakes += 1) dispatcher.wake();
    await moment();
    expect(looks).toHaveLength(3);
  });

  it("does not read again what is under way", async () => {
    const { dispatcher, web, looks } = await backlog(...numbered(20, (index) => `web:${index}`));
    hanging(web);
    dispatcher.start();
    await moment();
    dispatcher.wake();
    await moment();
    expect(looks.at(-1)?.except).toMatchObject({
      platforms: ["web"],
      lanes: sentBy(web).map((id) => `web:${Number(id)}`),
    });
  });

  it("goes past any number of posts to a channel that has to wait", async () => {
    const crowd = numbered(400, (index) => `slow:s:c:${index}`);
    const { dispatcher, slow } = await backlog(...crowd, pending("z1", "slow:s:d"), pending("z2", "slow:s:e:1"));
    dispatcher.start();
    await moment();
    expect(sentBy(slow)).toEqual(["00000", "z1", "z2"]);
  });

  it("takes the next to a channel the moment its pace ends, not with the next poll", async () => {
    const { dispatcher, slow } = await backlog(...numbered(12, (index) => `slow:s:c:${index}`));
    const sentAt: number[] = [];
    slow.answer = ({ post }) => {
      sentAt.push(Date.now() - MONDAY_TEN);
      return { kind: "posted", reference: post.id };
    };
    dispatcher.start();
    await moment(11_500);
    expect(sentAt).toHaveLength(12);
    const gaps = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(SECOND);
    expect(Math.max(...gaps)).toBeLessThan(SECOND + 30);
  });

  it("keeps a second post from a channel's pace while the first is still looked for", async () => {
    const first: Post = { ...pending("a", "slow:s:c:1"), state: "sending" };
    const { dispatcher, slow } = await backlog(first, pending("b", "slow:s:c:2"));
    slow.find = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5 * SECOND));
      return null;
    };
    dispatcher.start();
    await moment(4.9 * SECOND);
    expect(sentBy(slow)).toEqual([]);
    await moment(200);
    expect(sentBy(slow)).toEqual(["a"]);
    await moment(SECOND);
    expect(sentBy(slow)).toEqual(["a", "b"]);
  });
});

describe("where more waits than may be under way", () => {
  it("alerts leave before thanks, those before questions, and the rest after them; in a lane nothing overtakes", async () => {
    const crowd = numbered(40, (index) => `web:${index}`, ofKind("question"));
    const late = PRECEDENCE.toReversed().map((kind) => pending(`x-${kind}`, `web:${kind}`, ofKind(kind)));
    const behind = pending("y-alert", "web:39", ofKind("alert"));
    const { dispatcher, web } = await backlog(...crowd, ...late, behind);
    const release = hanging(web);
    dispatcher.start();
    await moment();
    expect(sentBy(web).slice(0, 3)).toEqual(["x-alert", "x-thanks", "00000"]);
    for (let rounds = 0; rounds < 10; rounds += 1) {
      release();
      await moment();
    }
    const order = sentBy(web);
    expect(order).toHaveLength(crowd.length + late.length + 1);
    const place = (id: string) => order.indexOf(id);
    expect(place("y-alert")).toBeGreaterThan(place("00039"));
    expect(place("x-notice")).toBeGreaterThan(place("00038"));
  });

  it("an alert that comes later is the next to leave", async () => {
    const { world, dispatcher, web } = await backlog(...numbered(300, (index) => `web:${index}`, ofKind("question")));
    const release = hanging(web);
    dispatcher.start();
    await moment();
    await plant(world.allDesks, [pending("z", "web:team", ofKind("alert"))]);
    release();
    await moment();
    expect(sentBy(web).slice(0, 17)).toContain("z");
  });
});

describe("a platform's own limits", () => {
  it("keep all of it waiting where it says so, and one space where that is meant", async () => {
    const posts = [...numbered(40, (index) => `slow:s:${index}`), pending("x", "slow:other:1")];
    const { dispatcher, slow, web, world } = await backlog(...posts);
    slow.answer = () => ({ kind: "retry", reason: "limited", afterMs: MINUTE, reach: "space" });
    dispatcher.start();
    await moment();
    expect(sentBy(slow)).toHaveLength(9);
    expect(sentBy(slow)).toContain("x");
    await plant(world.allDesks, [pending("y", "slow:third:1"), pending("z", "web:1")]);
    slow.answer = () => ({ kind: "retry", reason: "limited", afterMs: MINUTE, reach: "platform" });
    await moment(SECOND);
    await plant(world.allDesks, [pending("y2", "slow:fourth:1")]);
    await moment(50 * SECOND);
    expect([sentBy(slow).length, sentBy(web)]).toEqual([10, ["z"]]);
    slow.answer = ({ post }) => ({ kind: "posted", reference: post.id });
    await moment(MINUTE);
    expect(sentBy(slow)).toContain("y2");
  });
});
