import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import { migrate } from "../../adapters/database/migrate.ts";
import { readMigrations } from "../../adapters/database/migration-files.ts";
import { MIGRATIONS, openStore, temporaryFolder } from "./open-store.ts";

it("a post that was being sent when the database knew no leases is held by nobody, and is looked for", async () => {
  const folder = temporaryFolder();
  const before = join(folder, "migrations");
  mkdirSync(before);
  const names = readMigrations(MIGRATIONS).map(({ name }) => name);
  const leases = names.findIndex((name) => name.endsWith("-leases.sql"));
  for (const name of names.slice(0, leases)) cpSync(join(MIGRATIONS, name), join(before, name));
  const path = join(folder, "desk.db");
  await migrate({ path, migrations: before, now: 0 });
  const database = new Database(path);
  database.exec(`INSERT INTO post (id, version, lane, message, state, attempts, created_at, due_at)
    VALUES ('p1', 2, 'web:a', '{"kind":"notice","text":"Words","actions":[]}', 'sending', 1, 0, 0)`);
  database.close();
  const store = await openStore(path);
  const unheld = { id: "p1", state: "sending", attempts: 1, leaseOwner: null, leaseUntil: null };
  expect(await store.heads(0, 10)).toMatchObject([{ post: unheld }]);
  await store.close();
});
