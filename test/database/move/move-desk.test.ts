import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { botOver, webAlone } from "../../../adapters/compose.ts";
import { Database } from "../../../adapters/database/driver.ts";
import { moveDesk } from "../../../adapters/database/move/move-desk.ts";
import { openSource, openTarget } from "../../../adapters/database/move/open-ends.ts";
import { isMoved, keyOf, type MoveSide } from "../../../adapters/database/move/side.ts";
import { openPostgresStore } from "../../../adapters/database/postgres.ts";
import { connectPostgres } from "../../../adapters/database/postgres-connection.ts";
import { columnName } from "../../../adapters/database/queries.ts";
import { TABLES } from "../../../adapters/database/tables.ts";
import { type DatabasePlace, fileAt, type ServerPlace } from "../../../adapters/database-place.ts";
import { type ComposeBot, fillQuarter } from "../../../adapters/demo/fill.ts";
import { DEFAULT_DESK } from "../../../src/desk.ts";
import type { Store } from "../../../src/ports.ts";
import { readQuery } from "../../../src/search/query.ts";
import { SATURDAY } from "../../demo/played.ts";
import { onDatabase } from "../../servers/postgres.ts";
import { rememberingLog } from "../../world.ts";
import { CLOCK, MIGRATIONS, openStore } from "../open-store.ts";
import { postgresStores } from "../postgres-stores.ts";
import { change, DESK, sampleChanges, sampleRows } from "../sample-rows.ts";

/** What a text may hold that Postgres does not take as it is. */
const ODD = 'a\0b \ufdd0 \ufdd00 "\\u0000" \\ \\\\u0000 {x,NULL} 😀 \u{10ffff}\u2028';

const OPENED = { migrations: MIGRATIONS, clock: CLOCK };
const postgres = postgresStores();
const folder = mkdtempSync(join(tmpdir(), "emptychair-move-"));
const file = fileAt(join(folder, "emptychair.db"));

/** A desk with a small quarter, and another one with a row in each table and odd words in some. */
async function furnish(): Promise<void> {
  const store = await openStore(file.path, { durable: false });
  const log = rememberingLog();
  const composeBot: ComposeBot = (settings, own) => botOver(webAlone(settings), store, { ...own, log });
  await fillQuarter({ store, log, composeBot, now: SATURDAY, interactions: 20 });
  await store.save(DESK, { id: ODD, at: 1 }, sampleChanges());
  const { customer, basis } = sampleRows("odd");
  const odd = change("customer", { ...customer, id: ODD, name: ODD, email: "" });
  await store.save(DESK, { id: null, at: 1 }, [odd, change("basis", basis)]);
  await store.close();
}

beforeAll(furnish);
/** Where the first test moves it. */
let moved: ServerPlace;
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

const empty = async (): Promise<ServerPlace> => ({ engine: "postgres", url: await postgres.bare() });

/** Moves the desk; `cut` makes of the source what the move reads. */
async function move(to: ServerPlace, { from = file as DatabasePlace, cut = (side: MoveSide) => side } = {}) {
  const source = await openSource(from, MIGRATIONS);
  try {
    const target = await openTarget(to, MIGRATIONS, 0);
    const shares: number[] = [];
    const signal = new AbortController().signal;
    const work = {
      source: cut(source),
      from: "there",
      target,
      signal,
      onProgress: (share: number) => shares.push(share),
    };
    const report = await moveDesk(work).finally(() => target.close());
    return { ...report, shares };
  } finally {
    await source.close();
  }
}

/** Every row of an end, table by table. */
async function rowsOf(place: DatabasePlace) {
  const side = await openSource(place, MIGRATIONS);
  const found: Record<string, unknown> = {};
  for (const table of side.tables) {
    const rows = await side.after(table, null);
    for (let last = rows.at(-1); last !== undefined; ) {
      const more = await side.after(table, last);
      (rows as unknown[]).push(...more);
      last = more.at(-1);
    }
    found[table.name] = [...rows].sort((one, other) => (keyOf(table, one) < keyOf(table, other) ? -1 : 1));
  }
  await side.close();
  return found;
}

/** A source that fails once so many portions are read. */
const failingAfter =
  (portions: number) =>
  (side: MoveSide): MoveSide => {
    let left = portions;
    return {
      ...side,
      after: (table, row) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error("killed")) : side.after(table, row);
      },
    };
  };

const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

describe("A desk that is moved to Postgres", () => {
  it("is there row by row, with what is explored, and the file is as it was", async () => {
    const before = hashOf(file.path);
    const to = await empty();
    moved = to;
    const { rows, tables, mended, isResumed, shares } = await move(to);
    expect({ mended, isResumed, last: shares.at(-1) }).toEqual({ mended: 0, isResumed: false, last: 1 });
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    const here = await rowsOf(file);
    expect(await rowsOf(to)).toEqual(here);
    expect(Object.keys(here)).toHaveLength(tables);
    expect(Object.values(here).flat()).toHaveLength(rows);
    expect(hashOf(file.path)).toBe(before);
    const connections = connectPostgres(to.url);
    const explored =
      "SELECT desk_id, what, kind, at, id, until, channel, language, agent, commented FROM explored ORDER BY 1, 2, 4, 5, 3";
    const values = "SELECT * FROM explored_value ORDER BY desk_id, facet, value";
    const there = [
      await connections.ask({ text: explored, values: [] }),
      await connections.ask({ text: values, values: [] }),
    ];
    await connections.close();
    const source = new Database(file.path, { readonly: true });
    const readable = (row: Record<string, unknown>) => ({ ...row, kind: JSON.parse(String(row.kind)) });
    expect(there[0]?.rows.map(readable)).toEqual(
      (source.prepare(explored).all() as Record<string, unknown>[]).map(readable),
    );
    expect(there[1]?.rows).toEqual(source.prepare(values).all());
    expect(there[0]?.count).toBeGreaterThan(20);
    source.close();
  });

  it("leaves none of the product's tables out", async () => {
    const { tables } = await openSource(file, MIGRATIONS);
    const names = tables.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...TABLES.map(columnName), "inbox"]));
    expect(names.filter((name) => !isMoved(name))).toEqual([]);
  });

  it("goes on where it was killed, with nothing twice, and brings over again what has changed since", async () => {
    const to = await empty();
    await expect(move(to, { cut: failingAfter(20) })).rejects.toThrow("killed");
    await onDatabase(
      to.url,
      "UPDATE audit SET act = 'changed'; DELETE FROM customer WHERE desk_id = 'ours' AND id = 'customer-1'",
    );
    const { isResumed, mended } = await move(to);
    expect(isResumed).toBe(true);
    expect(mended).toBeGreaterThan(1);
    expect(await rowsOf(to)).toEqual(await rowsOf(file));
  });

  it("is found by the same words", async () => {
    const [here, there] = [await openStore(file.path), await openPostgresStore({ ...moved, ...OPENED })];
    const wanted = { query: readQuery("delivery"), limit: 10 };
    const found = (store: Store) => store.at(DEFAULT_DESK).search(wanted);
    const ids = (await found(here)).map(({ id }) => id);
    expect((await found(there)).map(({ id }) => id)).toEqual(ids);
    expect(ids.length).toBeGreaterThan(0);
    expect(await there.at(DESK).get("customer", ODD)).toEqual(await here.at(DESK).get("customer", ODD));
    await Promise.all([here.close(), there.close()]);
  });

  it("is checked by the same rules as before, once it is there", async () => {
    const to = moved;
    const orphan = "INSERT INTO identity VALUES ('ours', 'web:desk:x', 1, 'nobody')";
    await expect(onDatabase(to.url, orphan)).rejects.toThrow(/foreign key/);
    await expect(onDatabase(to.url, "DELETE FROM audit")).rejects.toThrow("the audit log only grows");
  });

  it("goes from Postgres to Postgres too", async () => {
    const second = await empty();
    await move(second, { from: moved });
    expect(await rowsOf(second)).toEqual(await rowsOf(file));
  });
});

describe("A move is refused", () => {
  it("to a database in which something is", async () => {
    await expect(move(moved)).rejects.toThrow(/^postgres:\/\/.+ is not empty; name an empty database/);
  });

  it("to a database of another program", async () => {
    const to = await empty();
    await onDatabase(to.url, "CREATE TABLE notes (id BIGINT)");
    await expect(move(to)).rejects.toThrow(/holds tables of another program/);
  });

  it("to a server that is not reached, without its password", async () => {
    const to = { engine: "postgres", url: "postgres://desk:opensesame@127.0.0.1:1/desk" } as const;
    const fault = await move(to).catch((error: Error) => error);
    expect(fault).toMatchObject({
      message: expect.stringMatching(
        /^postgres:\/\/desk@127\.0\.0\.1:1\/desk cannot be reached \(.*ECONNREFUSED.*\)\. Start its server/,
      ),
    });
    expect(String(fault)).not.toContain("opensesame");
  });

  it("where half of another desk lies", async () => {
    const to = await empty();
    await expect(move(to, { cut: failingAfter(1) })).rejects.toThrow("killed");
    await onDatabase(to.url, "UPDATE desk_move SET source = 'elsewhere'");
    await expect(move(to)).rejects.toThrow(/holds half of a desk that is moved there from elsewhere/);
  });

  it("from a server's database that a program works on", async () => {
    const store = await openPostgresStore({ ...moved, ...OPENED });
    await expect(openSource(moved, MIGRATIONS)).rejects.toThrow(/ is in use by another Empty Chair/);
    await store.close();
  });

  it("from where nothing is", async () => {
    await expect(move(await empty(), { from: fileAt(join(folder, "none.db")) })).rejects.toThrow(
      /^There is no database .+none\.db/,
    );
  });
});
