import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { POSTGRES, SQLITE } from "../../adapters/database/dialect.ts";
import { Database } from "../../adapters/database/driver.ts";
import { type Connections, connectPostgres } from "../../adapters/database/postgres-connection.ts";
import { packageFile } from "../../adapters/package-root.ts";
import { openStore, temporaryFolder } from "./open-store.ts";
import { readsAcross, readsThrough, stepsOf } from "./plans.ts";
import { fillPostgres, pathsOf } from "./postgres-plans.ts";
import { postgresStores } from "./postgres-stores.ts";
import { SAMPLES } from "./sample-statements.ts";

const FOLDER = packageFile("adapters", "database");

/** The names of the functions that make a statement for reading. */
async function makers(): Promise<string[]> {
  const files = readdirSync(FOLDER).filter((name) => /(?:queries|word-search)\.ts$/.test(name));
  const modules = await Promise.all(files.map((name) => import(join(FOLDER, name)) as Promise<object>));
  const isMaker = (name: string) => name.startsWith("select") && name !== "selectedColumns";
  return modules.flatMap((module) => Object.keys(module).filter(isMaker));
}

it("has a sample of every statement that reads", async () => {
  expect(Object.keys(SAMPLES).toSorted()).toEqual((await makers()).toSorted());
});

describe("SQLite", () => {
  it("reads through no table that grows", async () => {
    const path = join(temporaryFolder(), "desk.db");
    await (await openStore(path)).close();
    const database = new Database(path, { readonly: true });
    const statements = Object.values(SAMPLES).flatMap((sample) => sample(SQLITE));
    const faults = statements.map(({ sql }) => [sql, ...readsThrough(sql, stepsOf(database, sql))]);
    expect(faults.filter(({ length }) => length > 1)).toEqual([]);
    const planted = [
      `SELECT * FROM entry WHERE text = ?`,
      `SELECT * FROM "post" WHERE desk_id = ? AND "attempts" = ? ORDER BY "id" LIMIT ?`,
      `SELECT * FROM response AS answer WHERE answer.desk_id = ? AND score = ?`,
    ];
    for (const sql of planted) expect(readsThrough(sql, stepsOf(database, sql)), sql).toHaveLength(1);
    expect(readsAcross("SELECT 1 FROM response", ["SEARCH response USING INDEX by_score (score=?)"])).toHaveLength(1);
    database.close();
  });
});

describe("Postgres", () => {
  const stores = postgresStores();
  let connections: Connections;
  beforeAll(async () => {
    connections = connectPostgres(await stores.database());
    const session = await connections.session();
    await session.run(fillPostgres());
    session.release(false);
    return () => connections.close();
  });

  it.each(Object.entries(SAMPLES))("takes %s and goes by an index", async (_, sample) => {
    for (const statement of sample(POSTGRES)) {
      expect(await pathsOf(connections, statement), statement.text).toEqual([]);
    }
  });
});
