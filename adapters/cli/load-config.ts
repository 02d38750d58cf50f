import { systemClock } from "../../src/clock.ts";
import { type Config, type ConfigResult, readConfig, warningsOf } from "../config.ts";
import { faultLine } from "../fault.ts";
import { namePlaces } from "../name-places.ts";
import { PLATFORMS } from "../platforms.ts";
import { openSecretsText, takenSecrets, withSecrets } from "../secrets-file.ts";
import { demoConfig, demoWarnings } from "./demo-config.ts";
import { Failure } from "./failure.ts";

/** What a command may be told of where it works. */
export interface PlaceChoice {
  /** The demo's data and settings, instead of one's own. */
  readonly demo?: true;
}

/** What the process was given, read; its faults are values. Throws where the demo's settings have faults. */
export function inspectConfig({ demo }: PlaceChoice = {}): ConfigResult {
  const folder = process.cwd();
  const given = { environment: withSecrets(process.env, folder), folder, onTerminal: process.stderr.isTTY === true };
  const result = readConfig({ ...given, platforms: PLATFORMS });
  if ("faults" in result || !demo) return result;
  const config = demoConfig(result.config);
  return { config, warnings: [...demoWarnings(result.config), ...warningsOf(config, PLATFORMS)] };
}

/** The configuration the process was given, the port from the command line over that of the environment. Throws every fault. */
export function loadConfig(options: PlaceChoice & { readonly port?: number } = {}): {
  config: Config;
  warnings: readonly string[];
} {
  const result = inspectConfig(options);
  if ("faults" in result) throw new Failure(result.faults.map(faultLine));
  const taken = takenSecrets(process.env, process.cwd());
  const { found, remedy } = openSecretsText(taken);
  const warnings = taken.isOpen ? [...result.warnings, `${found}. ${remedy}`] : result.warnings;
  return { config: { ...result.config, port: options.port ?? result.config.port }, warnings };
}

/** The configuration with channels that are written by their names known by their ids. Throws every one that cannot be told. */
export async function withPlaces(config: Config): Promise<Config> {
  const result = await namePlaces(config, PLATFORMS, systemClock);
  if ("faults" in result) throw new Failure(result.faults.map(faultLine));
  return result.config;
}
