import { systemClock } from "../../src/clock.ts";
import { createWording } from "../../src/wording.ts";
import { desksOn } from "../config.ts";
import { readCatalogues } from "../locales.ts";
import type { Platform, PlatformCommand } from "../platform.ts";
import { loadConfig, type PlaceChoice } from "./load-config.ts";

/** Runs a command that a platform brings, and prints what it says. */
export async function runPlatformCommand(
  platform: Platform,
  command: PlatformCommand,
  place: PlaceChoice,
): Promise<void> {
  const { config } = loadConfig(place);
  const access = config.access[platform.name] ?? null;
  const parts = { clock: systemClock, wording: createWording(readCatalogues()) };
  process.stdout.write(`${await command.run(access, desksOn(config, platform), parts)}\n`);
}
