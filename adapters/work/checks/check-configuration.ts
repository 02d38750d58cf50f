import { existsSync } from "node:fs";
import type { ConfigResult } from "../../config.ts";
import { variablesOf } from "../../environment.ts";
import type { ConfigFault } from "../../fault.ts";
import { type Finding, fault, ok, warning } from "../../finding.ts";
import { PLATFORMS } from "../../platforms.ts";
import { openSecretsText, takenSecrets } from "../../secrets-file.ts";

/** A fault as a finding tells it, without its remedy. */
export function said({ where, found, allowed, remedy, line }: ConfigFault): string {
  return line?.replace(remedy, "").trim().replace(/\.$/, "") ?? `${where}: found ${found}; allowed is ${allowed}`;
}

/** What the secrets file gives, and whether others may read it; nothing where it gives nothing. */
function secretsFindings(): Finding[] {
  const taken = takenSecrets(process.env, process.cwd());
  const { found, remedy } = openSecretsText(taken);
  return [
    ...(taken.names.length === 0 ? [] : [ok("configuration", `from ${taken.file}: ${taken.names.join(", ")}`)]),
    ...(taken.isOpen ? [warning("configuration", found, remedy)] : []),
  ];
}

/** The environment and the settings file: every fault and every oddity. */
export function checkConfiguration(result: ConfigResult): Finding[] {
  if ("faults" in result) {
    return result.faults.map((one) => fault("configuration", said(one), one.remedy));
  }
  const { settingsFile } = result.config;
  const set = Object.keys(variablesOf(PLATFORMS)).filter(
    (variable) => process.env[variable] || process.env[`${variable}_FILE`],
  );
  return [
    ok("configuration", set.length === 0 ? "no variable set, all defaults" : `set: ${set.join(", ")}`),
    ...secretsFindings(),
    ok("configuration", existsSync(settingsFile) ? settingsFile : `no ${settingsFile}, all defaults`),
    ...result.warnings.map((sentence) => warning("configuration", sentence, "Do as it says, or leave it.")),
  ];
}
