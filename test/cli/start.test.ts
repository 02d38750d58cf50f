import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { acquireLock } from "../../adapters/database/lock.ts";
import { eachInFolder } from "./folder.ts";
import { run, runAlone, type Started, start } from "./program.ts";

const KEY = "a-key-for-these-tests";
const folder = eachInFolder({ withDatabase: true });
const running: Started[] = [];
afterEach(async () => {
  for (const program of running.splice(0)) await program.end("SIGKILL");
});

async function started(variables: Readonly<Record<string, string>> = {}): Promise<Started> {
  const program = await start({ EMPTYCHAIR_DATA: folder.path, EMPTYCHAIR_API_KEY: KEY, ...variables });
  running.push(program);
  return program;
}

function open(program: Started, id: string): Promise<Response> {
  return fetch(`${program.origin}/api/v1/interactions`, {
    method: "POST",
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ id, customer: { id: "customer-1" } }),
  });
}

async function isKnown(program: Started, id: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${KEY}` };
  return (await fetch(`${program.origin}/api/v1/interactions/${id}`, { headers })).ok;
}

const database = () => join(folder.path, "emptychair.db");

/** It ends in good order, with everything in the database's own file. */
async function stopsCleanly(program: Started, signal: NodeJS.Signals): Promise<void> {
  expect((await program.end(signal)).code).toBe(0);
  expect(existsSync(`${database()}-wal`)).toBe(false);
}

describe("emptychair start", () => {
  it("prints one address with its key, the link that makes the first admin, and the data file, keeps its files to their owner, and never writes a key into the log", async () => {
    rmSync(database());
    const program = await started({ LOG_LEVEL: "trace" });
    const { announced, url } = program;
    const [first, invitation, ...more] = announced.match(/https?:\S+/g) ?? [];
    expect([first, more]).toEqual([url, []]);
    expect(invitation).toMatch(/\/join\/[\w-]{32}$/);
    const key = new URL(url).searchParams.get("key") ?? "";
    expect(key.length).toBeGreaterThanOrEqual(22);
    expect(announced).toContain(database());
    expect(statSync(database()).mode & 0o077).toBe(0);
    const { status, headers } = await fetch(url, { redirect: "manual" });
    expect(Math.floor(status / 100)).toBe(3);
    expect(headers.get("set-cookie")).toContain("SameSite=Strict");
    await open(program, "one");
    await stopsCleanly(program, "SIGTERM");
    const { err } = await program.ended;
    expect(err).toContain("Stopped");
    expect(err).not.toContain(key);
    expect(err).not.toContain(KEY);
  });

  it("refuses wrong settings and variables, all of them, before it makes anything", async () => {
    const settings = join(folder.path, "settings.yaml");
    writeFileSync(settings, "ask: { delay: soon, colour: red }\n");
    const data = join(folder.path, "data");
    const variables = {
      EMPTYCHAIR_DATA: data,
      EMPTYCHAIR_SETTINGS: settings,
      PORT: "http",
      DATABASE_URL: "postgres://db",
    };
    const { code, out, err } = await run(["start"], variables);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    const lines = err.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    const form = /^emptychair: (?:.+: found .+; allowed is .+\. .+\.|Unknown setting ask\.colour in .+)$/;
    for (const line of lines) expect(line).toMatch(form);
    expect(err).toMatch(/DATABASE_URL: found .+ or postgres:/);
    expect(existsSync(data)).toBe(false);
  });

  it("uses the configured desk key, refuses a database that runs already, saying who holds it, and stops cleanly at SIGHUP", async () => {
    const first = await started({ EMPTYCHAIR_DESK_KEY: "the-same-key-each-time" });
    expect([first.url, first.announced]).toEqual([first.origin, expect.not.stringContaining("the-same-key-each-time")]);
    const opened = await fetch(`${first.origin}/?key=the-same-key-each-time`, { redirect: "manual" });
    expect(opened.status).toBe(303);
    const { code, err } = await runAlone(["start", "--port", "0"], { EMPTYCHAIR_DATA: folder.path });
    expect(code).toBe(1);
    expect(err).toMatch(
      new RegExp(`^emptychair: .+ in use by process ${first.process.pid} .+stop that one first.+\n$`),
    );
    expect((await fetch(`${first.origin}/healthz`)).status).toBe(200);
    await stopsCleanly(first, "SIGHUP");
  });

  it("is refused on a port that is taken, and lets the database go", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const { port } = taken.address() as { port: number };
    const { code, err } = await runAlone(["start", "--port", String(port)], { EMPTYCHAIR_DATA: folder.path });
    taken.close();
    expect(code).toBe(1);
    expect(err).toMatch(/^emptychair: Port \d+ of 127\.0\.0\.1 is in use; .+\n$/);
    acquireLock(database(), { pid: process.pid, host: "here", now: 0 }).release();
  });

  it("tells a fault in one line, with the stack only at LOG_LEVEL=debug", async () => {
    writeFileSync(database(), "no database at all, but long enough to be looked at\n".repeat(99));
    const brief = await runAlone(["start", "--port", "0"], { EMPTYCHAIR_DATA: folder.path });
    expect(brief.code).toBe(1);
    expect(brief.err.trimEnd().split("\n")).toHaveLength(1);
    const long = await runAlone(["start", "--port", "0"], { EMPTYCHAIR_DATA: folder.path, LOG_LEVEL: "debug" });
    expect(long.err).toMatch(/\n\s+at /);
  });

  it("takes two quick SIGINTs for one, as npm passes on what the terminal has sent already", async () => {
    const program = await started();
    program.process.kill("SIGINT");
    await stopsCleanly(program, "SIGINT");
  });

  it("ends at once at a second signal while it waits for a slow caller", async () => {
    const program = await started();
    const { hostname, port } = new URL(program.origin);
    const caller = connect(Number(port), hostname);
    caller.on("error", () => {});
    caller.write(
      `POST /api/v1/interactions HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${KEY}\r\nContent-Length: 9\r\n\r\n{`,
    );
    await fetch(`${program.origin}/healthz`);
    program.process.kill("SIGTERM");
    await setTimeout(700);
    const before = performance.now();
    expect((await program.end("SIGTERM")).code).toBe(1);
    expect(performance.now() - before).toBeLessThan(8_000);
    caller.destroy();
  });

  it("loses nothing that it accepted before it was told to stop, nor before it was killed", async () => {
    const program = await started();
    const accepted: string[] = [];
    const calls = Array.from({ length: 200 }, async (_, index) => {
      const answer = await open(program, `talk-${index}`).catch(() => null);
      if (answer?.ok) accepted.push(`talk-${index}`);
      if (index === 20) program.process.kill("SIGTERM");
    });
    await Promise.all(calls);
    expect((await program.ended).code).toBe(0);
    expect(accepted.length).toBeGreaterThan(20);
    const again = await started();
    expect(await Promise.all(accepted.map((id) => isKnown(again, id)))).not.toContain(false);
    expect((await open(again, "kept")).ok).toBe(true);
    await again.end("SIGKILL");
    expect(await isKnown(await started(), "kept")).toBe(true);
  });
});
