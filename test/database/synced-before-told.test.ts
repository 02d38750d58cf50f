import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageFile } from "../../adapters/package-root.ts";
import { MIGRATIONS, temporaryFolder } from "./open-store.ts";

const ROUNDS = 5;
const TOGETHER = 8;
const CALLS = "trace=pwrite64,write,fsync,fdatasync";

/** What was told before all that was written to the database had been synchronised, and how often it was synchronised. */
function judged(calls: readonly string[]) {
  const unsynced = new Set<string>();
  const early: string[] = [];
  let syncs = 0;
  let told = 0;
  for (const call of calls) {
    const [, kind, file] = /(pwrite64|write|fsync|fdatasync)\(\d+<([^>]*)>/.exec(call) ?? [];
    if (file?.includes("desk.db") === true) {
      if (kind === "pwrite64") unsynced.add(file);
      else if (/= 0$/.test(call) && unsynced.delete(file)) syncs += 1;
    } else if (kind === "write" && call.includes('"saved ')) {
      told += 1;
      if (unsynced.size > 0) early.push(call);
    }
  }
  return { early, told, syncs };
}

it("tells of no save, of many at once either, before the disk has been told to keep it", ({ skip }) => {
  const folder = temporaryFolder();
  const log = join(folder, "calls");
  const saver = [
    process.execPath,
    packageFile("test", "database", "group-saver.mjs"),
    join(folder, "desk.db"),
    MIGRATIONS,
  ];
  const { error, status, stderr } = spawnSync("strace", ["-f", "-y", "-o", log, "-e", CALLS, ...saver, String(ROUNDS)]);
  if (error !== undefined) skip("Not shown here: strace is not installed on this machine (apt install strace).");
  if (/ptrace/.test(String(stderr))) skip("Not shown here: strace may not look at another process on this machine.");
  expect(status).toBe(0);
  const lines = readFileSync(log, "utf8").split("\n");
  const from = lines.findIndex((line) => line.includes('"opened'));
  const { early, told, syncs } = judged(
    lines.slice(
      from,
      lines.findIndex((line) => line.includes('"done')),
    ),
  );
  expect(early).toEqual([]);
  expect(told).toBe(ROUNDS * TOGETHER);
  expect(syncs).toBeGreaterThanOrEqual(ROUNDS);
  expect(syncs).toBeLessThan(told / 2);
});

it("would see a save that is told of too early", () => {
  const wrote = '7 pwrite64(20</x/desk.db-wal>, "..."..., 4096, 32) = 4096';
  const synced = "7 fdatasync(20</x/desk.db-wal>) = 0";
  const says = '7 write(1<pipe:[1]>, "saved 0-0\\n", 10) = 10';
  expect(judged([wrote, synced, says]).early).toEqual([]);
  expect(judged([wrote, says, synced]).early).toEqual([says]);
});
