import { join } from "node:path";
import { readDesks } from "../../src/desk-config.ts";
import type { Config } from "../config.ts";
import { type FilePlace, fileAt, shownPlace } from "../database-place.ts";
import { VISITOR_SETTINGS } from "../demo/settings.ts";
import { faultLine } from "../fault.ts";
import { PLATFORMS } from "../platforms.ts";
import { readSettingsFile, sectionsOf } from "../settings-file.ts";
import { textOf } from "../settings-text.ts";
import { Failure } from "./failure.ts";

/** The demo's desks: as they were changed on its pages, else as the demo comes. */
function demoDesks(file: string): Config["desks"] {
  if (textOf(file) !== null) {
    const kept = readSettingsFile(file, true, PLATFORMS);
    if ("faults" in kept) throw new Failure(kept.faults.map(faultLine));
    return kept.desks;
  }
  const read = readDesks(VISITOR_SETTINGS, sectionsOf(PLATFORMS));
  if ("desks" in read) return read.desks;
  throw new Error(`The demo's settings are wrong: ${read.faults.map(({ path }) => path).join(", ")}.`);
}

/** A configuration of the demo, whose made-up quarter always stands in a file of its own. */
export type DemoConfig = Config & { readonly database: FilePlace };

/** The configuration that the demo was loaded with. Throws where it is another. */
export function demoIn(config: Config): DemoConfig {
  const { database } = config;
  if (database.engine === "sqlite") return { ...config, database };
  throw new Error("The demo keeps its quarter in a file, and none was named.");
}

/** What is to be known where the program itself works on a server. */
export function demoWarnings({ database }: Config): string[] {
  if (database.engine === "sqlite") return [];
  return [`The demo stands in a file of its own; ${shownPlace(database)} is left alone.`];
}

/** The configuration with the demo's own folder, database and settings, without nightly backups and with no way to a real chat platform. Throws where its settings have faults. */
export function demoConfig(config: Config): DemoConfig {
  const dataFolder = join(config.dataFolder, "demo");
  const settingsFile = join(dataFolder, "settings.yaml");
  const nightly = { everyMs: Number.MAX_SAFE_INTEGER, keep: 0 };
  const own = { dataFolder, settingsFile, nightly, database: fileAt(join(dataFolder, "emptychair.db")) };
  return { ...config, ...own, desks: demoDesks(settingsFile), access: {}, withoutFile: VISITOR_SETTINGS };
}
