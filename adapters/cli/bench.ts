import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "../../src/clock.ts";
import { benchSaves } from "../database/bench.ts";
import { packageFile } from "../package-root.ts";
import { loadConfig } from "./load-config.ts";

/** `emptychair bench`: measures on the data folder's disk and prints the ratios as JSON; leaves nothing behind. */
export async function bench(): Promise<void> {
  const { dataFolder } = loadConfig().config;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(dataFolder, "bench-"));
  try {
    const save = await benchSaves({ folder, migrations: packageFile("data", "migrations"), clock: systemClock });
    const machine = { node: process.version, system: `${process.platform} ${process.arch}` };
    process.stdout.write(`${JSON.stringify({ machine, save }, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
