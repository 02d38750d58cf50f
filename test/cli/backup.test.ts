import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import { readMigrations } from "../../adapters/database/migration-files.ts";
import { MIGRATIONS, openStore } from "../database/open-store.ts";
import { createWorld, customer, stranger, type World } from "../world.ts";
import { eachInFolder } from "./folder.ts";
import { run, start } from "./program.ts";

const folder = eachInFolder();
const database = () => join(folder.path, "emptychair.db");
const copy = () => join(folder.path, "copies", "copy");
const running = (...given: string[]) => run(given, { EMPTYCHAIR_DATA: folder.path });

async function withWorld<R>(work: (world: World) => Promise<R>): Promise<R> {
  const store = await openStore(database());
  const result = await work(createWorld({ store }));
  await store.close();
  return result;
}

const addresses = () => withWorld(async ({ store }) => (await store.list("identity", {})).map(({ id }) => id).sort());

beforeEach(async () => {
  mkdirSync(join(folder.path, "copies"));
  await withWorld(async (world) => {
    await world.writes(customer, "The kumquat is broken.");
    await world.writes(stranger, "Hello", "web:chat:2");
  });
});

describe("emptychair backup", () => {
  it("copies the database while the program runs, and overwrites nothing unless told to", async () => {
    const program = await start({ EMPTYCHAIR_DATA: folder.path });
    const first = await running("backup", copy());
    expect(first).toMatchObject({ code: 0, err: "" });
    const shipped = readMigrations(MIGRATIONS).length;
    expect(first.out).toMatch(
      new RegExp(
        `copy: \\d+\\.\\d MB, schema ${shipped}: 1 desk, 2 conversations, 0 answers\\. Checked, and sound\\.\n`,
      ),
    );
    const refused = `emptychair: ${copy()} exists already. Name another file, or add --force to overwrite it.\n`;
    expect(await running("backup", copy())).toEqual({ code: 2, out: "", err: refused });
    expect(await running("backup", copy(), "--force")).toMatchObject({ code: 0 });
    expect(await running("restore", copy(), "--yes")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is in use by process \d+ .* stop that one first/),
    });
    expect((await program.end("SIGTERM")).code).toBe(0);
    expect(readdirSync(join(folder.path, "copies"))).toEqual(["copy"]);
  });

  it("never writes over the program's own files, and says where there is no folder", async () => {
    for (const own of ["emptychair.db", "emptychair.db.lock", "emptychair.db.starts.json"]) {
      if (!existsSync(join(folder.path, own))) writeFileSync(join(folder.path, own), "");
      expect(await running("backup", join(folder.path, own), "--force")).toMatchObject({
        code: 2,
        err: expect.stringContaining("one of Empty Chair's own files"),
      });
    }
    const nowhere = join(folder.path, "nowhere", "copy");
    expect(await running("backup", nowhere)).toMatchObject({
      code: 2,
      err: expect.stringContaining("make it first"),
    });
  });
});

describe("emptychair restore", () => {
  it("puts the copy in the database's place, keeps what was there, and brings back nobody who was forgotten", async () => {
    expect(await running("backup", copy())).toMatchObject({ code: 0 });
    expect(await running("forget", customer.address, "--yes")).toMatchObject({ code: 0 });
    await withWorld((world) => world.writes(stranger, "Since then", "web:chat:2"));
    expect(await running("restore", copy())).toMatchObject({ code: 1, err: expect.stringContaining("add --yes") });
    const { code, out } = await running("restore", copy(), "--yes");
    expect(code).toBe(0);
    expect(out).toContain("forgotten again: 1.");
    const [, kept = ""] = /kept beside it as (\S+\.backup);/.exec(out) ?? [];
    expect(await addresses()).toEqual([stranger.address]);
    const texts = await withWorld(({ store }) => store.list("entry", {}));
    expect(texts.map(({ text }) => text)).toEqual(["Hello"]);
    for (const name of readdirSync(folder.path).filter((one) => /\.db(-wal)?$/.test(one)))
      expect(readFileSync(join(folder.path, name)).includes("kumquat"), name).toBe(false);
    expect((await running("restore", "--check", join(folder.path, kept))).out).toContain("Sound.");
    expect(readdirSync(folder.path).filter((one) => one.includes("restoring"))).toEqual([]);
  });

  it("takes the place of a database that is gone, where a start would refuse", async () => {
    expect(await running("backup", copy())).toMatchObject({ code: 0 });
    writeFileSync(`${database()}.marker.json`, "{}");
    for (const end of ["", "-wal", "-shm"]) rmSync(database() + end, { force: true });
    const { code, out } = await running("restore", copy(), "--yes");
    expect(code).toBe(0);
    expect(out).not.toContain("kept beside it as");
    expect(await addresses()).toEqual([customer.address, stranger.address].sort());
  });

  it("refuses what is damaged, foreign, newer, missing or the database itself, and changes nothing", async () => {
    expect(await running("backup", copy())).toMatchObject({ code: 0 });
    const named = (name: string) => join(folder.path, "copies", name);
    const damaged = readFileSync(copy());
    damaged.fill(7, 4096 * 3, 4096 * 40);
    writeFileSync(named("damaged"), damaged);
    writeFileSync(named("foreign"), "my notes");
    copyFileSync(copy(), named("newer"));
    const newer = new Database(named("newer"));
    newer.pragma("user_version = 9999");
    newer.close();
    const before = readFileSync(database());
    const refusals = [
      [named("damaged"), /is damaged and cannot be restored/],
      [named("foreign"), /is no Empty Chair backup/],
      [named("newer"), /written by a newer Empty Chair \(schema 9999/],
      [named("missing"), /There is no file/],
      [database(), /is the database itself/],
    ] as const;
    for (const [file, refusal] of refusals)
      for (const how of ["--yes", "--check"])
        expect(await running("restore", file, how)).toEqual({ code: 1, out: "", err: expect.stringMatching(refusal) });
    expect(readFileSync(database()).equals(before)).toBe(true);
    expect(readdirSync(join(folder.path, "copies")).sort()).toEqual(["copy", "damaged", "foreign", "newer"]);
  });
});

it("leaves a database on a server to the server's own tools", async () => {
  const variables = { EMPTYCHAIR_DATA: folder.path, DATABASE_URL: "postgres://desk:secret@db.example/desk" };
  for (const command of ["backup", "restore"]) {
    const { code, err } = await run([command, copy()], variables);
    expect(code).toBe(1);
    expect(err).toContain("pg_dump");
    expect(err).not.toContain("secret");
  }
});
