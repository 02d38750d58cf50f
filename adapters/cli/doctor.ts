import { systemClock } from "../../src/clock.ts";
import type { Config } from "../config.ts";
import { checkConfiguration } from "./checks/check-configuration.ts";
import { checkDatabase } from "./checks/check-database.ts";
import { checkMachine } from "./checks/check-machine.ts";
import { checkWording } from "./checks/check-wording.ts";
import type { Finding } from "./checks/finding.ts";
import { inspectConfig } from "./load-config.ts";

/** Loads Slack's library only where Slack is configured. */
async function slackFindings(config: Config): Promise<Finding[]> {
  return config.slack === null ? [] : (await import("./checks/check-slack.ts")).checkSlack(config, systemClock);
}

/** Loads Discord's library only where Discord is configured. */
async function discordFindings(config: Config): Promise<Finding[]> {
  return config.discord.token === null ? [] : (await import("./checks/check-discord.ts")).checkDiscordAccess(config);
}

async function findings(): Promise<Finding[]> {
  const result = inspectConfig();
  const config = "faults" in result ? null : result.config;
  return [
    ...checkConfiguration(result),
    ...checkMachine(config?.dataFolder ?? null, systemClock.now()),
    checkWording(config?.settings.desk.locale ?? null),
    ...(config === null ? [] : await checkDatabase(config.database, systemClock)),
    ...(config === null ? [] : await slackFindings(config)),
    ...(config === null ? [] : await discordFindings(config)),
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
export async function doctor(options: { readonly format: "text" | "json" }): Promise<void> {
  const found = await findings();
  process.stdout.write(options.format === "json" ? asJson(found) : asText(found));
  if (count(found, "fault") > 0) process.exitCode = 1;
}
