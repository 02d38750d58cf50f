import { copyFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import type { PassedOver } from "../../src/outbox/passed-over.ts";
import type { Among, Filter, Reader, Store } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import { times } from "../runs.ts";
import { openStore, temporaryFolder } from "./open-store.ts";
import { postgresStores } from "./postgres-stores.ts";
import { change, postIn, sampleRows } from "./sample-rows.ts";

const few = (prefix: string) => fc.constantFrom(...["1", "2", "3", "4"].map((key) => `${prefix}${key}`));
const version = fc.constantFrom(0, 0, 0, 1, 1, 2, 3);
const time = fc.integer({ min: 0, max: 5 });

const post = fc
  .record({
    id: few("p"),
    lane: few("web:s:lane"),
    aside: fc.constantFrom(false, false, true),
    version,
    dueAt: time,
    state: fc.constantFrom("pending", "sending", "posted", "failed"),
    postedAt: fc.option(time),
    attempts: fc.integer({ min: 0, max: 2 }),
    leaseUntil: fc.option(time),
  })
  .map(({ id, lane, aside, ...more }) => {
    const postedAt = more.state === "posted" ? (more.postedAt ?? 0) : more.postedAt;
    const leaseUntil = more.state === "sending" ? more.leaseUntil : null;
    const leaseOwner = leaseUntil === null ? null : "A";
    return change(
      "post",
      postIn(lane, id, {
        ...{ ...more, postedAt, leaseOwner, leaseUntil },
        message: { ...sampleRows().post.message, ...(aside ? { privateTo: "web:s:u" } : {}) },
      } as Partial<Post>),
    );
  });
const customer = fc
  .record({ id: few("c"), version, name: fc.option(fc.string({ unit: "grapheme" })), teamMember: fc.boolean() })
  .map((more) => change("customer", { ...sampleRows().customer, ...more }));
const identity = fc.record({ id: few("i"), version, customerId: few("c") }).map((more) => change("identity", more));
const conversation = fc
  .record({ id: few("x"), version, customerId: few("c"), conversation: few("talk") })
  .map((more) => change("interaction", { ...sampleRows().interaction, state: "open", resolutionId: null, ...more }));

const filter: fc.Arbitrary<Filter<Post>> = fc.record(
  {
    where: fc.record(
      {
        lane: fc.oneof(few("web:s:lane"), fc.array(few("web:s:lane"), { maxLength: 3 })),
        state: fc.array(fc.constantFrom("pending", "posted", "failed"), { maxLength: 3 }),
        postedAt: fc.oneof(fc.constant(null), time, fc.array(fc.option(time), { maxLength: 3 })),
      },
      { requiredKeys: [] },
    ),
    atMost: fc.record({ dueAt: time, postedAt: time }, { requiredKeys: [] }),
    atLeast: fc.record({ attempts: time, postedAt: time }, { requiredKeys: [] }),
    orderBy: fc.constantFrom("id", "lane", "dueAt", "postedAt", "state"),
    after: few("p"),
    descending: fc.boolean(),
    limit: fc.integer({ min: 0, max: 4 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Filter<Post>>;

const desk = fc.constantFrom("ours", "ours", "theirs");
const altering = fc
  .tuple(fc.oneof(post, post, customer, identity, conversation), fc.constantFrom(false, false, true))
  .map(([one, isRemoval]) => (isRemoval ? { ...one, remove: true as const } : one));
const save = fc.record({
  desk,
  id: fc.option(few("event")),
  changes: fc.array(altering, { maxLength: 4 }),
});
type Save = typeof save extends fc.Arbitrary<infer S> ? S : never;

/** What the store answers: how the save ended, `thrown` where it threw. */
async function outcomeOf(store: Store, { desk, id, changes }: Save): Promise<string> {
  return store.save(desk, { id, at: 0 }, changes).catch(() => "thrown");
}

async function rowsOf(reader: Reader, filters: readonly Filter<Post>[]) {
  return {
    tables: await Promise.all(
      (["customer", "identity", "interaction", "post"] as const).map((table) => reader.list(table, {})),
    ),
    lists: await Promise.all(filters.map((one) => reader.list("post", one))),
  };
}

const PASSED: PassedOver = { platforms: [], spaces: [], channels: [], lanes: [], paced: [] };
const AMONG: readonly Among[] = [
  { kinds: ["alert", "question"], after: "", except: PASSED },
  { kinds: ["alert", "question"], after: "p1", except: { ...PASSED, channels: ["web:s:lane1", "web:s:lane2", "x"] } },
  {
    kinds: ["alert", "question"],
    after: "",
    except: { ...PASSED, paced: ["web:s:lane1", "web:s:lane3"], lanes: ["web:s:lane2"] },
  },
  { kinds: ["question", "alert"], after: "", except: PASSED },
];

async function contentOf(store: Store, filters: readonly Filter<Post>[]) {
  return {
    desks: await Promise.all(["ours", "theirs", "nobody's"].map((name) => rowsOf(store.at(name), filters))),
    whose: await Promise.all(["i1", "i2"].map((id) => store.desksWith(["ours", "theirs"], "identity", "id", id))),
    heads: await Promise.all([0, 3, 5].map((now) => store.heads(now, 3))),
    among: await Promise.all(AMONG.map((among) => store.heads(4, 3, among))),
  };
}

/** Whether the store answers as the memory does, whatever is saved and asked. */
function agrees(open: () => Promise<Store>) {
  return fc.asyncProperty(
    fc.array(save, { maxLength: 15 }),
    fc.array(filter, { maxLength: 8 }),
    async (saves, filters) => {
      const memory = createMemoryStore();
      const other = await open();
      try {
        for (const one of saves) expect(await outcomeOf(other, one)).toBe(await outcomeOf(memory, one));
        expect(await contentOf(other, filters)).toStrictEqual(await contentOf(memory, filters));
      } finally {
        await other.close();
      }
    },
  );
}

const stores = postgresStores();

describe("the memory gives the same answers to the same saves, lists and heads, whatever they are,", () => {
  it("as SQLite", async () => {
    const folder = temporaryFolder();
    const empty = join(folder, "empty.db");
    await (await openStore(empty)).close();
    let runs = 0;
    const open = async () => {
      const path = join(folder, `${runs++}.db`);
      copyFileSync(empty, path);
      return openStore(path);
    };
    await fc.assert(agrees(open), { numRuns: times(50, 1_000) });
  });

  it("as Postgres", async () => {
    await fc.assert(agrees(stores.empty), { numRuns: times(20, 1_000) });
  });
});
