import { closeSync, fstatSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { insertEvent } from "../../adapters/database/queries.ts";
import { applyPragmas, connect } from "../../adapters/database/sqlite-connection.ts";
import { createSqliteEngine } from "../../adapters/database/sqlite-engine.ts";
import { createDatabaseWatch } from "../../adapters/database/watch-database.ts";
import { createHealth } from "../../adapters/health.ts";
import { openStore, temporaryFolder } from "./open-store.ts";
import { DESK, sampleChanges } from "./sample-rows.ts";

const SILENT = { info: () => {}, warn: () => {}, fault: () => {} };

async function watched() {
  const path = join(temporaryFolder(), "desk.db");
  const store = await openStore(path);
  await store.save(DESK, { id: "e", at: 0 }, sampleChanges());
  const health = createHealth("The database", SILENT);
  const watch = createDatabaseWatch({ store, health, everyMs: 20, pagesEveryMs: 20 });
  onTestFinished(async () => {
    await watch.stop();
    await store.close();
  });
  return { path, store, health, watch };
}

/** Overwrites so many pages in the middle of the file, past SQLite. */
function damage(path: string): void {
  const file = openSync(path, "r+");
  const { size } = fstatSync(file);
  const middle = Math.floor(size / 8_192) * 4_096;
  writeSync(file, Buffer.alloc(size - middle, 0xa5), 0, size - middle, middle);
  closeSync(file);
}

it("finds a database that is sound, and says nothing", async () => {
  const { health, watch } = await watched();
  watch.start();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(health.why).toBeNull();
});

it("finds that the log beside the file was taken away, after which a stop in good order loses nothing", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const store = await openStore(path);
  expect(store.ailment()).toBeNull();
  await store.save(DESK, { id: "e", at: 0 }, sampleChanges());
  rmSync(`${path}-wal`);
  expect(store.ailment()).toMatch(/-wal was taken away while the program works.*SIGTERM/);
  await store.save(DESK, { id: "f", at: 0 }, []);
  await store.close();
  const again = await openStore(path);
  expect(again.loss).toBeNull();
  expect(await again.save(DESK, { id: "e", at: 0 }, [])).toBe("seen");
  expect(await again.save(DESK, { id: "f", at: 0 }, [])).toBe("seen");
  await again.close();
});

it("finds damaged pages that nobody has asked for", async () => {
  const { path, health, watch } = await watched();
  const other = connect(path);
  other.pragma("wal_checkpoint(TRUNCATE)");
  damage(path);
  watch.start();
  expect(health.why).toBeNull();
  await expect.poll(() => health.why).toMatch(/cannot be used: .*SQLITE_CORRUPT.*newest sound backup/);
  other.close();
});

it("finds that the file was taken away, and that it is back", async () => {
  const { path, health, watch } = await watched();
  watch.start();
  renameSync(path, `${path}.away`);
  await expect.poll(() => health.why).toMatch(/is not the file any more/);
  renameSync(`${path}.away`, path);
  await expect.poll(() => health.why).toBeNull();
});

it("takes a save that did not fit for a fault, until something can be written again", async () => {
  const path = join(temporaryFolder(), "desk.db");
  await (await openStore(path)).close();
  const connection = connect(path);
  applyPragmas(connection);
  const engine = createSqliteEngine(path, connection);
  const pages = Number(connection.pragma("page_count", { simple: true }));
  connection.pragma(`max_page_count = ${pages}`);
  const large = Array.from({ length: 200 }, (_, index) => insertEvent(DESK, `${index}${"x".repeat(900)}`, 1));
  await expect(engine.apply(large)).rejects.toThrow(/make room on the disk/);
  expect(engine.fault).toMatch(/SQLITE_FULL/);
  connection.pragma(`max_page_count = ${pages + 1_000}`);
  engine.tryWriting(0);
  expect(engine.fault).toBeNull();
  expect(await engine.apply(large)).toBeNull();
  await engine.close();
});
