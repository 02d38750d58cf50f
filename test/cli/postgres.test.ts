import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { openStore } from "../database/open-store.ts";
import { sampleChanges } from "../database/sample-rows.ts";
import { sharedDatabases } from "../servers/postgres-databases.ts";
import { eachInFolder } from "./folder.ts";
import { run, runAlone, type Started, start } from "./program.ts";

const KEY = "key-of-the-help-desk-api";
const PASSWORD = "opensesame";

const databases = sharedDatabases();
const folder = eachInFolder();

/** A new database, with a password in its address that the server does not ask for. */
async function address(): Promise<string> {
  return (await databases.bare()).replace("postgres@", `postgres:${PASSWORD}@`);
}

async function variables(url: string) {
  return { EMPTYCHAIR_DATA: folder.path, DATABASE_URL: url, EMPTYCHAIR_API_KEY: KEY };
}

async function ask(program: Started, method: string, path: string, body?: unknown) {
  const response = await fetch(`${program.origin}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** Waits until what the API tells of the interaction is so. */
async function until(program: Started, id: string, isSo: (told: Record<string, unknown>) => boolean) {
  for (;;) {
    const { body } = await ask(program, "GET", `interactions/${id}`);
    if (isSo(body)) return body;
    await setTimeout(20);
  }
}

/** How many rows a query finds. */
async function countOf(url: string, text: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows.length;
}

describe("the program on Postgres", () => {
  it("walks a conversation to its answer, through a kill in the middle", async () => {
    writeFileSync(join(folder.path, "settings.yaml"), "ask: { delay: 1s, quietHours: '' }\n");
    const url = await address();
    const first = await start(await variables(url));
    expect(first.announced).toMatch(/\n {2}Data {2}postgres:\/\/postgres@127\.0\.0\.1:\d+\/test_\d+\n/);
    const id = "talk-1";
    const opened = await ask(first, "POST", "interactions", {
      id,
      customer: { id: "c1", name: "Cleo" },
      agents: ["Ada"],
    });
    expect(opened.status).toBe(201);
    const entry = { author: "customer", text: "My parcel is late." };
    expect((await ask(first, "POST", `interactions/${id}/entries`, entry)).status).toBe(201);
    await ask(first, "POST", `interactions/${id}/entries`, { author: "agent", name: "Ada", text: "It comes today." });
    expect((await ask(first, "POST", `interactions/${id}/resolve`, { by: "Ada" })).status).toBe(200);
    first.process.kill("SIGKILL");
    await first.ended;
    const second = await start(await variables(url));
    const { survey } = await until(second, id, (told) => (told.survey as { state?: string } | null)?.state === "asked");
    const { id: asked } = survey as { readonly id: string };
    const answered = await ask(second, "PUT", `surveys/${asked}/response`, { score: 3, comment: "Late again" });
    expect(answered.status).toBe(200);
    const told = await until(second, id, ({ case: opens }) => opens !== undefined && opens !== null);
    expect(told).toMatchObject({ fate: { kind: "answered" }, response: { score: 3, band: "detractor" } });
    expect((await fetch(`${second.origin}/readyz`)).status).toBe(200);
    const found = await run(["search", "parcel"], await variables(url));
    expect(found).toMatchObject({ code: 0, out: expect.stringContaining("parcel") });
    const ended = await second.end("SIGTERM");
    expect(ended.code).toBe(0);
    expect(`${first.announced}${ended.out}${ended.err}`).not.toContain(PASSWORD);
  });

  it("says of a server that is not there what to do, without its password", async () => {
    const url = `postgres://desk:${PASSWORD}@127.0.0.1:1/desk`;
    const { code, out, err } = await runAlone(["start", "--port", "0"], await variables(url));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(
      /^emptychair: postgres:\/\/desk@127\.0\.0\.1:1\/desk cannot be reached \(.*ECONNREFUSED.*\)\. Start its server.*\n$/,
    );
    expect(err).not.toContain(PASSWORD);
  });

  it("is looked at by doctor, which names the server and what of its settings loses data", async () => {
    const url = await address();
    const before = await run(["doctor"], await variables(url));
    expect(before.out).toMatch(/^warning {2}database {7}nothing is in postgres:\/\/\S+ yet/m);
    expect((await run(["migrate", "--yes"], await variables(url))).out).toMatch(/\nDone: schema \d+\.\n$/);
    const { code, out } = await run(["doctor"], await variables(url));
    expect(code).toBe(1);
    expect(out).toMatch(/^fault {4}database {7}The server's fsync is off/m);
    expect(out).not.toContain(PASSWORD);
  });
});

describe("emptychair migrate --from --to", () => {
  const file = () => join(folder.path, "emptychair.db");

  async function furnish(): Promise<void> {
    const store = await openStore(file());
    await store.save("default", { id: "event", at: 1 }, sampleChanges());
    await store.close();
  }

  it("goes on where it was killed, says what to set, and leaves the file as it was", async () => {
    await furnish();
    const before = readFileSync(file());
    const url = await address();
    const command = ["migrate", "--from", `file:${file()}`, "--to", url, "--yes"];
    expect((await run(["migrate", "--yes"], await variables(url))).code).toBe(0);
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    // The move comes as far as this table, and waits.
    await holder.query("BEGIN; LOCK TABLE search_document IN SHARE MODE");
    const killed = new AbortController();
    const first = runAlone(command, {}, killed.signal);
    const waits =
      "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO search_document%'";
    while ((await countOf(url, waits)) === 0) await setTimeout(20);
    killed.abort();
    expect((await first).code).toBeNull();
    await holder.query("ROLLBACK");
    await holder.end();
    const half = await runAlone(["start", "--port", "0"], await variables(url));
    expect(half).toMatchObject({
      code: 1,
      err: expect.stringMatching(/holds but half of a desk; go on with emptychair migrate --from/),
    });
    const { code, out, err } = await run(command);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/\nWent on with the move that was stopped\.\nDone: \d+ rows of \d+ tables are in postgres:/);
    expect(out).toMatch(/\nNow set DATABASE_URL to postgres:.+ and run emptychair start\./);
    expect(out).not.toContain(PASSWORD);
    expect(await countOf(url, "SELECT 1 FROM response")).toBe(1);
    expect(readFileSync(file()).equals(before)).toBe(true);
    const again = await run(command);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining("is not empty; name an empty database") });
  });

  it("is refused while the desk is in use, and where both ends are the same or no server", async () => {
    await furnish();
    const url = await address();
    const program = await start({ EMPTYCHAIR_DATA: folder.path });
    const used = await run(["migrate", "--from", `file:${file()}`, "--to", url, "--yes"]);
    expect(used).toMatchObject({ code: 1, err: expect.stringMatching(/is in use by process \d+/) });
    await program.end("SIGTERM");
    expect(await run(["migrate", "--from", url, "--to", url, "--yes"])).toMatchObject({ code: 2 });
    expect(await run(["migrate", "--to", `file:${file()}2`, "--yes"], { EMPTYCHAIR_DATA: folder.path })).toMatchObject({
      code: 2,
      err: expect.stringContaining("is moved to a Postgres database"),
    });
  });
});
