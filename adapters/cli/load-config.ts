import { type Config, type ConfigResult, readConfig } from "../config.ts";
import { faultLine } from "../fault.ts";
import { PLATFORMS } from "../platforms.ts";
import { Failure } from "./failure.ts";

/** What the process was given, read; its faults are values. */
export function inspectConfig(): ConfigResult {
  const given = { environment: process.env, folder: process.cwd(), onTerminal: process.stderr.isTTY === true };
  return readConfig({ ...given, platforms: PLATFORMS });
}

/** The configuration the process was given, the port from the command line over that of the environment. Throws every fault. */
export function loadConfig(options: { readonly port?: number } = {}): { config: Config; warnings: readonly string[] } {
  const result = inspectConfig();
  if ("faults" in result) throw new Failure(result.faults.map(faultLine));
  return { config: { ...result.config, port: options.port ?? result.config.port }, warnings: result.warnings };
}
