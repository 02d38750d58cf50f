import type { DeskConfig, DeskConfigs } from "../src/desk-config.ts";
import type { Clock } from "../src/ports.ts";
import { claimFaults } from "./claims.ts";
import { type Config, connectedOf, desksOn, type Reached } from "./config.ts";
import type { ConfigFault } from "./fault.ts";
import { reasonOf } from "./finding.ts";
import { offeredInstead, offerNamed } from "./offers.ts";
import type { Nameables, Platform } from "./platform.ts";

/** How a channel is written that is meant by its name. */
const BY_NAME = /^#/;

/** The configuration with every channel by its id, or why one cannot be told. */
export type NamedPlaces = { readonly config: Config } | { readonly faults: readonly ConfigFault[] };

/** The channels that a platform's sections write by their names. */
function namedOn(desks: DeskConfigs, platform: Platform): string[] {
  const named: string[] = [];
  for (const { section } of desksOn({ desks }, platform))
    platform.mapPlaces(section, (place) => {
      if (BY_NAME.test(place)) named.push(place);
      return place;
    });
  return [...new Set(named)];
}

function withIds([first, ...others]: DeskConfigs, platform: Platform, ids: ReadonlyMap<string, string>): DeskConfigs {
  const mapped = (desk: DeskConfig): DeskConfig => {
    const section = platform.mapPlaces(desk.sections[platform.name], (place) => ids.get(place) ?? place);
    return { ...desk, sections: { ...desk.sections, [platform.name]: section } };
  };
  return [mapped(first), ...others.map(mapped)];
}

function faultOf(file: string, { name }: Platform, place: string, why: string): ConfigFault {
  const where = `${name} in ${file}`;
  const remedy = "Write the channel's id in its place, which needs no asking, or run emptychair init.";
  const line = `The channel ${place} of ${where} cannot be told by its name: ${why}. ${remedy}`;
  return { where, found: JSON.stringify(place), allowed: "a channel that is there", remedy, line };
}

async function idsOn(config: Config, { platform, access }: Reached, clock: Clock) {
  const named = namedOn(config.desks, platform);
  const ids = new Map<string, string>();
  if (named.length === 0) return { ids, faults: [] };
  let offered: Nameables;
  try {
    offered = await platform.setUp.offer(access, { clock });
  } catch (error) {
    const why = reasonOf(error).replace(/\.$/, "");
    return { ids, faults: named.map((place) => faultOf(config.settingsFile, platform, place, why)) };
  }
  const faults: ConfigFault[] = [];
  for (const place of named) {
    const found = offerNamed(place, offered.channels);
    if (found) ids.set(place, found.value);
    else faults.push(faultOf(config.settingsFile, platform, place, offeredInstead(place, offered.channels)));
  }
  return { ids, faults };
}

/** Asks the connected platforms for the ids of the channels that settings write by name, as in `teamChannel: "#support"`. */
export async function namePlaces(config: Config, platforms: readonly Platform[], clock: Clock): Promise<NamedPlaces> {
  const faults: ConfigFault[] = [];
  const channelIds: Record<string, ReadonlyMap<string, string>> = {};
  let named = config;
  for (const reached of connectedOf(config, platforms)) {
    const { ids, faults: found } = await idsOn(named, reached, clock);
    faults.push(...found);
    channelIds[reached.platform.name] = ids;
    if (ids.size > 0) named = { ...named, desks: withIds(named.desks, reached.platform, ids) };
  }
  const claimed = named === config ? [] : claimFaults(named.desks, platforms, config.settingsFile);
  if (faults.length + claimed.length > 0) return { faults: [...faults, ...claimed] };
  return { config: { ...named, channelIds } };
}

const AT_A_START = "names are looked up at a start only";

/** The desks with the ids of channels that were told at the start; a fault for each that is named since. Those of platforms that are not connected stay. */
export function placesKnown(
  desks: DeskConfigs,
  platforms: readonly Platform[],
  { channelIds = {}, file }: { readonly channelIds?: Config["channelIds"]; readonly file: string },
): { readonly desks: DeskConfigs } | { readonly faults: readonly ConfigFault[] } {
  const connected = platforms.filter(({ name }) => channelIds[name] !== undefined);
  const faults: ConfigFault[] = [];
  let named = desks;
  for (const platform of connected) {
    const ids = channelIds[platform.name] ?? new Map();
    const unknown = namedOn(named, platform).filter((place) => !ids.has(place));
    faults.push(...unknown.map((place) => faultOf(file, platform, place, AT_A_START)));
    named = withIds(named, platform, ids);
  }
  return faults.length > 0 ? { faults } : { desks: named };
}
