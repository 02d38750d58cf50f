import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepareDemo } from "../../adapters/cli/demo.ts";
import { type DemoConfig, demoConfig } from "../../adapters/cli/demo-config.ts";
import { readConfig } from "../../adapters/config.ts";
import { acquireLock, HeldError } from "../../adapters/database/lock.ts";
import { openSqliteStore } from "../../adapters/database/sqlite.ts";
import { packageFile } from "../../adapters/package-root.ts";
import { PLATFORMS } from "../../adapters/platforms.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";

const INTERACTIONS = 8;
const clock = { now: Date.now };
let folder: string;
let config: DemoConfig;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "emptychair-demo-"));
  const read = readConfig({
    environment: { EMPTYCHAIR_DATA: folder },
    folder,
    onTerminal: false,
    platforms: PLATFORMS,
  });
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  config = demoConfig(read.config);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function resolved(): Promise<number> {
  const store = await openSqliteStore({
    path: config.database.path,
    migrations: packageFile("data", "migrations"),
    clock,
  });
  const rows = await store.at(DEFAULT_DESK).list("interaction", { where: { state: "resolved" } });
  await store.close();
  return rows.length;
}

test("fills a database of its own beside the desk's, leaves nothing half done behind, and then leaves it as it is", async () => {
  await prepareDemo(config, INTERACTIONS);
  expect(config.database.path).toBe(join(folder, "demo", "emptychair.db"));
  expect(readdirSync(dirname(config.database.path)).filter((name) => name.includes("filling"))).toEqual([]);
  expect(await resolved()).toBe(INTERACTIONS);
  const before = statSync(config.database.path).mtimeMs;
  await prepareDemo(config, 2 * INTERACTIONS);
  expect(statSync(config.database.path).mtimeMs).toBe(before);
});

test("does an interrupted filling anew", async () => {
  mkdirSync(dirname(config.database.path), { recursive: true });
  writeFileSync(`${config.database.path}.filling`, "torn off in the middle");
  writeFileSync(`${config.database.path}.filling-wal`, "torn off in the middle");
  await prepareDemo(config, INTERACTIONS);
  expect(await resolved()).toBe(INTERACTIONS);
});

test("is refused while another process fills the same database", async () => {
  const lock = acquireLock(config.database.path, { pid: 1, host: "elsewhere", now: Date.now() });
  await expect(prepareDemo(config, INTERACTIONS)).rejects.toThrow(HeldError);
  lock.release();
  expect(existsSync(config.database.path)).toBe(false);
});

test("works with settings of its own: as it comes, and as they were changed in its file", () => {
  expect(config.settingsFile).toBe(join(folder, "demo", "settings.yaml"));
  expect(config.desks[0].settings.ask.delay).toBe(5_000);
  mkdirSync(dirname(config.settingsFile), { recursive: true });
  writeFileSync(config.settingsFile, "ask: { delay: 9m }\n");
  writeFileSync(join(folder, "settings.yaml"), "ask: { delay: 1m }\n");
  expect(demoConfig({ ...config, dataFolder: folder }).desks[0].settings.ask.delay).toBe(540_000);
  writeFileSync(config.settingsFile, "ask: { delay: soon }\n");
  expect(() => demoConfig({ ...config, dataFolder: folder })).toThrow("ask.delay");
});
