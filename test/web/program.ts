import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "../../adapters/config.ts";
import { fileAt } from "../../adapters/database-place.ts";
import { createIds } from "../../adapters/ids.ts";
import { startProgram } from "../../adapters/main.ts";
import { readDesks } from "../../src/desk-config.ts";
import { putEmpty } from "../database/open-store.ts";
import { rememberingLog } from "../world.ts";

export const KEY = "desk-key-of-the-test";

/** The whole program on a database file of its own, on the machine's clock moved by what was skipped. */
export interface Program {
  readonly origin: string;
  /** Where its database and its settings file are. */
  readonly folder: string;
  readonly warnings: string[];
  /** Moves the clock ahead, milliseconds. */
  skip(ms: number): void;
  /** A request as it is; redirects are not followed. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** A request with the key's cookie, from a page of the program; fields make it a form post. */
  sit(path: string, fields?: Record<string, string>): Promise<Response>;
  /** A call of the help-desk API below `/api/v1`; a body makes it a POST unless another method is named. */
  call(path: string, body?: unknown, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

/** Starts the program with the settings on a free port. */
export async function startWith(settings: unknown, more: Partial<Config> = {}): Promise<Program> {
  const read = readDesks(settings, {});
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  const folder = mkdtempSync(join(tmpdir(), "emptychair-desks-"));
  const warnings: string[] = [];
  let ahead = 0;
  const paths = {
    dataFolder: folder,
    database: fileAt(join(folder, "emptychair.db")),
    settingsFile: join(folder, "settings.yaml"),
  };
  await putEmpty(paths.database.path);
  const reached = {
    host: "127.0.0.1",
    port: 0,
    publicUrl: null,
    apiKeys: ["api-key"],
    apiPerMinute: 60_000,
    deskKey: KEY,
    secrets: [],
    webhookSecrets: [],
    widgetSecrets: [],
  };
  const program = await startProgram(
    {
      ...paths,
      ...reached,
      desks: read.desks,
      withoutFile: settings,
      access: {},
      logLevel: "info",
      logFormat: "json",
      ...more,
    },
    {
      log: { ...rememberingLog(), warn: (message) => void warnings.push(message) },
      ids: createIds(),
      clock: { now: () => Date.now() + ahead },
    },
  );
  const { origin, port } = new URL(program.url);
  const ask = (path: string, init?: RequestInit) => fetch(`${origin}${path}`, { redirect: "manual", ...init });
  const own = { Cookie: `emptychair-${port}=${KEY}`, Origin: origin };
  return {
    ...{ origin, folder, warnings, ask },
    skip: (ms) => {
      ahead += ms;
    },
    sit: (path, fields) =>
      ask(path, { headers: own, ...(fields ? { method: "POST", body: new URLSearchParams(fields) } : {}) }),
    call: (path, body, init) =>
      ask(`/api/v1${path}`, {
        ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
        ...init,
        headers: { Authorization: "Bearer api-key", "Content-Type": "application/json", ...init?.headers },
      }),
    stop: async () => {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
