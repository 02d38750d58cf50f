import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { acquireLock, HeldError } from "../../adapters/database/lock.ts";
import { startChild } from "./child.ts";
import { openStore, temporaryFolder } from "./open-store.ts";
import { DESK } from "./sample-rows.ts";

const ME = { pid: 41, host: "here", now: Date.UTC(2026, 0, 2, 3, 4, 5) };

it("refuses a second process and says who holds the file, where, and since when", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const lock = acquireLock(path, ME);
  const second = startChild("holder.mjs", path);
  expect(await second.nextLine()).toBe(
    `refused: ${path} is in use by process 41 on here, since 2026-01-02T03:04:05.000Z; stop that one first, or set EMPTYCHAIR_DATA to another folder.`,
  );
  lock.release();
});

it("is free again at once when its holder is killed with -9", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const child = startChild("holder.mjs", path);
  expect(await child.nextLine()).toBe("held");
  const holder = { pid: child.process.pid, host: "desk-host", since: Date.UTC(2026, 0, 2) };
  expect(() => acquireLock(path, ME)).toThrow(expect.objectContaining({ name: "HeldError", holder }));
  await child.kill();
  const lock = acquireLock(path, ME);
  expect(JSON.parse(readFileSync(`${path}.holder.json`, "utf8"))).toEqual({ pid: 41, host: "here", since: ME.now });
  lock.release();
});

it("is refused within one process too, stays held against others all the same, and is free once released", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const lock = acquireLock(path, ME);
  expect(() => acquireLock(path, ME)).toThrow(HeldError);
  expect(() => acquireLock(path, ME)).toThrow(HeldError);
  expect(await startChild("holder.mjs", path).nextLine()).toMatch(/^refused: /);
  lock.release();
  lock.release();
  acquireLock(path, ME).release();
});

it("lets other commands open the database meanwhile", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const lock = acquireLock(path, ME);
  const store = await openStore(path);
  expect(await store.save(DESK, { id: "e", at: 0 }, [])).toBe("saved");
  await store.close();
  lock.release();
});

it("leaves files for the owner alone", () => {
  const path = join(temporaryFolder(), "desk.db");
  const lock = acquireLock(path, ME);
  for (const file of [`${path}.lock`, `${path}.holder.json`]) expect(statSync(file).mode & 0o777).toBe(0o600);
  lock.release();
});

describe("a file under other names", () => {
  const names: readonly (readonly [string, (path: string, folder: string) => string])[] = [
    ["a symbolic link", (path, folder) => linked(symlinkSync, path, join(folder, "soft.db"))],
    ["a hard link", (path, folder) => linked(linkSync, path, join(folder, "hard.db"))],
    ["a linked folder", (path, folder) => join(linked(symlinkSync, dirname(path), join(folder, "door")), "desk.db")],
    ["its own name, after the lock was removed", (path) => without(path, `${path}.lock`, `${path}.holder.json`)],
    ["another name, after it was moved", (path, folder) => moved(path, join(folder, "moved.db"))],
  ];
  it.each(names)("is the same file: %s", async (_, name) => {
    const path = join(temporaryFolder(), "desk.db");
    const lock = acquireLock(path, { ...ME, create: true });
    await (await openStore(path)).close();
    const other = name(path, temporaryFolder());
    expect(await startChild("holder.mjs", other).nextLine()).toMatch(
      /^refused: .*in use by process 41 on here, since 2026.*; stop that one first/,
    );
    expect(() => acquireLock(other, ME)).toThrow(HeldError);
    lock.release();
    acquireLock(other, ME).release();
  });

  it("is free at once when its holder was killed with -9", async () => {
    const path = join(temporaryFolder(), "desk.db");
    await (await openStore(path)).close();
    const child = startChild("holder.mjs", path);
    expect(await child.nextLine()).toBe("held");
    const other = linked(linkSync, path, join(temporaryFolder(), "hard.db"));
    expect(() => acquireLock(other, ME)).toThrow(HeldError);
    await child.kill();
    acquireLock(other, ME).release();
  });
});

function linked(link: (from: string, to: string) => void, from: string, to: string): string {
  link(from, to);
  return to;
}

function without(path: string, ...files: string[]): string {
  for (const file of files) rmSync(file, { force: true });
  return path;
}

function moved(path: string, to: string): string {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(path, to);
  return to;
}
