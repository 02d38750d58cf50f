import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
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
