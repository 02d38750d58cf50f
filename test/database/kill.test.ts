import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import type { SqliteStore } from "../../adapters/database/sqlite.ts";
import { times } from "../runs.ts";
import { startChild } from "./child.ts";
import { MIGRATIONS, openStore, temporaryFolder } from "./open-store.ts";
import { DESK } from "./sample-rows.ts";

const KILLS = times(4, 60);

function eventsIn(path: string): unknown {
  const database = new Database(path);
  try {
    return database.prepare("SELECT count(*) FROM inbox").pluck().get();
  } finally {
    database.close();
  }
}

/** The next number that was not saved, having made sure that all before it were, whole. */
async function checkSaved(store: SqliteStore, acknowledged: number): Promise<number> {
  const rows = await store.at(DESK).list("receipt", {});
  const numbers = rows.filter(({ id }) => id.startsWith("row-")).map(({ id }) => Number(id.slice(4)));
  const next = numbers.length;
  expect(next).toBeGreaterThan(acknowledged);
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: next }, (_, index) => index));
  expect(rows.filter(({ id }) => id.startsWith("also-"))).toHaveLength(next);
  expect(rows.find(({ id }) => id === "counter")?.version).toBe(next);
  for (let number = Math.max(0, next - 200); number < next; number++) {
    expect(await store.save(DESK, { id: `event-${number}`, at: 0 }, [])).toBe("seen");
  }
  return next;
}

it(`loses no acknowledged save and keeps no half of one when killed with -9, ${KILLS} times over`, async () => {
  const path = join(temporaryFolder(), "desk.db");
  let next = 0;
  for (let kills = 0; kills < KILLS; kills++) {
    const child = startChild("saver.mjs", path, MIGRATIONS, String(next));
    await child.nextLine();
    await pause(20 + Math.random() * 200);
    await child.kill();
    const acknowledged = Number(child.lines.at(-1));
    const store = await openStore(path);
    expect(store.check().problems).toEqual([]);
    next = await checkSaved(store, acknowledged);
    expect(next - acknowledged).toBeLessThanOrEqual(2);
    await store.close();
    expect(eventsIn(path)).toBe(next);
  }
});
