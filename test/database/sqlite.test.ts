import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import { readMigrations } from "../../adapters/database/migration-files.ts";
import type { Change } from "../../src/outcome.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { storeContract } from "../contracts/store-contract.ts";
import { MIGRATIONS, openStore, temporaryFolder } from "./open-store.ts";
import { change, DESK, sampleChanges, sampleRows } from "./sample-rows.ts";

const folder = mkdtempSync(join(tmpdir(), "emptychair-"));
let opened = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

storeContract("SQLite", () => openStore(join(folder, `${opened++}.db`)));

/** The sample with one row of it altered. */
function altered<T extends Table>(table: T, more: Partial<Rows[T]>): Change[] {
  return sampleChanges().map((sample) => {
    if (sample.table !== table) return sample;
    return change(table, { ...(sample.row as Rows[T]), ...more });
  });
}

describe("the schema", () => {
  const faults: [string, Change[]][] = [
    ["a score above the scale", altered("response", { score: 11, band: "promoter" })],
    ["0 on the scale from 1 to 10", altered("response", { score: 0, scale: "1-10" })],
    ["a band that is not the score's", altered("response", { score: 7, band: "promoter" })],
    ["a revision off every scale", altered("revision", { score: -1 })],
    ["an unknown state of a survey", altered("survey", { state: "lost" as "asked" })],
    ["a survey that ended and is still due", altered("survey", { state: "expired" })],
    ["a survey about no resolution", altered("survey", { resolutionId: "none" })],
    ["an unknown fate", altered("resolution", { fate: "forgotten" as "silent" })],
    ["no reason for not asking", altered("resolution", { fateReason: null })],
    ["a reason for silence", altered("resolution", { fate: "silent" })],
    ["an unknown state of a case", altered("case", { state: "lost" as "new" })],
    ["an unknown state of a post", altered("post", { state: "lost" as "failed" })],
    ["a post held until some time by nobody", altered("post", { state: "sending", leaseUntil: 5 })],
    ["a post held that is not being sent", altered("post", { leaseOwner: "A", leaseUntil: 5 })],
    ["work held for ever", altered("work", { leaseUntil: null })],
    ["a resolved interaction without a resolution", altered("interaction", { resolutionId: null })],
  ];
  it.each(faults)("throws at %s and keeps nothing", async (_, changes) => {
    const store = await openStore(join(temporaryFolder(), "desk.db"));
    await expect(store.save(DESK, { id: "e", at: 0 }, changes)).rejects.toThrow(
      /^Nothing was saved, for it breaks the schema: /,
    );
    expect(await store.at(DESK).list("customer", {})).toEqual([]);
    expect(await store.save(DESK, { id: "e", at: 0 }, sampleChanges())).toBe("saved");
    await store.close();
  });
});

describe("a SQLite file", () => {
  it("is for its owner alone, with what lies beside it, in a folder for its owner alone", async () => {
    const made = join(temporaryFolder(), "new", "data");
    const path = join(made, "desk.db");
    const store = await openStore(path);
    await store.save(DESK, { id: "e", at: 0 }, sampleChanges());
    expect(statSync(made).mode & 0o777).toBe(0o700);
    for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(store.check().problems).toEqual([]);
    chmodSync(path, 0o644);
    expect(store.check().problems).toEqual([expect.stringContaining("chmod 600")]);
    await store.close();
    await (await openStore(path)).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("keeps what was saved, durably and safely, after it is opened again", async () => {
    const path = join(temporaryFolder(), "desk.db");
    const first = await openStore(path);
    await first.save(DESK, { id: "e", at: 0 }, sampleChanges());
    await first.close();
    const again = await openStore(path);
    expect(await again.at(DESK).get("post", "post-1")).toStrictEqual({ ...sampleRows().post, version: 1 });
    expect(await again.save(DESK, { id: "e", at: 0 }, [])).toBe("seen");
    expect(again.check()).toMatchObject({ version: readMigrations(MIGRATIONS).length, problems: [] });
    await again.close();
  });

  it("erases what it overwrites", async () => {
    const path = join(temporaryFolder(), "desk.db");
    const store = await openStore(path);
    const customer = { ...sampleRows().customer, name: "needle-in-the-file" };
    await store.save(DESK, { id: null, at: 0 }, [change("customer", customer)]);
    await store.save(DESK, { id: null, at: 0 }, [change("customer", { ...customer, version: 1, name: null })]);
    await store.close();
    expect(readFileSync(path).includes("needle-in-the-file")).toBe(false);
  });

  it("says that it is busy when another program writes for longer than a second, and can be tried again", async () => {
    const path = join(temporaryFolder(), "desk.db");
    const store = await openStore(path);
    const other = new Database(path);
    other.exec("BEGIN IMMEDIATE");
    await expect(store.save(DESK, { id: "e", at: 0 }, [])).rejects.toThrow(
      /being written by another program.*try again/,
    );
    other.exec("ROLLBACK");
    other.close();
    expect(await store.save(DESK, { id: "e", at: 0 }, [])).toBe("saved");
    await store.close();
  });

  it("is refused when it is no database, or another program's, and is left as it was", async () => {
    const path = join(temporaryFolder(), "notes.db");
    writeFileSync(path, "not a database, but somebody's notes, kept in a file of this name\n".repeat(20));
    await expect(openStore(path)).rejects.toThrow(
      /notes.db is no database, so it was left as it is; name another file in DATABASE_URL/,
    );
    const foreign = join(temporaryFolder(), "foreign.db");
    const other = new Database(foreign);
    other.exec("CREATE TABLE theirs (id); PRAGMA user_version = 99");
    other.close();
    await expect(openStore(foreign)).rejects.toThrow(/another program/);
    const untouched = new Database(foreign);
    expect(untouched.prepare("SELECT name FROM sqlite_schema").pluck().all()).toEqual(["theirs"]);
    untouched.close();
  });
});

describe("a place where no file can be", () => {
  it("is named in one sentence with the reason", async () => {
    const path = join(temporaryFolder(), "file");
    writeFileSync(path, "");
    await expect(openStore(join(path, "desk.db"))).rejects.toThrow(/desk.db cannot be created \(.*choose a folder/);
  });
});

describe("a backup", () => {
  it("holds everything saved, opens as a store, and is for its owner alone", async () => {
    const at = temporaryFolder();
    const store = await openStore(join(at, "desk.db"));
    await store.save(DESK, { id: "e", at: 0 }, sampleChanges());
    await store.backup(join(at, "copy.db"));
    await store.close();
    expect(statSync(join(at, "copy.db")).mode & 0o777).toBe(0o600);
    const copy = await openStore(join(at, "copy.db"));
    expect(await copy.at(DESK).get("case", "case-1")).toStrictEqual({ ...sampleRows().case, version: 1 });
    await copy.close();
  });

  it("is of one moment, and ends, while another process holds the log and the store goes on being written", async () => {
    const at = temporaryFolder();
    const store = await openStore(join(at, "desk.db"));
    await store.save(DESK, { id: "e", at: 0 }, sampleChanges());
    const other = new Database(join(at, "desk.db"));
    other.exec("BEGIN; SELECT count(*) FROM inbox");
    let saved = 0;
    let isDone = false;
    const writing = (async () => {
      while (!isDone) {
        await store.save(DESK, { id: `e${saved++}`, at: 0 }, []);
        await new Promise(setImmediate);
      }
    })();
    const before = saved;
    const contents = await store.backup(join(at, "copy.db"));
    isDone = true;
    await writing;
    expect(contents).toMatchObject({ desks: 1, conversations: 1 });
    const copy = new Database(join(at, "copy.db"), { readonly: true });
    const held = Number(copy.prepare("SELECT count(*) FROM inbox").pluck().get()) - 1;
    copy.close();
    expect(held).toBeGreaterThanOrEqual(before);
    expect(held).toBeLessThan(saved);
    expect(store.scrub()).toBe(false);
    other.close();
    expect(store.scrub()).toBe(true);
    await store.close();
  });

  it("is given up when it is told to, and leaves nothing", async () => {
    const at = temporaryFolder();
    const store = await openStore(join(at, "desk.db"));
    const stopped = new AbortController();
    const made = store.backup(join(at, "copy.db"), stopped.signal);
    stopped.abort();
    await expect(made).rejects.toThrow(/was stopped/);
    expect(readdirSync(at).filter((name) => name.startsWith("copy"))).toEqual([]);
    await store.close();
  });

  it("never overwrites a file, and leaves nothing unfinished", async () => {
    const at = temporaryFolder();
    const store = await openStore(join(at, "desk.db"));
    writeFileSync(join(at, "copy.db"), "mine");
    await expect(store.backup(join(at, "copy.db"))).rejects.toThrow(/exists/);
    expect(readFileSync(join(at, "copy.db"), "utf8")).toBe("mine");
    await expect(store.backup(join(at, "nowhere", "copy.db"))).rejects.toThrow();
    expect(existsSync(join(at, "copy.db.unfinished"))).toBe(false);
    await store.close();
  });
});
