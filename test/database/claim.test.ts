import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimDatabase } from "../../adapters/database/claim.ts";
import { Database } from "../../adapters/database/driver.ts";
import { markerOf } from "../../adapters/database/marker.ts";
import { openStore, temporaryFolder } from "./open-store.ts";

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

/** Claims and opens it as a start does, and lets it go. */
async function began(path: string): Promise<boolean> {
  const claim = claimDatabase(path, NOW);
  const store = await openStore(path);
  claim.remember();
  await store.close();
  claim.release();
  return claim.isNew;
}

/** What is in the folder: names, modes and contents. */
function state(folder: string): string[] {
  return readdirSync(folder).map((name) => {
    const { mode, size, mtimeMs } = statSync(join(folder, name));
    const hash = createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex");
    return [name, mode.toString(8), size, mtimeMs, hash].join(" ");
  });
}

describe("a database that is gone", () => {
  it("begins where there was none, and goes on where there is one", async () => {
    const path = join(temporaryFolder(), "data", "desk.db");
    expect(await began(path)).toBe(true);
    expect(await began(path)).toBe(false);
    expect(statSync(markerOf(path)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ["gone", (path: string) => rmSync(path)],
    ["empty", (path: string) => truncateSync(path)],
  ])("is missed where it is %s, with what to do", async (what, harm) => {
    const folder = temporaryFolder();
    const path = join(folder, "desk.db");
    await began(path);
    const backup = readFileSync(path);
    harm(path);
    rmSync(`${path}.lock`, { force: true });
    const before = state(folder);
    expect(() => claimDatabase(path, NOW)).toThrow(
      `${path} is ${what}, but there was a database here since 2026-01-02T03:04:05.000Z. Mount its volume or put a backup in its place; to begin anew without it, remove ${markerOf(path)}.`,
    );
    expect(state(folder)).toEqual(before);
    writeFileSync(path, backup);
    expect(await began(path)).toBe(false);
    harm(path);
    rmSync(markerOf(path));
    expect(await began(path)).toBe(true);
  });
});

describe("a file of somebody else", () => {
  const foreign: readonly (readonly [string, RegExp, (path: string) => void])[] = [
    ["a text", /is no database/, (path) => writeFileSync(path, "These are my notes, kept in a file of this name.")],
    ["zeros", /is no database/, (path) => writeFileSync(path, Buffer.alloc(8_192))],
    ["another program's database", /is a database of another program/, (path) => madeBy(path, "delete", 0)],
    ["one with an id", /is a database of another program/, (path) => madeBy(path, "delete", 77)],
    ["one in WAL mode", /is a database of another program/, (path) => madeBy(path, "wal", 0)],
    ["a folder", /is no database/, (path) => mkdirSync(path)],
  ];
  it.each(foreign)("is left exactly as it was: %s", async (_, why, make) => {
    const folder = temporaryFolder();
    const path = join(folder, "theirs.db");
    make(path);
    const before = statSync(path).isFile() ? state(folder) : readdirSync(folder);
    expect(() => claimDatabase(path, NOW)).toThrow(why);
    await expect(openStore(path)).rejects.toThrow(why);
    expect(statSync(path).isFile() ? state(folder) : readdirSync(folder)).toEqual(before);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it("may be one that SQLite has made and put nothing in", async () => {
    const path = join(temporaryFolder(), "desk.db");
    const empty = new Database(path);
    empty.exec("VACUUM");
    empty.close();
    await began(path);
    expect(existsSync(markerOf(path))).toBe(true);
  });
});

function madeBy(path: string, mode: string, id: number): void {
  const other = new Database(path);
  other.pragma(`journal_mode = ${mode}`);
  other.exec(`CREATE TABLE theirs (id); PRAGMA application_id = ${id}`);
  other.close();
}
