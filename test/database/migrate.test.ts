import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import { migrate, pendingMigrations } from "../../adapters/database/migrate.ts";
import { readMigrations } from "../../adapters/database/migration-files.ts";
import { CLOCK, MIGRATIONS, openStore, temporaryFolder } from "./open-store.ts";
import { DESK, sampleChanges } from "./sample-rows.ts";

const nameOf = (version: number) => `${String(version).padStart(4, "0")}-added.sql`;

/** A database at the shipped schema with the sample in it, and a folder of migrations with the given ones added. */
async function deskWith(...added: string[]) {
  const folder = temporaryFolder();
  const path = join(folder, "data", "desk.db");
  const store = await openStore(path);
  await store.save(DESK, { id: "e", at: 0 }, sampleChanges());
  await store.close();
  const migrations = join(folder, "migrations");
  cpSync(MIGRATIONS, migrations, { recursive: true });
  const shipped = readMigrations(MIGRATIONS).length;
  for (const [index, text] of added.entries()) {
    writeFileSync(join(migrations, nameOf(shipped + index + 1)), text);
  }
  return { path, migrations, shipped, data: join(folder, "data") };
}

function read(path: string, query: string): unknown[] {
  const database = new Database(path);
  try {
    return database.prepare(query).pluck().all();
  } finally {
    database.close();
  }
}

const version = (path: string) => read(path, "SELECT user_version FROM pragma_user_version")[0];

it("applies what is pending, in order, and keeps the rows", async () => {
  const { path, migrations, shipped } = await deskWith("CREATE TABLE a (id) ", "ALTER TABLE a RENAME TO b");
  expect(pendingMigrations({ path, migrations }).pending).toHaveLength(2);
  const done = await migrate({ path, migrations, now: CLOCK.now() });
  expect(done).toMatchObject({ from: shipped, to: shipped + 2 });
  expect(pendingMigrations({ path, migrations })).toEqual({ version: shipped + 2, pending: [] });
  expect(read(path, "SELECT name FROM sqlite_schema WHERE name IN ('a', 'b')")).toEqual(["b"]);
  expect(read(path, "SELECT id FROM customer")).toEqual(["customer-1"]);
});

it("keeps a copy of the database as it was, named with its version and the time", async () => {
  const { path, migrations, shipped } = await deskWith("DELETE FROM receipt");
  const { backup } = await migrate({ path, migrations, now: CLOCK.now() });
  expect(backup).toBe(`${path}.v${shipped}-20260102T030405Z.backup`);
  expect(read(String(backup), "SELECT id FROM receipt")).toEqual(["key-1"]);
  expect(version(String(backup))).toBe(shipped);
  expect(read(path, "SELECT id FROM receipt")).toEqual([]);
});

it("makes no copy of a new database, nor where nothing is pending", async () => {
  const { path, data, shipped } = await deskWith();
  expect(await migrate({ path, migrations: MIGRATIONS, now: 0 })).toEqual({ from: shipped, to: shipped, backup: null });
  await (await openStore(path)).close();
  expect(readdirSync(data)).toEqual(["desk.db"]);
});

it("undoes all of a migration that fails, stays at the version before, and can be run again", async () => {
  const { path, migrations, shipped } = await deskWith(
    "CREATE TABLE kept (id)",
    "CREATE TABLE half (id); DELETE FROM receipt; INSERT INTO missing VALUES (1);",
  );
  await expect(migrate({ path, migrations, now: 0 })).rejects.toThrow(
    new RegExp(`${nameOf(shipped + 2)} failed and was undone.*missing`),
  );
  expect(version(path)).toBe(shipped + 1);
  expect(read(path, "SELECT name FROM sqlite_schema WHERE name IN ('kept', 'half')")).toEqual(["kept"]);
  expect(read(path, "SELECT id FROM receipt")).toEqual(["key-1"]);
  writeFileSync(join(migrations, nameOf(shipped + 2)), "CREATE TABLE half (id)");
  expect(await migrate({ path, migrations, now: 1 })).toMatchObject({ to: shipped + 2 });
});

it("undoes a migration that leaves rows without what they refer to", async () => {
  const { path, migrations, shipped } = await deskWith("DELETE FROM customer");
  await expect(migrate({ path, migrations, now: 0 })).rejects.toThrow(/refer to nothing/);
  expect(read(path, "SELECT id FROM customer")).toEqual(["customer-1"]);
  expect(version(path)).toBe(shipped);
});

it("says so where a migration ends the transaction it runs in", async () => {
  const { path, migrations, shipped } = await deskWith("COMMIT");
  await expect(migrate({ path, migrations, now: 0 })).rejects.toThrow(/ends the transaction/);
  expect(version(path)).toBe(shipped);
});

it("refuses a database of a newer version and leaves it alone", async () => {
  const { path, migrations, shipped, data } = await deskWith("CREATE TABLE later (id)");
  await (await openStore(path, { migrations })).close();
  const files = readdirSync(data);
  const refusal = new RegExp(`written by a newer Empty Chair \\(schema ${shipped + 1}, this one knows ${shipped}\\)`);
  await expect(openStore(path)).rejects.toThrow(refusal);
  expect(() => pendingMigrations({ path, migrations: MIGRATIONS })).toThrow(refusal);
  expect(readdirSync(data)).toEqual(files);
});

it("refuses an older database where it may not migrate, and names the command", async () => {
  const { path, migrations, shipped } = await deskWith("CREATE TABLE later (id)");
  await expect(openStore(path, { migrations, migrate: false })).rejects.toThrow(/run emptychair migrate/);
  expect(version(path)).toBe(shipped);
});

it("tells what is pending for a file that is not there, without creating it", () => {
  const path = join(temporaryFolder(), "desk.db");
  expect(pendingMigrations({ path, migrations: MIGRATIONS }).version).toBe(0);
  expect(existsSync(path)).toBe(false);
});

it.each([
  ["a gap", ["0001-a.sql", "0003-b.sql"]],
  ["a number twice", ["0001-a.sql", "0001-b.sql"]],
  ["a name without a number", ["0001-a.sql", "later.sql"]],
])("refuses a folder of migrations with %s", (_, names) => {
  const folder = join(temporaryFolder(), "migrations");
  mkdirSync(folder);
  for (const name of names) writeFileSync(join(folder, name), "");
  expect(() => readMigrations(folder)).toThrow(/out of order/);
});
