import { join } from "node:path";
import { expect, it } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import { applyPragmas, connect, wrongPragmas } from "../../adapters/database/sqlite-connection.ts";
import { openStore, temporaryFolder } from "./open-store.ts";

it("stands at every pragma after a reopen, where SQLite by itself would not", async () => {
  const path = join(temporaryFolder(), "desk.db");
  await (await openStore(path)).close();
  const bare = connect(path);
  expect(wrongPragmas(bare)).toContainEqual(expect.stringContaining("synchronous is 1 where it must be 2"));
  applyPragmas(bare);
  const read = (name: string) => bare.pragma(name, { simple: true });
  expect(read("journal_mode")).toBe("wal");
  expect(read("synchronous")).toBe(2);
  expect(read("foreign_keys")).toBe(1);
  expect(read("busy_timeout")).toBeLessThanOrEqual(10);
  expect(read("secure_delete")).toBe(1);
  expect(read("trusted_schema")).toBe(0);
  expect(read("cell_size_check")).toBe(1);
  expect(read("temp_store")).toBe(2);
  expect(read("wal_autocheckpoint")).toBe(4_000);
  bare.close();
  const store = await openStore(path);
  expect(store.check().problems).toEqual([]);
  await store.close();
});

it("throws where a pragma does not hold", () => {
  const memory = new Database(":memory:");
  expect(() => applyPragmas(memory)).toThrow(/journal_mode is memory where it must be wal/);
  memory.close();
});

it("keeps the locks of a file that the process opens a second time", () => {
  const path = join(temporaryFolder(), "desk.db");
  const first = connect(path);
  first.exec("BEGIN EXCLUSIVE");
  connect(path).close();
  const third = connect(path);
  third.pragma("busy_timeout = 0");
  expect(() => third.exec("BEGIN IMMEDIATE")).toThrow(/locked/);
  third.close();
  first.close();
});
