import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keepTombstones, readTombstones } from "../../adapters/database/tombstones.ts";
import { fileAt, forgottenFileOf } from "../../adapters/database-place.ts";
import { openStore, temporaryFolder } from "../database/open-store.ts";
import { createWorld, customer, DAY, MINUTE, stranger } from "../world.ts";

const forgottenOf = (path: string) => forgottenFileOf(fileAt(path), "");

async function opened(path: string, start?: number) {
  const store = await openStore(path);
  const world = createWorld({ store, ...(start === undefined ? {} : { start }) });
  const keeping = { file: forgottenOf(path), store, bot: world.bot, clock: { now: world.now }, log: world.log };
  await keepTombstones(keeping);
  return { store, world };
}

const forget = { kind: "forget-wanted", by: customer, isSure: true } as const;

it("forgets again whom an earlier copy of the database brings back, and nobody who came later", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const first = await opened(path);
  await first.world.writes(customer, "The kumquat is gone.");
  await first.world.writes(stranger, "Hello", "web:chat:2");
  await first.store.backup(`${path}.earlier`);
  await first.world.handle(forget);
  await first.world.pass(5 * MINUTE);
  expect(readTombstones(forgottenOf(path))).toMatchObject([{ desk: "default" }]);
  expect(readFileSync(forgottenOf(path), "utf8")).not.toContain(customer.address);
  await first.store.close();

  for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
  copyFileSync(`${path}.earlier`, path);
  const second = await opened(path, first.world.now() + DAY);
  await second.world.pass(9 * MINUTE);
  expect((await second.world.store.list("identity", {})).map(({ id }) => id)).toEqual([stranger.address]);
  expect(await second.world.store.list("tombstone", {})).toMatchObject([{ stage: "done" }]);
  expect(readFileSync(path).includes("kumquat")).toBe(false);
  expect(readFileSync(`${path}-wal`).includes("kumquat")).toBe(false);

  await second.world.writes(customer, "I am back.", "web:chat:3");
  await second.store.close();
  const third = await opened(path, second.world.now() + DAY);
  await third.world.pass(5 * MINUTE);
  expect((await third.world.store.list("entry", {})).map(({ text }) => text)).toContain("I am back.");
  expect(readTombstones(forgottenOf(path))).toHaveLength(1);
  await third.store.close();
});

it("forgets again whom the earlier copy knows as one who was asked whether they are sure", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const first = await opened(path);
  await first.world.writes(customer, "The kumquat is gone.");
  await first.world.handle({ ...forget, isSure: false });
  await first.store.backup(`${path}.earlier`);
  await first.world.handle(forget);
  await first.world.pass(5 * MINUTE);
  await first.store.close();
  for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
  copyFileSync(`${path}.earlier`, path);
  const second = await opened(path, first.world.now() + MINUTE);
  await second.world.pass(9 * MINUTE);
  expect(await second.world.store.list("identity", {})).toEqual([]);
  expect(await second.world.store.list("tombstone", {})).toMatchObject([{ stage: "done" }]);
  await second.store.close();
});

it("empties the log at the start, where the program was killed before it had", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const store = await openStore(path);
  const world = createWorld({ store });
  await world.writes(customer, "The kumquat is gone.");
  await world.handle(forget);
  await world.pass(5 * MINUTE);
  expect(readFileSync(`${path}-wal`).includes("kumquat")).toBe(true);
  const keeping = { file: forgottenOf(path), store, bot: world.bot, clock: { now: world.now }, log: world.log };
  await keepTombstones(keeping);
  expect(readFileSync(`${path}-wal`).includes("kumquat")).toBe(false);
  expect(readFileSync(path).includes("kumquat")).toBe(false);
  await store.close();
});
