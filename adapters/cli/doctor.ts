import { systemClock } from "../../src/clock.ts";
import type { Config } from "../config.ts";
import { type Finding, fault } from "../finding.ts";
import { namePlaces } from "../name-places.ts";
import { PLATFORMS } from "../platforms.ts";
import { checkBackups } from "../work/checks/check-backups.ts";
import { checkConfiguration, said } from "../work/checks/check-configuration.ts";
import { checkDatabase } from "../work/checks/check-database.ts";
import { checkMachine } from "../work/checks/check-machine.ts";
import { checkPlatforms } from "../work/checks/check-platforms.ts";
import { checkStarts } from "../work/checks/check-starts.ts";
import { checkWebhooks } from "../work/checks/check-webhooks.ts";
import { checkWording } from "../work/checks/check-wording.ts";
import { inspectConfig, type PlaceChoice } from "./load-config.ts";

/** Channels that are written by their names, each that cannot be told; and the configuration with the ids of the others. */
async function placeFindings(config: Config): Promise<{ readonly named: Config | null; readonly found: Finding[] }> {
  const result = await namePlaces(config, PLATFORMS, systemClock);
  if ("config" in result) return { named: result.config, found: [] };
  const found = result.faults.map((one) => fault("configuration", said(one), one.remedy));
  return { named: null, found };
}

async function findings(place: PlaceChoice): Promise<Finding[]> {
  const result = inspectConfig(place);
  const config = "faults" in result ? null : result.config;
  const places = config === null ? null : await placeFindings(config);
  return [
    ...checkConfiguration(result),
    ...checkMachine(config?.dataFolder ?? null, systemClock.now()),
    ...checkWording(config?.desks ?? []),
    ...(config === null ? [] : await checkDatabase(config, systemClock)),
    ...(config === null ? [] : checkStarts(config, systemClock.now())),
    ...(config === null ? [] : checkBackups(config, systemClock.now())),
    ...(config === null ? [] : await checkWebhooks(config)),
    ...(places?.found ?? []),
    ...(config === null ? [] : await checkPlatforms(places?.named ?? config)),
  ];
}

function count(found: readonly Finding[], level: Finding["level"]): number {
  return found.filter((finding) => finding.level === level).length;
}

function asText(found: readonly Finding[]): string {
  const lines = found.map(({ check, level, found: what, remedy }) => {
    const line = `${level.padEnd(8)} ${check.padEnd(14)} ${what}\n`;
    return remedy === null ? line : `${line}${" ".repeat(24)}${remedy}\n`;
  });
  return `${lines.join("")}\nfaults: ${count(found, "fault")}, warnings: ${count(found, "warning")}\n`;
}

function asJson(found: readonly Finding[]): string {
  const summary = { faults: count(found, "fault"), warnings: count(found, "warning"), findings: found };
  return `${JSON.stringify(summary, null, 2)}\n`;
}

/** `emptychair doctor`: says what is well and what is not, with the remedy; exit code 1 on a fault. */
export async function doctor(options: PlaceChoice & { readonly format: "text" | "json" }): Promise<void> {
  const found = await findings(options);
  process.stdout.write(options.format === "json" ? asJson(found) : asText(found));
  if (count(found, "fault") > 0) process.exitCode = 1;
}
