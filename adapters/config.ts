import { join, resolve } from "node:path";
import type { DeskConfigs } from "../src/desk-config.ts";
import { claimFaults } from "./claims.ts";
import { type DatabasePlace, fileAt, placeAt, secretsOfPlace } from "./database-place.ts";
import {
  defaultOf,
  type Environment,
  OWN_VARIABLES,
  type Read,
  type ReadEnvironment,
  readEnvironment,
  shownVariables,
  variablesOf,
} from "./environment.ts";
import type { ConfigFault } from "./fault.ts";
import type { NightlyRule } from "./nightly.ts";
import type { DeskOn, DesksOn, Platform } from "./platform.ts";
import { readSettingsFile } from "./settings-file.ts";
import type { ShownVariable } from "./shown-configuration.ts";
import type { Voucher } from "./sign-in.ts";
import { halfVouchers, vouchersOf } from "./vouchers.ts";

/** Everything a start is told from outside. */
export interface Config {
  /** Folder of the database, its backups and the settings file; absolute. */
  readonly dataFolder: string;
  readonly database: DatabasePlace;
  readonly settingsFile: string;
  /** The copies that the program makes by itself; none if absent. */
  readonly nightly?: NightlyRule;
  /** What holds as long as there is no settings file, as it would stand in one; the defaults if absent. */
  readonly withoutFile?: unknown;
  readonly desks: DeskConfigs;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** How people reach the web server, without a trailing slash; null: by host and port. */
  readonly publicUrl: string | null;
  /** Bearer keys of the help-desk API; none: the API is off. */
  readonly apiKeys: readonly string[];
  /** So many calls a minute each of them has. */
  readonly apiPerMinute: number;
  /** Secrets with which webhooks are signed; none: nothing is sent to them. */
  readonly webhookSecrets: readonly string[];
  /** Secrets with which a site signs who writes in its widget; none: everybody there is unknown. */
  readonly widgetSecrets: readonly string[];
  /** Fixed key of the local desk; null: a new one each start. */
  readonly deskKey: string | null;
  /** Who may read the metrics beside this machine: `any`, or addresses and ranges of them; nobody unless named. */
  readonly metricsFor?: readonly string[];
  readonly logLevel: Environment["LOG_LEVEL"];
  readonly logFormat: "json" | "pretty";
  /** How each platform that is to be connected is reached, by the platform's name and as it has put that together itself. */
  readonly access: Readonly<Record<string, unknown>>;
  /** The variables as people may see them. */
  readonly variables?: readonly ShownVariable[];
  /** The ids of channels that the settings write by name, as they were told at the start, by each connected platform's name. */
  readonly channelIds?: Readonly<Record<string, ReadonlyMap<string, string>>>;
  /** Every secret among the variables. */
  readonly secrets: readonly string[];
  /** Those who vouch for people who sign in at the desks' pages. */
  readonly vouchers?: readonly Voucher[];
}

export interface ConfigSource {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Relative paths start here. */
  readonly folder: string;
  readonly onTerminal: boolean;
  /** Those that may be connected. */
  readonly platforms: readonly Platform[];
}

/** A configuration that can be started with, and what is odd about it; or every fault, none left out. */
export type ConfigResult =
  | { readonly config: Config; readonly warnings: readonly string[] }
  | { readonly faults: readonly ConfigFault[] };

const LEAST_KEY = 16;

function oddities(environment: Environment, { environment: given, platforms }: ConfigSource): string[] {
  const known = new Set(Object.keys(variablesOf(platforms)).flatMap((variable) => [variable, `${variable}_FILE`]));
  const unknown = Object.keys(given).filter((name) => name.startsWith("EMPTYCHAIR_") && !known.has(name));
  const short = environment.EMPTYCHAIR_API_KEY?.some((apiKey) => apiKey.length < LEAST_KEY)
    ? [`A key in EMPTYCHAIR_API_KEY is shorter than ${LEAST_KEY} characters and may be guessed; use a longer one.`]
    : [];
  return [...unknown.map((name) => `${name} is no variable of this program; unset or rename it.`), ...short];
}

/** The desks as a platform sees them. */
export function desksOn({ desks: [first, ...others] }: Pick<Config, "desks">, { name }: Platform): DesksOn<unknown> {
  const on = ({ id, settings, sections }: DeskConfigs[0]): DeskOn<unknown> => ({
    ...{ id, settings, section: sections[name] },
  });
  return [on(first), ...others.map(on)];
}

/** A platform that is to be connected, and how it is reached. */
export interface Reached {
  readonly platform: Platform;
  readonly access: unknown;
}

/** Those of the platforms that are to be connected. */
export function connectedOf({ access }: Pick<Config, "access">, platforms: readonly Platform[]): Reached[] {
  return platforms.flatMap((platform) => {
    const own = access[platform.name];
    return own === undefined ? [] : [{ platform, access: own }];
  });
}

/** A sentence for each platform in which a desk names a channel for its team, but which nothing here connects to. */
export function untoldTeams(config: Pick<Config, "access" | "desks">, platforms: readonly Platform[]): string[] {
  const isNamed = (platform: Platform) =>
    desksOn(config, platform).some(
      ({ section }) => section !== undefined && platform.teamLanes(section, null).length > 0,
    );
  return platforms
    .filter((platform) => config.access[platform.name] === undefined && isNamed(platform))
    .map(
      ({ name }) =>
        `${name} has a channel for the team, but no variable connects to ${name}: nothing is told there. Set them.`,
    );
}

/** A sentence for each thing without which one of several desks is served in vain by the chats that are connected. */
function halfServedDesks(config: Pick<Config, "access" | "desks">, platforms: readonly Platform[]): string[] {
  const connected = connectedOf(config, platforms).map(({ platform }) => platform);
  if (connected.length === 0 || config.desks.length === 1) return [];
  return config.desks.flatMap(({ id, settings: { roles }, sections }) => {
    const isTold = connected.some(({ name, teamLanes }) => teamLanes(sections[name], null).length > 0);
    const isServed = [roles.agents, roles.leads, roles.admins].some((people) => people.length > 0);
    return [
      ...(isTold
        ? []
        : [`The desk ${id} has no channel for its team: what concerns it is told on the web alone. Set one.`]),
      ...(isServed
        ? []
        : [`The desk ${id} names nobody in roles.agents: nobody in a chat can resolve there. Name them.`]),
    ];
  });
}

/** A sentence where webhooks are set that cannot be signed. */
function unsignedWebhooks({ desks, webhookSecrets }: Pick<Config, "desks" | "webhookSecrets">): string[] {
  if (webhookSecrets.length > 0 || desks.every(({ settings }) => settings.webhooks.length === 0)) return [];
  return ["webhooks are set, but nothing is sent to them without a secret. Set EMPTYCHAIR_WEBHOOK_SECRET."];
}

/** One line about settings that are set in vain. */
function unheededWarning(paths: readonly string[]): string[] {
  return paths.length === 0 ? [] : [`Set, but without effect in this version: ${paths.join(", ")}.`];
}

interface AllAccess {
  readonly access: Readonly<Record<string, unknown>>;
  readonly faults: readonly ConfigFault[];
}

/** What every platform makes of its variables. */
function accessTo(platforms: readonly Platform[], values: Read["values"]): AllAccess {
  const faults: ConfigFault[] = [];
  const access: Record<string, unknown> = {};
  for (const platform of platforms) {
    const result = platform.access(values);
    if ("faults" in result) faults.push(...result.faults);
    else if (result.access !== null) access[platform.name] = result.access;
  }
  return { access, faults };
}

function logFormat(environment: Environment, onTerminal: boolean): "json" | "pretty" {
  return environment.LOG_FORMAT ?? (onTerminal ? "pretty" : "json");
}

type ToldConfig = Pick<Config, "desks" | "access" | "variables"> & Paths;

function configOf(read: Read, told: ToldConfig, { onTerminal, platforms }: ConfigSource): Config {
  const { environment, secrets } = read;
  return {
    ...told,
    secrets: [...secrets, ...secretsOfPlace(told.database)],
    vouchers: vouchersOf(platforms, read),
    nightly: { everyMs: environment.EMPTYCHAIR_BACKUP_EVERY, keep: environment.EMPTYCHAIR_BACKUP_KEEP },
    host: environment.HOST,
    port: environment.PORT,
    publicUrl: environment.PUBLIC_URL ?? null,
    apiKeys: environment.EMPTYCHAIR_API_KEY ?? [],
    apiPerMinute: environment.EMPTYCHAIR_API_PER_MINUTE,
    webhookSecrets: environment.EMPTYCHAIR_WEBHOOK_SECRET ?? [],
    widgetSecrets: environment.EMPTYCHAIR_WIDGET_SECRET ?? [],
    deskKey: environment.EMPTYCHAIR_DESK_KEY ?? null,
    metricsFor: environment.EMPTYCHAIR_METRICS ?? [],
    logLevel: environment.LOG_LEVEL,
    logFormat: logFormat(environment, onTerminal),
  };
}

/** Where everything is kept. */
export type Paths = Pick<Config, "dataFolder" | "database" | "settingsFile">;

/** Where everything is kept, by the texts of the variables. */
export function pathsOf(texts: ReadEnvironment["texts"], folder: string): Paths {
  const dataFolder = resolve(folder, texts.EMPTYCHAIR_DATA ?? defaultOf(OWN_VARIABLES.EMPTYCHAIR_DATA) ?? "");
  const address = texts.DATABASE_URL;
  return {
    dataFolder,
    database: address === undefined ? fileAt(join(dataFolder, "emptychair.db")) : placeAt(address, folder),
    settingsFile: resolve(folder, texts.EMPTYCHAIR_SETTINGS ?? join(dataFolder, "settings.yaml")),
  };
}

/** A sentence for everything in a configuration that will not do what it looks like. */
export function warningsOf(config: Config, platforms: readonly Platform[]): string[] {
  const odd = connectedOf(config, platforms).flatMap(({ platform, access }) =>
    platform.oddities(access, desksOn(config, platform)),
  );
  return [
    ...odd,
    ...unsignedWebhooks(config),
    ...untoldTeams(config, platforms),
    ...halfServedDesks(config, platforms),
  ];
}

/** Reads the environment and the settings file it points to. */
export function readConfig(source: ConfigSource): ConfigResult {
  const { platforms } = source;
  const { read, texts, faults } = readEnvironment(source.environment, platforms);
  const paths = pathsOf(texts, source.folder);
  const file = readSettingsFile(paths.settingsFile, texts.EMPTYCHAIR_SETTINGS !== undefined, platforms);
  const reached = read === null ? { access: {}, faults: [] } : accessTo(platforms, read.values);
  const inFile = "faults" in file ? file.faults : claimFaults(file.desks, platforms, paths.settingsFile);
  const half = read === null ? [] : halfVouchers(platforms, read.values);
  const found = [...faults, ...reached.faults, ...half, ...inFile];
  if (read === null || "faults" in file || found.length > 0) return { faults: found };
  const variables = shownVariables(texts, platforms);
  const config = configOf(read, { ...paths, desks: file.desks, access: reached.access, variables }, source);
  const settled = warningsOf(config, platforms);
  return { config, warnings: [...oddities(read.environment, source), ...settled, ...unheededWarning(file.unheeded)] };
}
