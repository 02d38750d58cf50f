import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lossText } from "../../adapters/database/loss.ts";
import { markerOf, putMarker } from "../../adapters/database/marker.ts";
import type { SqliteStore } from "../../adapters/database/sqlite.ts";
import { wholeFile } from "../../adapters/database/whole-file.ts";
import { CLOCK, MIGRATIONS, openStore, temporaryFolder } from "./open-store.ts";

const NOW = CLOCK.now();
const MINUTE = 60_000;
const at = (now: number) => ({ clock: { now: () => now } });

/** A program at work: its database and the marker, written at `NOW` and a minute later. */
async function atWork(): Promise<{ path: string; store: SqliteStore }> {
  const path = join(temporaryFolder(), "desk.db");
  let now = NOW;
  const store = await openStore(path, { clock: { now: () => now } });
  putMarker(path, NOW);
  store.ailment();
  now += MINUTE;
  store.ailment();
  return { path, store };
}

/** The files as they are while nobody has closed them, as a kill leaves them; what is not named is left behind. */
function left(path: string, ends: readonly string[]): string {
  const to = join(temporaryFolder(), "desk.db");
  for (const end of ends) if (existsSync(path + end)) copyFileSync(path + end, to + end);
  return to;
}

const MARKER = ".marker.json";

it("misses what was kept last where the log beside the file is gone, tells it once, and remembers it for a week", async () => {
  const { path, store } = await atWork();
  const copy = left(path, ["", MARKER]);
  await store.close();
  const found = await openStore(copy, at(NOW + 2 * MINUTE));
  expect(found.loss).toEqual({ from: null, to: NOW + MINUTE, isTold: false });
  expect(found.loss && lossText(copy, found.loss)).toContain(
    "was written until 2026-01-02T03:05:05.000Z and has lost what was kept last: its file",
  );
  found.ailment();
  await found.close();
  const later = await openStore(copy, at(NOW + 3 * MINUTE));
  expect(later.loss).toEqual({ from: null, to: NOW + MINUTE, isTold: true });
  later.ailment();
  await later.close();
  const muchLater = await openStore(copy, at(NOW + 8 * 24 * 60 * MINUTE));
  expect(muchLater.loss).toBeNull();
  await muchLater.close();
});

it("misses it where an older copy was put in its place by hand, and says how old that is", async () => {
  const { path, store } = await atWork();
  await store.close();
  const older = left(path, [""]);
  const again = await openStore(path, at(NOW + 5 * MINUTE));
  again.ailment();
  await again.close();
  copyFileSync(older, path);
  const found = await openStore(path, at(NOW + 6 * MINUTE));
  expect(found.loss).toEqual({ from: NOW + MINUTE, to: NOW + 5 * MINUTE, isTold: false });
  await found.close();
});

it("misses nothing after a crash, a stop, or with a clock that was set back", async () => {
  const { path, store } = await atWork();
  const crashed = await openStore(left(path, ["", "-wal", MARKER]), at(NOW + 2 * MINUTE));
  expect(crashed.loss).toBeNull();
  await crashed.close();
  await store.close();
  const stopped = await openStore(path, at(NOW - MINUTE));
  expect(stopped.loss).toBeNull();
  stopped.ailment();
  await stopped.close();
  const again = await openStore(path, at(NOW));
  expect(again.loss).toBeNull();
  await again.close();
});

it("misses nothing where a backup was restored, or nothing is known beside the file", async () => {
  const { path, store } = await atWork();
  await store.close();
  const moved = await openStore(left(path, [""]), at(NOW + MINUTE));
  expect(moved.loss).toBeNull();
  moved.ailment();
  expect(existsSync(markerOf(path))).toBe(true);
  await moved.close();
  const prepared = `${path}.restoring`;
  await (await openStore(prepared)).close();
  wholeFile(path, MIGRATIONS).replaceBy(prepared, NOW + MINUTE);
  const restored = await openStore(path, at(NOW + 2 * MINUTE));
  expect(restored.loss).toBeNull();
  await restored.close();
});
