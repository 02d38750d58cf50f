import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../servers/postgres.ts";
import { faultsOn } from "./disk-faults.ts";
import { type Evidence, readPostgres, readSqlite } from "./evidence.ts";
import { FAULTS, type Fault, none } from "./faults.ts";
import type { Scene } from "./scene.ts";
import { createSmallDisk } from "./small-disk.ts";
import { createVictim, type Victim } from "./victim.ts";
import { API_KEY } from "./web-talk.ts";

/** The program where it keeps its data, and what may befall it there. */
export interface House {
  /** The one program, or its replicas; none is started yet. */
  readonly victims: readonly [Victim, ...Victim[]];
  readonly faults: readonly Fault[];
  readonly read: () => Promise<Evidence>;
  /** Kills what runs and takes away what was made. */
  readonly end: () => Promise<void>;
}

const MEGABYTES = 48;

function variablesOf(scene: Scene, folder: string): Readonly<Record<string, string>> {
  const own = { EMPTYCHAIR_DATA: folder, EMPTYCHAIR_API_KEY: API_KEY, LOG_LEVEL: "info", LOG_FORMAT: "json" };
  return { ...scene.variables, ...own };
}

function writeSettings(scene: Scene, folder: string): void {
  writeFileSync(join(folder, "settings.yaml"), JSON.stringify(scene.settings));
}

/** One program with its database in a file, on a small disk of its own. */
export async function onSqlite(scene: Scene, logFile: string): Promise<House> {
  const disk = createSmallDisk(MEGABYTES);
  writeSettings(scene, disk.folder);
  disk.synchronise();
  const victim = await createVictim(variablesOf(scene, disk.folder), logFile);
  return {
    victims: [victim],
    faults: [...FAULTS, ...faultsOn(disk)],
    read: async () => readSqlite(disk.folder),
    async end() {
      await victim.kill();
      disk.remove();
    },
  };
}

/** Two replicas on one Postgres server, which can fail too. */
export async function onPostgres(scene: Scene, logFile: string): Promise<House> {
  const server = await startPostgres();
  const url = await server.createDatabase();
  const folders = ["a", "b"].map((name) => mkdtempSync(join(tmpdir(), `emptychair-torture-${name}-`)));
  const victims = await Promise.all(
    folders.map((folder, index) => {
      writeSettings(scene, folder);
      return createVictim({ ...variablesOf(scene, folder), DATABASE_URL: url }, `${logFile}.${index}`);
    }),
  );
  const crash: Fault = {
    name: "the database server crashes",
    obstacle: none,
    strike: () => server.restart(),
  };
  const both: Fault = {
    name: "kill -9 of both replicas",
    obstacle: none,
    strike: async () => void (await Promise.all(victims.map((victim) => victim.kill()))),
  };
  return {
    victims: victims as [Victim, ...Victim[]],
    faults: [...FAULTS, crash, both],
    read: () => readPostgres(url),
    async end() {
      await Promise.all(victims.map((victim) => victim.kill()));
      await server.stop();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}
