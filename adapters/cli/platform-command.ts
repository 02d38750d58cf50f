import { systemClock } from "../../src/clock.ts";
import { desksOn } from "../config.ts";
import { shippedWording } from "../locales.ts";
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
  const parts = { clock: systemClock, wording: shippedWording() };
  process.stdout.write(`${await command.run(access, desksOn(config, platform), parts)}\n`);
}
