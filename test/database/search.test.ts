import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { migrate } from "../../adapters/database/migrate.ts";
import { readMigrations } from "../../adapters/database/migration-files.ts";
import type { Change } from "../../src/outcome.ts";
import type { Reader, Store } from "../../src/ports.ts";
import type { Rows } from "../../src/rows.ts";
import { readQuery } from "../../src/search/query.ts";
import { changesOf, conversationOf } from "../contracts/store-search-contract.ts";
import { times } from "../runs.ts";
import { CLOCK, MIGRATIONS, openStore, temporaryFolder } from "./open-store.ts";
import { postgresStores } from "./postgres-stores.ts";
import { change, DESK } from "./sample-rows.ts";

const AT = Date.UTC(2026, 10, 16);
const MARKER = "Quetzalcoatlus";

/** Words of six languages with what may stand between them. */
const piece = fc.constantFrom(
  ...[
    "refund",
    "Refund",
    "re",
    "überfällig",
    "ça",
    "não",
    "año",
    "返金",
    "金",
    "を",
    "ー",
    "iPhone",
    "42",
    "ß",
    "İ",
    "e\u0301t\u00e9",
  ],
  ...[" ", " ", " ", "-", "'", "。", "・", "\n", "👩‍👧", "_", "*", '"', "\u0000"],
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
const talk = fc.record({
  texts: fc.array(text, { minLength: 1, maxLength: 5 }),
  product: fc.constantFrom(null, "app", "billing"),
  comment: fc.option(text),
  name: fc.option(text),
  optedOut: fc.boolean(),
  edit: fc.option(fc.record({ text, deleted: fc.boolean(), removed: fc.boolean() })),
});
type Talk = typeof talk extends fc.Arbitrary<infer T> ? T : never;
const wanted = fc.record({
  typed: fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join("")),
  product: fc.constantFrom(undefined, "app", "none"),
  band: fc.constantFrom(undefined, "detractor", "promoter"),
  customerIds: fc.constantFrom(undefined, ["customer-0", "customer-1"], []),
  from: fc.constantFrom(undefined, AT + 11_000),
  to: fc.constantFrom(undefined, AT + 22_000),
});
type Wanted = typeof wanted extends fc.Arbitrary<infer W> ? W : never;

/** What of a talk is saved first, and what is saved upon that. */
function savesOf(given: Talk, index: number): [Change[], Change[]] {
  const { texts, product, comment, name, optedOut, edit } = given;
  const told = conversationOf(String(index), AT + index * 10_000, texts, { product });
  const customer = { ...told.customer, name, readOptOutAt: optedOut ? 1 : null };
  const first = changesOf({ ...told, customer, response: { ...told.response, comment } } as unknown as typeof told);
  if (!edit) return [first, []];
  const entry = { ...told.entries[0], version: 1, text: edit.text } as Rows["entry"];
  const edited = change("entry", { ...entry, deletedAt: edit.deleted ? 1 : null });
  return [first, [edit.removed ? { ...edited, remove: true } : edited]];
}

async function tell(store: Store, desk: string, talks: readonly Talk[]): Promise<void> {
  const saves = talks.map(savesOf);
  await store.save(
    desk,
    { id: null, at: 0 },
    saves.flatMap(([first]) => first),
  );
  await store.save(
    desk,
    { id: null, at: 0 },
    saves.flatMap(([, upon]) => upon),
  );
}

async function foundIn(reader: Reader, { typed, product, band, customerIds, from, to }: Wanted) {
  const query = readQuery(typed);
  const given = { product, band, customerIds, from, to };
  const filters = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const found = await reader.search({ query, limit: 9, ...filters });
  return [
    found.map(({ kind, id, interactionId }) => ({ kind, id, interactionId })),
    await reader.searchPeople(query, 9),
  ];
}

const postgres = postgresStores();
const engines: [string, () => Promise<Store>][] = [
  ["SQLite", () => openStore(join(temporaryFolder(), "desk.db"), { durable: false })],
  ["Postgres", () => postgres.empty()],
];

describe.each(engines)("Search in %s", (_, open) => {
  it("finds what the rules find, whatever was written, edited, taken back and asked for", async () => {
    const store = await open();
    const memory = createMemoryStore();
    let runs = 0;
    const story = fc.asyncProperty(
      fc.array(talk, { minLength: 1, maxLength: 3 }),
      fc.array(wanted, { minLength: 12, maxLength: 12 }),
      async (talks, wants) => {
        const desk = `desk-${runs++}`;
        for (const one of [store, memory]) await tell(one, desk, talks);
        for (const want of wants) {
          expect(await foundIn(store.at(desk), want)).toEqual(await foundIn(memory.at(desk), want));
        }
      },
    );
    await fc.assert(story, { numRuns: times(8, 2_000) });
    await store.close();
  });
});

describe("Search in SQLite", () => {
  it("leaves no byte of what was removed, edited, taken back or renamed, in the file or beside it", async () => {
    const path = join(temporaryFolder(), "desk.db");
    const store = await openStore(path);
    const save = (changes: Change[]) => store.save(DESK, { id: null, at: 0 }, changes);
    const others = Array.from({ length: 40 }, (_, index) => {
      const told = conversationOf(`n${index}`, AT + index * 10_000, ["The weather is fine today", "Anything else?"]);
      return changesOf({ ...told, customer: { ...told.customer, name: "Cleo Sample" } });
    });
    await save(others.flat());
    const told = conversationOf("m", AT, [`I am ${MARKER} one`, `${MARKER} two 返金${MARKER}`, `three ${MARKER}`]);
    const named = { ...told, customer: { ...told.customer, name: `${MARKER} Sample` } };
    const response = { ...told.response, comment: `${MARKER}!` };
    await save(changesOf({ ...named, response }));
    expect(await store.at(DESK).search({ query: readQuery(MARKER), limit: 9 })).toHaveLength(4);
    const [first, second, third] = told.entries as [Rows["entry"], Rows["entry"], Rows["entry"]];
    await save([
      { ...change("entry", { ...first, version: 1 }), remove: true },
      change("entry", { ...second, version: 1, text: "Another" }),
      { ...change("entry", { ...third, version: 1 }), remove: true },
      change("response", { ...response, version: 1, comment: null }),
      change("customer", { ...(told.customer as Rows["customer"]), version: 1, name: null }),
    ]);
    await store.close();
    const bytes = readFileSync(path).toString("latin1").toLowerCase();
    expect(bytes.includes("weather")).toBe(true);
    expect(bytes.includes(MARKER.toLowerCase())).toBe(false);
    expect(bytes.includes(MARKER.toLowerCase().slice(0, 9))).toBe(false);
  });

  it("finds what was not indexed with its save: many at once, changed or removed since, and after a restart", async () => {
    const path = join(temporaryFolder(), "desk.db");
    const store = await openStore(path, { durable: false });
    const texts = Array.from({ length: 2_100 }, (_, index) => `parcel ${index}`);
    const told = conversationOf("q", AT, texts);
    await store.save(DESK, { id: null, at: 0 }, changesOf(told));
    const [first, second] = told.entries as [Rows["entry"], Rows["entry"]];
    const save = (changes: Change[]) => store.save(DESK, { id: null, at: 0 }, changes);
    await save([change("entry", { ...first, version: 1, text: "letter" })]);
    await save([change("entry", { ...first, version: 2, text: "letters" })]);
    await save([{ ...change("entry", { ...second, version: 1 }), remove: true }]);
    await store.close();
    const again = await openStore(path, { durable: false });
    const ids = async (typed: string, limit = 3_000) =>
      (await again.at(DESK).search({ query: readQuery(typed), limit })).map(({ id }) => id);
    expect(await ids("letters")).toEqual([first.id]);
    expect(await ids("letter")).toEqual([]);
    expect((await ids("parcel")).length).toBe(texts.length - 2);
    await again.close();
    const database = new Database(path, { readonly: true });
    expect(database.prepare("SELECT count(*) FROM search_waiting").pluck().get()).toBe(0);
    database.close();
  });

  it("finds what was written before there was search", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "desk.db");
    const earlier = readMigrations(MIGRATIONS).filter(({ name }) => name < "0018");
    for (const { name } of earlier) copyFileSync(join(MIGRATIONS, name), join(folder, name));
    await migrate({ path, migrations: folder, now: CLOCK.now() });
    const database = new Database(path);
    database.pragma("foreign_keys = OFF");
    database.exec(`
      INSERT INTO customer (desk_id, id, version, name, team_member, created_at) VALUES ('ours', 'c', 1, 'Cleo Sample', 0, 5);
      INSERT INTO interaction (desk_id, id, version, conversation, ask_in, customer_id, state, opened_by, opened_at, last_activity_at,
        customer_messages, agent_messages, agents, entry_count, resolution_count)
        VALUES ('ours', 'i', 1, 'w', 'w', 'c', 'open', 'customer', 5, 5, 1, 0, '[]', 2, 0);
      INSERT INTO entry (desk_id, id, version, interaction_id, position, author, text, attachments, at, history)
        VALUES ('ours', 'w/2', 1, 'i', 2, 'customer', 'Later: a refund', '[]', 9000, '[]'),
        ('ours', 'w/1', 1, 'i', 1, 'customer', '返金を refund', '[]', 5000, '[]'), ('ours', 'w/3', 1, 'i', 3, 'bot', 'No refund', '[]', 9500, '[]')`);
    database.close();
    const store = await openStore(path);
    const ids = async (typed: string) =>
      (await store.at(DESK).search({ query: readQuery(typed), limit: 9 })).map(({ id }) => id);
    expect([await ids("refund"), await ids("返金")]).toEqual([["w/2", "w/1"], ["w/1"]]);
    expect(await store.at(DESK).searchPeople(readQuery("cleo"), 9)).toEqual(["c"]);
    await store.close();
  });
});
