import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import { migrateConnection } from "../../adapters/database/migrate.ts";
import { TABLES } from "../../adapters/database/tables.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { addressHash } from "../../src/forgetting/tombstone.ts";
import { readQuery } from "../../src/search/query.ts";
import { run } from "../cli/program.ts";
import { expectCarried } from "./carried-rows.ts";
import { earlierFiles, FORGOTTEN, KEYS, rawRows, rowsIn } from "./earlier-files.ts";
import { MIGRATIONS, openStore, temporaryFolder } from "./open-store.ts";

/** Presses, and with them their authors' addresses, were kept for good up to this schema. */
const PRESSES = 15;
const wasKept = (version: number) => (table: string, id: string) =>
  table !== "inbox" || version > PRESSES || id !== "slack:click:U7";

/** Ids of rows that are the forgotten customer's. */
const THEIRS = new RegExp(`(?:^|\\W)${FORGOTTEN}(?:\\W|$)`);

/** A list of the forgotten that names the one customer, by a hash, as it is kept beside the database. */
async function forgottenList(): Promise<string> {
  const hashes = [await addressHash("salt", `web:desk:${FORGOTTEN}`)];
  return `${JSON.stringify({ desk: DEFAULT_DESK, id: "since", salt: "salt", hashes, at: 1_800_000_000_000 })}\n`;
}

async function foundFor(path: string, words: string): Promise<string[]> {
  const store = await openStore(path);
  const found = await store.at(DEFAULT_DESK).search({ query: readQuery(words), limit: 9 });
  expect(store.check()).toMatchObject({ problems: [] });
  await store.close();
  return found.map(({ id }) => id).sort();
}

const files = earlierFiles();

it("there is a file of every schema, with rows of several people in each of its tables", () => {
  expect(files.map(({ version }) => version)).toEqual(files.map((_, index) => index + 1));
  expect(files.length).toBeGreaterThanOrEqual(33);
  for (const { version, content } of files)
    for (const [table, { size }] of rawRows(content)) expect(size, `${table} of ${version}`).toBeGreaterThan(1);
});

it.each(files)("every row of schema $version is carried over to the newest", async ({ version, content }) => {
  const database = new Database(content);
  const before = rowsIn(database);
  const done = await migrateConnection(database, { path: "", migrations: MIGRATIONS, now: 0, isCopy: true });
  expect(done).toEqual({ from: version, to: files.length, backup: null });
  expect(database.pragma("foreign_key_check")).toEqual([]);
  expectCarried(before, rowsIn(database), wasKept(version));
  database.close();
});

/** The first; the last without desks, and the first with them; without and with a list of the forgotten, and search; the last before this one. */
const TELLING = [1, 6, 7, 15, 16, 17, 18, files.length - 1];
const told = files.slice(0, -1).filter(({ version }) => inject("isLong") || TELLING.includes(version));

it.each(told)("restore brings a backup of schema $version here, but for who was forgotten", async (file) => {
  const folder = temporaryFolder();
  const path = join(folder, "emptychair.db");
  writeFileSync(`${path}.forgotten.jsonl`, await forgottenList());
  writeFileSync(join(folder, "copy"), file.content);
  const { code, out } = await run(["restore", join(folder, "copy"), "--yes"], { EMPTYCHAIR_DATA: folder });
  expect(code).toBe(0);
  expect(out).toContain(`It was brought from schema ${file.version} to ${files.length}.`);
  expect(out).toContain("forgotten again: 1.");
  expect(readdirSync(folder).filter((name) => name.includes(".v"))).toEqual([]);
  expect(readFileSync(path).includes("kumquat")).toBe(false);
  const [before, after] = [rawRows(file.content), rawRows(path)];
  const isOthers = (table: string, id: string) => before.get(table)?.has(id) === true && !THEIRS.test(id);
  expectCarried(before, after, (table, id) => isOthers(table, id) && wasKept(file.version)(table, id));
  expect(after.get("identity")?.has(`web:desk:${FORGOTTEN}`)).toBe(false);
  expect(await foundFor(path, "broken")).toEqual(["response-1", "web:desk:support:1/1"]);
});

it.each(files.filter(({ version }) => [1, 17].includes(version)))(
  "a start carries everything over from schema $version, to the desk there was",
  async ({ version, content }) => {
    const path = join(temporaryFolder(), "desk.db");
    writeFileSync(path, content, { mode: 0o600 });
    const store = await openStore(path);
    const before = rawRows(content);
    for (const table of TABLES) {
      expect(await store.at(DEFAULT_DESK).list(table, {}), table).toHaveLength(before.has(table) ? KEYS.length : 0);
      expect(await store.at("another").list(table, {})).toEqual([]);
    }
    expect(await store.save(DEFAULT_DESK, { id: "slack:Ev1", at: 2 }, [])).toBe("seen");
    await store.close();
    expectCarried(before, rawRows(path), wasKept(version));
  },
);
