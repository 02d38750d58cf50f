import { systemClock } from "../../../src/clock.ts";
import type { Settings } from "../../../src/settings.ts";
import { type Config, connectedOf, desksOn } from "../../config.ts";
import type { Finding } from "../../finding.ts";
import { shippedWording } from "../../locales.ts";
import { PLATFORMS } from "../../platforms.ts";
import { sampleMessages } from "./sample-messages.ts";

/** What each connected platform finds; its library is loaded for that. */
export async function checkPlatforms(config: Config): Promise<Finding[]> {
  const samples = (settings: Settings) => sampleMessages(settings, systemClock.now());
  const parts = { clock: systemClock, wording: shippedWording(), samples };
  const findings: Finding[] = [];
  for (const { platform, access } of connectedOf(config, PLATFORMS))
    findings.push(...(await platform.check(access, desksOn(config, platform), parts)));
  return findings;
}
