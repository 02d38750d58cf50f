import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import type { Saved, Store } from "../../src/ports.ts";
import type { Rows } from "../../src/rows.ts";
import { type Cut, startCuttingProxy } from "../servers/cutting-proxy.ts";
import { ownPostgresStores } from "./postgres-stores.ts";
import { change, DESK } from "./sample-rows.ts";

const stores = ownPostgresStores();

function receipt(id: string, version = 0): Rows["receipt"] {
  return { id, version, fingerprint: "f00d", at: 0, status: null, answer: null };
}

/** A client of the test's own, beside the store. */
async function beside(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

async function behindProxy(database = stores.database()) {
  const url = new URL(await database);
  const proxy = await startCuttingProxy(Number(url.port));
  onTestFinished(() => proxy.stop());
  url.port = String(proxy.port);
  return { proxy, store: await stores.open(url.href) };
}

it.each<Cut>(["begun", "before the end", "after the end"])(
  "keeps a save once whose connection is cut when it is %s",
  async (cut) => {
    const { proxy, store } = await behindProxy();
    const rows = [change("receipt", receipt("a")), change("receipt", receipt("b"))];
    proxy.cutOnce(cut);
    expect(await store.save(DESK, { id: "e", at: 0 }, rows)).toBe("saved");
    expect(proxy.cuts).toBe(1);
    expect(await store.at(DESK).list("receipt", {})).toMatchObject([
      { id: "a", version: 1 },
      { id: "b", version: 1 },
    ]);
    expect(await store.save(DESK, { id: "e", at: 0 }, [])).toBe("seen");
  },
);

/** A database that knows transactions by no numbers, as those that are spread over machines do. */
async function numberless(): Promise<string> {
  const url = await stores.database();
  const client = await beside(url);
  await client.query(`CREATE FUNCTION pg_current_xact_id() RETURNS BIGINT LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'not here' USING ERRCODE = 'feature_not_supported'; END $$;
    ALTER DATABASE ${new URL(url).pathname.slice(1)} SET search_path = public, pg_catalog`);
  return url;
}

it("saves where transactions have no number, and says where it does not know how a save ended", async () => {
  const { proxy, store } = await behindProxy(numberless());
  proxy.cutOnce("after the end");
  const changes = [change("receipt", receipt("a"))];
  await expect(store.save(DESK, { id: "e", at: 0 }, changes)).rejects.toThrow(/cannot be asked whether it was/);
  expect(await store.save(DESK, { id: "e", at: 0 }, changes)).toBe("seen");
  const more = ["b", "c", "d"].map((id) => store.save(DESK, { id, at: 0 }, [change("receipt", receipt(id))]));
  expect(await Promise.all(more)).toEqual(["saved", "saved", "saved"]);
});

/** Gives what has one of the server's processes crash, so that it recovers without having been started anew. */
async function crasher(url: string): Promise<() => Promise<void>> {
  const client = await beside(url);
  const ended = new Promise<void>((resolve) => client.once("end", () => resolve()));
  const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
  return () => {
    process.kill(rows[0].pid, "SIGKILL");
    return ended;
  };
}

async function crashOne(): Promise<void> {
  await (await crasher(await stores.server().createDatabase()))();
}

it.each([
  ["fell", () => stores.server().restart()],
  ["recovered", crashOne],
])(
  "says that a save may stand whose server %s after its end, for another transaction may have got its number",
  async (_, fall) => {
    const { proxy, store } = await behindProxy();
    proxy.cutOnce("after the end", fall);
    const changes = [change("receipt", receipt("a"))];
    await expect(store.save(DESK, { id: "e", at: 0 }, changes)).rejects.toThrow(/cannot be asked whether it was/);
    expect(await store.save(DESK, { id: "e", at: 0 }, changes)).toBe("seen");
  },
);

/** Connects as soon as the server takes connections again. */
async function besideAgain(url: string): Promise<pg.Client> {
  for (;;) {
    const client = await beside(url).catch(() => null);
    if (client !== null) return client;
    await setTimeout(20);
  }
}

async function takeNumber(client: pg.Client): Promise<number> {
  const { rows } = await client.query("SELECT pg_current_xact_id()::text AS id");
  return Number(rows[0].id);
}

/** Saves under a new id, lost with the server in the middle; gives what is told of it, and whether another got its number meanwhile. */
async function lostSave(url: string, { proxy, store }: Awaited<ReturnType<typeof behindProxy>>, id: string) {
  const crash = await crasher(url);
  const lost = (await takeNumber(await beside(url))) + 1;
  const given: number[] = [];
  proxy.cutOnce("before the end", async () => {
    await crash();
    const again = await besideAgain(url);
    for (let count = 0; count < 10; count += 1) given.push(await takeNumber(again));
  });
  const told = await store.save(DESK, { id, at: 0 }, [change("receipt", receipt(id))]).catch(String);
  return { told, isGivenAgain: given.includes(lost) };
}

it("does not take the end of another transaction, which got the number of a lost one, for that of a save", async () => {
  const url = await stores.database();
  const behind = await behindProxy(Promise.resolve(url));
  // What was not told as kept is then not written by chance.
  const client = await beside(url);
  await client.query("ALTER SYSTEM SET wal_writer_delay = '10s'");
  await client.query("SELECT pg_reload_conf()");
  const ids = ["a", "b", "c", "d", "e"];
  const told: string[] = [];
  for (const id of ids) {
    const lost = await lostSave(url, behind, id);
    told.push(lost.told);
    const isKept = (await behind.store.at(DESK).get("receipt", id)) !== null;
    expect([isKept, lost.told === "saved"]).toEqual([lost.told === "saved", isKept]);
    if (lost.isGivenAgain) break;
  }
  expect(told.at(-1)).toMatch(/cannot be asked whether it was/);
});

it("keeps one save alone from each reading, whatever is cut", async () => {
  const { proxy, store } = await behindProxy();
  await store.save(DESK, { id: null, at: 0 }, [change("receipt", receipt("counter"))]);
  proxy.cutOnce("after the end");
  const racers = Array.from({ length: 8 }, () =>
    store.save(DESK, { id: null, at: 0 }, [change("receipt", receipt("counter", 1))]),
  );
  const ended = (await Promise.all(racers)).sort();
  expect(ended).toEqual(["saved", ...Array.from({ length: 7 }, () => "stale")]);
  expect((await store.at(DESK).get("receipt", "counter"))?.version).toBe(2);
});

/** How often a save is sent again before the test gives up. */
const MOST_SENT = 20;

/** Counts a row up, saving again what could not be saved, as a platform sends again what was not acknowledged. */
async function countUp(store: Store, id: string, times: number): Promise<void> {
  for (let version = 0; version < times; version += 1) {
    let saved: Saved | null = null;
    for (let sent = 0; saved === null && sent < MOST_SENT; sent += 1) {
      const event = { id: `${id}-${version}`, at: 0 };
      saved = await store.save(DESK, event, [change("receipt", receipt(id, version))]).catch(() => null);
    }
    expect(["saved", "seen"]).toContain(saved);
  }
}

it("loses and doubles nothing while its server falls and comes back", async () => {
  const store = await stores.open();
  const counters = ["a", "b", "c", "d"];
  const counted = counters.map((id) => countUp(store, id, 60));
  await Promise.all([...counted, setTimeout(30).then(() => stores.server().restart())]);
  const rows = await store.at(DESK).list("receipt", {});
  expect(rows.map(({ id, version }) => [id, version])).toEqual(counters.map((id) => [id, 60]));
});

it("says that nothing was changed where the server stays away, and works again once it is back", async () => {
  const store = await stores.open(await stores.database(), { patienceMs: 50 });
  await stores.server().crash();
  const saving = store.save(DESK, { id: "e", at: 0 }, []);
  await expect(saving).rejects.toThrow(/cannot be reached or is busy.*nothing was changed/);
  expect(await store.ailment()).toMatch(/cannot be reached/);
  await stores.server().start();
  expect(await store.ailment()).toBeNull();
  expect(await store.save(DESK, { id: "e", at: 0 }, [])).toBe("saved");
});

it("lets one of two saves through that wait for each other", async () => {
  const store = await stores.open();
  const both = [receipt("a"), receipt("b")];
  await store.save(
    DESK,
    { id: null, at: 0 },
    both.map((row) => change("receipt", row)),
  );
  for (let version = 1; version <= 8; version += 1) {
    const changes = both.map(({ id }) => change("receipt", receipt(id, version)));
    const ended = await Promise.all(
      [changes, changes.toReversed()].map((ordered) => store.save(DESK, { id: null, at: 0 }, ordered)),
    );
    expect(ended.sort()).toEqual(["saved", "stale"]);
  }
});

it("tries again what clashed where the database keeps transactions strictly apart", async () => {
  const url = await stores.database();
  const client = await beside(url);
  await client.query(
    `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_isolation = 'serializable'`,
  );
  const store = await stores.open(url);
  const counters = Array.from({ length: 6 }, (_, index) => `counter-${index}`);
  await Promise.all(counters.map((id) => countUp(store, id, 5)));
  const rows = await store.at(DESK).list("receipt", {});
  expect(rows.map(({ version }) => version)).toEqual(counters.map(() => 5));
  const racers = Array.from({ length: 6 }, () =>
    store.save(DESK, { id: null, at: 0 }, [change("receipt", receipt("counter-0", 5))]),
  );
  expect((await Promise.all(racers)).filter((saved) => saved === "saved")).toHaveLength(1);
});

it("keeps texts whole that Postgres refuses, and finds them again", async () => {
  const store = await stores.open();
  const hostile = ["a\0b", "\\u0000", "\\\\u0000", "\ufdd0", "\ufdd00", "\ufdd0u", '{"a":"\\ud800"}', "\u{1F642}"];
  for (const [index, text] of hostile.entries()) {
    const row = { ...receipt(`r${index}`), fingerprint: text, status: 200, answer: JSON.stringify({ text }) };
    expect(await store.save(DESK, { id: text, at: 0 }, [change("receipt", row)])).toBe("saved");
    expect(await store.at(DESK).get("receipt", row.id)).toStrictEqual({ ...row, version: 1 });
    expect(await store.at(DESK).list("receipt", { where: { fingerprint: text } })).toHaveLength(1);
  }
});
