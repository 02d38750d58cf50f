import { type Config, type ConfigResult, readConfig, warningsOf } from "../config.ts";
import { faultLine } from "../fault.ts";
import { PLATFORMS } from "../platforms.ts";
import { demoConfig } from "./demo-config.ts";
import { Failure } from "./failure.ts";

/** What a command may be told of where it works. */
export interface PlaceChoice {
  /** The demo's data and settings, instead of one's own. */
  readonly demo?: true;
}

/** What the process was given, read; its faults are values. Throws where the demo's settings have faults. */
export function inspectConfig({ demo }: PlaceChoice = {}): ConfigResult {
  const given = { environment: process.env, folder: process.cwd(), onTerminal: process.stderr.isTTY === true };
  const result = readConfig({ ...given, platforms: PLATFORMS });
  if ("faults" in result || !demo) return result;
  const config = demoConfig(result.config);
  return { config, warnings: warningsOf(config, PLATFORMS) };
}

/** The configuration the process was given, the port from the command line over that of the environment. Throws every fault. */
export function loadConfig(options: PlaceChoice & { readonly port?: number } = {}): {
  config: Config;
  warnings: readonly string[];
} {
  const result = inspectConfig(options);
  if ("faults" in result) throw new Failure(result.faults.map(faultLine));
  return { config: { ...result.config, port: options.port ?? result.config.port }, warnings: result.warnings };
}
