import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import { putMarker } from "../../adapters/database/marker.ts";
import type { Finding } from "../../adapters/finding.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { UNLEASED } from "../../src/outbox/lease.ts";
import type { Post } from "../../src/rows.ts";
import { CLOCK, openStore, putEmpty } from "../database/open-store.ts";
import { eachInFolder } from "./folder.ts";
import { run, type Started, start } from "./program.ts";

const HOUR = 3_600_000;
const folder = eachInFolder();
const running: Started[] = [];
afterEach(async () => {
  for (const program of running.splice(0)) await program.end("SIGKILL");
});

async function startProgram(): Promise<Started> {
  await putEmpty(join(folder.path, "emptychair.db"));
  const program = await start({ EMPTYCHAIR_DATA: folder.path });
  running.push(program);
  return program;
}

async function doctor(variables: Readonly<Record<string, string>> = {}) {
  const { code, out } = await run(["doctor", "--format", "json"], { EMPTYCHAIR_DATA: folder.path, ...variables });
  const report = JSON.parse(out) as { faults: number; warnings: number; findings: Finding[] };
  return { code, ...report, bad: report.findings.filter(({ level }) => level !== "ok") };
}

/** A post of an hour ago to a platform that is not connected. */
function post(id: string, state: "pending" | "failed", createdAt = Date.now() - HOUR): Post {
  const message = { kind: "notice", text: "Words", actions: [] } as const;
  const unsent = {
    sentAt: null,
    postedAt: null,
    reference: null,
    error: state === "failed" ? "channel is archived" : null,
    ...UNLEASED,
  };
  return {
    id,
    version: 0,
    lane: `nowhere:${id}`,
    message,
    surveyId: null,
    state,
    attempts: 0,
    createdAt,
    dueAt: createdAt,
    ...unsent,
  };
}

async function plant(...posts: readonly Post[]): Promise<void> {
  const store = await openStore(join(folder.path, "emptychair.db"));
  await store.save(
    DEFAULT_DESK,
    { id: null, at: Date.now() },
    posts.map((row) => ({ table: "post" as const, row })),
  );
  await store.close();
}

describe("emptychair doctor", () => {
  it("finds nothing wrong while the program runs, and says who holds the database", async () => {
    const program = await startProgram();
    const { code, faults, warnings, findings } = await doctor();
    expect({ code, faults, warnings }).toEqual({ code: 0, faults: 0, warnings: 0 });
    const checks = [
      "configuration",
      "node",
      "clock",
      "disk",
      "wording",
      "database",
      "lock",
      "outbox",
      "surveys",
      "cases",
      "audit log",
      "starts",
      "backups",
    ];
    expect([...new Set(findings.map(({ check }) => check))]).toEqual(checks);
    expect(findings.find(({ check }) => check === "lock")?.found).toContain(`process ${program.process.pid}`);
    expect((await fetch(`${program.origin}/healthz`)).status).toBe(200);
  });

  it("finds a program that ends again and again, says why where that is known, and a start says so as well", async () => {
    const [file, at] = [join(folder.path, "emptychair.db.starts.json"), Date.now() - HOUR / 12];
    const cutOff = { pid: 1, host: "another", at, end: null, why: null };
    const failed = { ...cutOff, end: "failed", why: "The port 3000 is in use." };
    writeFileSync(file, JSON.stringify([cutOff, cutOff, failed]), { mode: 0o600 });
    const program = await startProgram();
    const { code, bad } = await doctor();
    expect(code).toBe(1);
    expect(bad).toMatchObject([
      {
        check: "starts",
        level: "fault",
        found: expect.stringMatching(/ended 3 times .* of this: The port 3000 is in use/),
      },
    ]);
    expect((await program.end("SIGTERM")).err).toContain("The program ended 3 times within 5 minutes");
    expect(JSON.parse(readFileSync(file, "utf8")).at(-1)).toMatchObject({ end: "stopped" });
  });

  it("finds that what was kept last is gone with the log beside the file, before a start and after one that says so", async () => {
    const program = await startProgram();
    const database = join(folder.path, "emptychair.db");
    await expect.poll(() => readFileSync(`${database}.marker.json`, "utf8")).toContain("keptUntil");
    await program.end("SIGKILL");
    rmSync(`${database}-wal`);
    const before = await doctor();
    expect(before.code).toBe(1);
    expect(before.bad).toMatchObject([
      { check: "database", level: "fault", found: expect.stringContaining("has lost what was kept last") },
    ]);
    const again = await startProgram();
    await expect.poll(() => readFileSync(`${database}.marker.json`, "utf8")).toContain("lost");
    expect((await doctor()).bad).toMatchObject([{ check: "database", level: "warning" }]);
    expect((await again.end("SIGTERM")).err).toContain("emptychair.db-wal was removed");
  });

  it("prints the same for people", async () => {
    const { code, out } = await run(["doctor"], { EMPTYCHAIR_DATA: folder.path });
    expect(code).toBe(0);
    expect(out).toMatch(/^ok {7}node/m);
    expect(out).toMatch(/^warning {2}database {7}no .*emptychair\.db yet\n {24}Run emptychair start/m);
    expect(out).toMatch(/\nfaults: 0, warnings: 1\n$/);
  });

  it("ends with 1 and lists every fault of the configuration with its remedy", async () => {
    writeFileSync(join(folder.path, "settings.yaml"), "ask: { delay: soon }\n");
    const { code, bad } = await doctor({ PORT: "http", DATABASE_URL: "postgres://db.example" });
    expect(code).toBe(1);
    expect(bad.map(({ check, level }) => `${level} ${check}`)).toEqual(Array(3).fill("fault configuration"));
    for (const { remedy } of bad) expect(remedy).toMatch(/\.$/);
  });

  it("passes on the warnings of the configuration", async () => {
    const { code, bad } = await doctor({ EMPTYCHAIR_API_KEY: "short" });
    expect(code).toBe(0);
    expect(bad[0]).toMatchObject({ level: "warning", found: expect.stringContaining("may be guessed") });
  });

  it("says what the secrets file gives, and warns where others may read it, as a start does", async () => {
    const file = join(folder.path, "secrets.env");
    writeFileSync(file, "EMPTYCHAIR_API_KEY='kept-key-of-the-api'\nEMPTYCHAIR_DESK_KEY='kept-key-of-the-desk'\n", {
      mode: 0o600,
    });
    const others = { EMPTYCHAIR_API_KEY: "another-key-of-the-api" };
    const closed = await doctor(others);
    const found = closed.findings.map((one) => one.found);
    expect(found).toContain(`from ${file}: EMPTYCHAIR_DESK_KEY`);
    expect(JSON.stringify(closed)).not.toMatch(/kept-key|chmod/);
    chmodSync(file, 0o640);
    expect((await doctor(others)).bad).toContainEqual({
      ...{ check: "configuration", level: "warning", remedy: `Run chmod 600 ${file}.` },
      found: `${file} holds secrets, and others on this machine may read it`,
    });
  });

  it("warns where the desk's language has no words", async () => {
    writeFileSync(join(folder.path, "settings.yaml"), "desk: { locale: fi }\n");
    expect((await doctor()).bad[0]).toMatchObject({ check: "wording", level: "warning" });
  });

  it("finds a file that is no database, and leaves it alone", async () => {
    const file = join(folder.path, "emptychair.db");
    writeFileSync(file, "words, words, words\n".repeat(500), { mode: 0o600 });
    const { code, bad } = await doctor();
    expect(code).toBe(1);
    expect(bad).toMatchObject([{ check: "database", level: "fault" }]);
  });

  it("finds a database that is gone, and one that was emptied, where there was one", async () => {
    const file = join(folder.path, "emptychair.db");
    putMarker(file, CLOCK.now());
    for (const what of ["is gone", "is empty"]) {
      const { code, bad } = await doctor();
      expect(code).toBe(1);
      expect(bad[0]).toMatchObject({
        check: "database",
        level: "fault",
        found: expect.stringContaining(`${what}, but`),
      });
      writeFileSync(file, "", { mode: 0o600 });
    }
  });

  it("finds damaged pages", async () => {
    await plant(...Array.from({ length: 400 }, (_, index) => post(`${index}`, "failed")));
    const file = join(folder.path, "emptychair.db");
    const content = readFileSync(file);
    content.fill(0x5a, content.length - 40_960, content.length - 8_192);
    writeFileSync(file, content);
    const { code, bad } = await doctor();
    expect(code).toBe(1);
    expect(bad[0]).toMatchObject({ check: "database", level: "fault" });
    expect(bad[0]?.found).toMatch(/damaged|malformed|never used|Tree|btree/i);
    expect(bad[0]?.remedy).toMatch(/backup/);
  });

  it("finds that another program holds the database", async () => {
    await plant();
    const other = new Database(join(folder.path, "emptychair.db"));
    other.pragma("locking_mode = EXCLUSIVE");
    other.exec("BEGIN EXCLUSIVE");
    const { code, bad } = await doctor();
    other.close();
    expect(code).toBe(1);
    const found = expect.stringContaining("is being written by another program");
    expect(bad).toMatchObject([
      { check: "database", level: "fault", found, remedy: expect.stringContaining("Find out which") },
    ]);
  });

  it("finds a database that others may read", async () => {
    await plant();
    chmodSync(join(folder.path, "emptychair.db"), 0o644);
    expect((await doctor()).bad).toMatchObject([
      { check: "database", found: expect.stringContaining("could be read") },
    ]);
  });

  it("finds a sealed week that is not what its rows say", async () => {
    const path = join(folder.path, "emptychair.db");
    const store = await openStore(path);
    const to = CLOCK.now() - 24 * HOUR;
    await store.at(DEFAULT_DESK).countScores({ from: to - 7 * 24 * HOUR, to });
    expect(await store.seals.seal(1)).toBe(1);
    await store.close();
    expect((await doctor()).code).toBe(0);
    const connection = new Database(path);
    connection.prepare("UPDATE sealed SET tally = '[7]'").run();
    connection.close();
    const { code, bad } = await doctor();
    expect(code).toBe(1);
    expect(bad).toMatchObject([
      { level: "fault", check: "database", found: expect.stringContaining("scores of default") },
    ]);
  });

  it("finds posts that wait too long: a fault while the program runs, a warning while it does not", async () => {
    await plant(post("a", "pending"), post("b", "pending"));
    const idle = await doctor();
    expect(idle.code).toBe(0);
    expect(idle.bad).toMatchObject([
      { check: "outbox", level: "warning", found: expect.stringContaining("2 unsent for more than 10 minutes") },
    ]);
    await startProgram();
    const { code, bad } = await doctor();
    expect(code).toBe(1);
    expect(bad).toMatchObject([{ check: "outbox", level: "fault" }]);
  });

  it("finds posts that were given up, with the reason", async () => {
    await plant(post("a", "failed"));
    const { bad } = await doctor();
    expect(bad).toMatchObject([{ check: "outbox", level: "warning" }]);
    expect(bad[0]?.found).toContain("channel is archived");
  });

  it("finds that the clock was set back", async () => {
    await plant(post("a", "pending", Date.now() + HOUR));
    expect((await doctor()).bad).toMatchObject([{ check: "clock", found: expect.stringContaining("still to come") }]);
  });
});
