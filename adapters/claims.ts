import type { DeskConfigs } from "../src/desk-config.ts";
import type { ConfigFault } from "./fault.ts";
import type { Platform } from "./platform.ts";

/** A fault for each channel, server or category that two desks of the settings file claim. */
export function claimFaults(desks: DeskConfigs, platforms: readonly Platform[], file: string): ConfigFault[] {
  const owners = new Map<string, string>();
  const faults: ConfigFault[] = [];
  for (const [index, { id, sections }] of desks.entries())
    for (const { name, claims } of platforms)
      for (const place of claims(sections[name])) {
        const owner = owners.get(place) ?? id;
        owners.set(place, owner);
        if (owner === id) continue;
        const found = `${place}, which the desk ${owner} names as well as the desk ${id}`;
        const remedy = "Leave it to one of the two.";
        faults.push({
          where: `desks.${index}.${name} in ${file}`,
          found,
          allowed: "a place of one desk alone",
          remedy,
        });
      }
  return faults;
}
