import { join } from "node:path";
import { webAlone } from "../compose.ts";
import type { Config } from "../config.ts";
import { visitorSettings } from "../demo/settings.ts";

/** The configuration with the demo's own folder, database and settings, and with no way to a real chat platform. */
export function demoConfig(config: Config): Config {
  const dataFolder = join(config.dataFolder, "demo");
  return {
    ...config,
    dataFolder,
    database: join(dataFolder, "emptychair.db"),
    ...webAlone(visitorSettings()),
  };
}
