import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { migrate as migrateDatabase, pendingMigrations } from "../../adapters/database/migrate.ts";
import { readMigrations } from "../../adapters/database/migration-files.ts";
import { packageFile } from "../../adapters/package-root.ts";
import { eachInFolder } from "./folder.ts";
import { run, start } from "./program.ts";

const folder = eachInFolder();
const migrate = (...options: string[]) => run(["migrate", ...options], { EMPTYCHAIR_DATA: folder.path });
const database = () => join(folder.path, "emptychair.db");

describe("emptychair migrate", () => {
  it("says what it would apply, and changes nothing where nobody can agree", async () => {
    const { code, out, err } = await migrate();
    expect(code).toBe(1);
    expect(out).toMatch(/has schema 0\. To be applied \(nothing is in it yet\):\n {2}0001-.+\.sql\n/);
    expect(err).toMatch(/^emptychair: .+ add --yes to agree\.\n$/);
    expect(existsSync(database())).toBe(false);
  });

  it("brings the database to the newest schema with --yes, once", async () => {
    const first = await migrate("--yes");
    expect(first).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/\nDone: schema \d+\.\n$/) });
    const second = await migrate("--yes");
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining("Nothing to do") });
  });

  it("has nothing to do on a database that runs, and leaves it running", async () => {
    const program = await start({ EMPTYCHAIR_DATA: folder.path });
    expect(await migrate()).toMatchObject({ code: 0, out: expect.stringContaining("Nothing to do") });
    expect((await program.end("SIGTERM")).code).toBe(0);
  });
});

describe("A start on a database of an earlier version", () => {
  it("brings it to this version, and keeps a copy of it beside it", async () => {
    const all = packageFile("data", "migrations");
    const [first] = readMigrations(all);
    const earlier = join(folder.path, "earlier");
    mkdirSync(earlier);
    cpSync(join(all, first?.name ?? ""), join(earlier, first?.name ?? ""));
    await migrateDatabase({ path: database(), migrations: earlier, now: 0 });
    const program = await start({ EMPTYCHAIR_DATA: folder.path });
    expect((await program.end("SIGTERM")).code).toBe(0);
    expect(pendingMigrations({ path: database(), migrations: all }).pending).toEqual([]);
    const copies = readdirSync(folder.path).filter((name) => name.endsWith(".backup"));
    expect(copies).toEqual([expect.stringMatching(/^emptychair\.db\.v1-\d{8}T\d{6}Z\.backup$/)]);
    const copy = { path: join(folder.path, copies[0] ?? ""), migrations: all };
    expect(pendingMigrations(copy).version).toBe(1);
  });
});
