import { join } from "node:path";
import { setImmediate as breath, setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { createDispatcher } from "../../src/outbox/dispatcher.ts";
import { LEASE_MS } from "../../src/outbox/lease.ts";
import type { Chat, PostResult, Store } from "../../src/ports.ts";
import { openStore, temporaryFolder } from "../database/open-store.ts";
import { times } from "../runs.ts";
import { createWorld, MINUTE, rememberingLog } from "../world.ts";
import { freezer } from "./freezer.ts";
import { pending, plant } from "./posts.ts";

/** What the platform does with one call: how long each half takes, and what becomes of request and answer. */
interface Call {
  readonly before: number;
  readonly after: number;
  readonly fate: "answered" | "answer lost" | "request lost" | "busy";
}

interface Story {
  /** The lane of each post, in the order in which they are said. */
  readonly lanes: readonly number[];
  readonly calls: readonly Call[];
  /** The step at which the first dispatcher freezes. */
  readonly freezesAt: number;
}

const call: fc.Arbitrary<Call> = fc.record({
  before: fc.nat(3),
  after: fc.nat(3),
  fate: fc.constantFrom("answered", "answered", "answered", "answer lost", "request lost", "busy"),
});
const story: fc.Arbitrary<Story> = fc.record({
  lanes: fc.array(fc.nat(4), { minLength: 1, maxLength: 30 }),
  calls: fc.array(call, { minLength: 1, maxLength: 30 }),
  freezesAt: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(Number.POSITIVE_INFINITY)),
});

const delay = (steps: number) => (steps === 0 ? breath() : pause(steps));

/** A platform that both dispatchers reach: slow, and losing what the story has it lose, for a while. */
function platform({ calls }: Story) {
  const standing: { id: string; lane: string }[] = [];
  let [asked, underWay] = [0, 0];
  const isStanding = (id: string) => standing.some((one) => one.id === id);
  const chat: Chat = {
    platform: "web",
    paceMs: 0,
    mostAtOnce: 64,
    arrivalMs: 0,
    threadUnder: () => null,
    async post({ post: { id, lane } }): Promise<PostResult> {
      const { before, after, fate } = calls[asked++] ?? { before: 0, after: 0, fate: "answered" };
      underWay += 1;
      await delay(before);
      if (fate === "answered" || fate === "answer lost") standing.push({ id, lane });
      underWay -= 1;
      await delay(after);
      if (fate === "busy") return { kind: "retry", reason: "busy" };
      if (fate !== "answered") throw new Error(fate);
      return { kind: "posted", reference: `ref-${id}` };
    },
    async find({ post: { id } }) {
      await delay(1);
      return isStanding(id) ? `ref-${id}` : null;
    },
  };
  const quiet = async () => {
    while (underWay > 0) await pause(1);
  };
  return { chat, standing, quiet };
}

/** Two dispatchers at work on the posts of the story, at once; the first may freeze, and wakes when all is said. */
async function told(given: Story, stores: readonly [Store, Store]) {
  let now = 0;
  const clock = { now: () => now };
  const { chat, standing, quiet } = platform(given);
  const life = freezer(given.freezesAt);
  const posts = given.lanes.map((lane, index) => pending(String(index).padStart(4, "0"), `web:${lane}`));
  await plant(stores[0], posts);
  const [first, second] = stores.map((store, index) => {
    const { bot } = createWorld({ store, start: Number.MAX_SAFE_INTEGER });
    const its = index === 0 ? { bot: life.bot(bot), chats: [life.chat(chat)] } : { bot, chats: [chat] };
    const log = rememberingLog();
    return createDispatcher({ store, clock, log, random: () => 0.5, owner: `dispatcher ${index}`, ...its });
  });
  if (!first || !second) throw new Error("There are two stores");
  const stillOrFrozen = async (work: Promise<unknown>) => {
    let isDone = false;
    void work.then(() => {
      isDone = true;
    });
    while (!isDone && !life.isFrozen) await pause(1);
  };
  const frozen: Promise<unknown>[] = [];
  const unsaid = () => stores[1].at(DEFAULT_DESK).list("post", { where: { state: ["pending", "sending"] } });
  for (let rounds = 0; rounds < 60 && (await unsaid()).length > 0; rounds += 1) {
    const work = life.isFrozen ? Promise.resolve() : first.drain();
    frozen.push(work);
    await Promise.all([stillOrFrozen(work), second.drain()]);
    // No request takes longer than a lease.
    await quiet();
    now += rounds % 2 === 0 ? LEASE_MS : MINUTE;
  }
  life.thaw();
  await Promise.all(frozen);
  await Promise.all([first.drain(), second.drain()]);
  return { said: posts, standing, rows: await stores[1].at(DEFAULT_DESK).list("post", {}) };
}

async function holds(given: Story, stores: readonly [Store, Store]): Promise<void> {
  const { said, standing, rows } = await told(given, stores);
  for (const lane of new Set(said.map((post) => post.lane))) {
    const inLane = (posts: readonly { id: string; lane: string }[]) =>
      posts.filter((post) => post.lane === lane).map(({ id }) => id);
    expect(inLane(standing)).toEqual(inLane(said));
  }
  for (const row of rows) expect(row).toMatchObject({ state: "posted", leaseOwner: null, reference: `ref-${row.id}` });
}

it("two dispatchers at once on one store in memory post everything once and in order, whatever freezes or gets lost", async () => {
  const property = fc.asyncProperty(story, async (given) => {
    const store = createMemoryStore();
    await holds(given, [store, store]);
  });
  await fc.assert(property, { numRuns: times(40, 1_000) });
});

it("two dispatchers at once on two connections to one file do so too", async () => {
  const folder = temporaryFolder();
  let runs = 0;
  const property = fc.asyncProperty(story, async (given) => {
    const path = join(folder, `${runs++}.db`);
    const stores = [await openStore(path, { durable: false }), await openStore(path, { durable: false })] as const;
    try {
      await holds(given, stores);
    } finally {
      for (const store of stores) await store.close();
    }
  });
  await fc.assert(property, { numRuns: times(15, 300) });
});
