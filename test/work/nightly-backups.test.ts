import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { fileAt } from "../../adapters/database-place.ts";
import { backupsOf } from "../../adapters/work/backups.ts";
import { checkBackups } from "../../adapters/work/checks/check-backups.ts";
import { createBackupTender } from "../../adapters/work/nightly-backups.ts";
import { readDesks } from "../../src/desk-config.ts";
import { openStore, temporaryFolder } from "../database/open-store.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Ten in the evening in Berlin. */
const BEGUN = Date.UTC(2026, 10, 16, 21);
const ZONE = "Europe/Berlin";
const RULE = { everyMs: DAY, keep: 3 };

/** A database that was begun at {@link BEGUN}, and a tender of it on a clock of its own. */
async function tended() {
  const folder = temporaryFolder();
  const path = join(folder, "desk.db");
  const store = await openStore(path);
  writeFileSync(`${path}.marker.json`, JSON.stringify({ since: new Date(BEGUN).toISOString() }));
  const time = { now: BEGUN };
  const clock = { now: () => time.now };
  const told: string[] = [];
  const log = { info: () => {}, warn: () => {}, fault: (text: string) => void told.push(text) };
  const place = fileAt(path);
  const tender = () =>
    createBackupTender({ backups: backupsOf(place, store, clock), rule: RULE, zone: () => ZONE, clock, log });
  onTestFinished(() => store.close());
  const read = readDesks({ desk: { zone: ZONE } }, {});
  if ("faults" in read) throw new Error("no desk");
  const check = () => checkBackups({ database: place, nightly: RULE, desks: read.desks }, time.now)[0];
  const copies = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".backup"))
      .sort();
  const tend = async (at: number) => {
    time.now = at;
    await tender().tend();
  };
  return { folder, path, time, told, tender, tend, copies, check };
}

it("copies the database once a night, once for all the nights that were missed, and keeps the newest ones of its own", async () => {
  const { path, folder, tend, copies, check, told } = await tended();
  const own = ["desk.db.20261101T000000Z.backup", "desk.db.v6-20261101T000000Z.backup"];
  for (const name of own) writeFileSync(join(folder, name), "made by a person");
  await tend(BEGUN + 3 * HOUR);
  expect(copies()).toEqual(own);
  await tend(BEGUN + 4 * HOUR);
  expect(copies()).toContain("desk.db.nightly-20261117T010000Z.backup");
  await tend(BEGUN + 20 * HOUR);
  expect(copies()).toHaveLength(3);
  expect(check()).toMatchObject({ level: "ok", found: expect.stringContaining("nightly ones kept: 1") });
  for (const days of [1, 2, 9]) await tend(BEGUN + days * DAY + 5 * HOUR);
  const nights = ["20261118T020000Z", "20261119T020000Z", "20261126T020000Z"];
  expect(copies()).toEqual([...own, ...nights.map((stamp) => `desk.db.nightly-${stamp}.backup`)].sort());
  const copy = await openStore(`${path}.nightly-20261126T020000Z.backup`);
  expect(copy.check().problems).toEqual([]);
  await copy.close();
  expect(told).toEqual([]);
});

it("tells once of one that cannot be made, has doctor know of it, and makes it when it can", async () => {
  const { path, tend, copies, check, told, time, tender } = await tended();
  const blocked = `${path}.nightly-20261117T020000Z.backup.unfinished`;
  mkdirSync(blocked);
  writeFileSync(join(blocked, "in-the-way"), "");
  const one = tender();
  time.now = BEGUN + 5 * HOUR;
  await one.tend();
  await one.tend();
  expect(told).toEqual([expect.stringMatching(/^No nightly backup could be made: .+\. Trying again each hour\.$/)]);
  time.now += 10 * 60_000;
  await one.tend();
  expect(copies()).toEqual([]);
  expect(check()).toMatchObject({ level: "warning", found: expect.stringContaining("is missed") });
  rmSync(blocked, { recursive: true });
  time.now += HOUR;
  await one.tend();
  expect(copies()).toHaveLength(1);
  expect(check()).toMatchObject({ level: "ok" });
  await tend(time.now + HOUR);
  expect(copies()).toHaveLength(1);
});

it("is not misled by a copy of a day that is yet to come, nor by times of files", async () => {
  const { path, tend, copies } = await tended();
  writeFileSync(`${path}.nightly-20301117T020000Z.backup`, "");
  await tend(BEGUN + 5 * HOUR);
  expect(copies()).toHaveLength(2);
  utimesSync(`${path}.nightly-20261117T020000Z.backup`, 0, 0);
  await tend(BEGUN + 6 * HOUR);
  expect(copies()).toHaveLength(2);
});
