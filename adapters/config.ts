import { join, resolve } from "node:path";
import type { Settings } from "../src/settings.ts";
import { defaultOf, type Environment, type ReadEnvironment, readEnvironment, VARIABLES } from "./environment.ts";
import type { ConfigFault } from "./fault.ts";
import { readSettingsFile } from "./settings-file.ts";
import { type SlackAccess, slackAccess, slackFaults, slackOddities } from "./slack-access.ts";

/** Everything a start is told from outside. */
export interface Config {
  /** Folder of the database, its backups and the settings file; absolute. */
  readonly dataFolder: string;
  /** The SQLite file; absolute. */
  readonly database: string;
  readonly settingsFile: string;
  readonly settings: Settings;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** How people reach the web server, without a trailing slash; null: by host and port. */
  readonly publicUrl: string | null;
  /** Bearer keys of the help-desk API; none: the API is off. */
  readonly apiKeys: readonly string[];
  /** Fixed key of the local desk; null: a new one each start. */
  readonly deskKey: string | null;
  readonly logLevel: Environment["LOG_LEVEL"];
  readonly logFormat: "json" | "pretty";
  /** Null: without Slack. */
  readonly slack: SlackAccess | null;
  readonly discord: { readonly token: string | null; readonly apiUrl: string | null; readonly shards: string };
}

export interface ConfigSource {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Relative paths start here. */
  readonly folder: string;
  readonly onTerminal: boolean;
}

/** A configuration that can be started with, and what is odd about it; or every fault, none left out. */
export type ConfigResult =
  | { readonly config: Config; readonly warnings: readonly string[] }
  | { readonly faults: readonly ConfigFault[] };

const LEAST_KEY = 16;

function oddities(environment: Environment, given: ConfigSource["environment"]): string[] {
  const known = new Set<string>(VARIABLES.flatMap((variable) => [variable, `${variable}_FILE`]));
  const unknown = Object.keys(given).filter((name) => name.startsWith("EMPTYCHAIR_") && !known.has(name));
  const short = environment.EMPTYCHAIR_API_KEY?.some((apiKey) => apiKey.length < LEAST_KEY)
    ? [`A key in EMPTYCHAIR_API_KEY is shorter than ${LEAST_KEY} characters and may be guessed; use a longer one.`]
    : [];
  return [...unknown.map((name) => `${name} is no variable of this program; unset or rename it.`), ...short];
}

function logFormat(environment: Environment, onTerminal: boolean): "json" | "pretty" {
  return environment.LOG_FORMAT ?? (onTerminal ? "pretty" : "json");
}

function configOf(environment: Environment, settings: Settings, source: ConfigSource, paths: Paths): Config {
  return {
    ...paths,
    settings,
    host: environment.HOST,
    port: environment.PORT,
    publicUrl: environment.PUBLIC_URL ?? null,
    apiKeys: environment.EMPTYCHAIR_API_KEY ?? [],
    deskKey: environment.EMPTYCHAIR_DESK_KEY ?? null,
    logLevel: environment.LOG_LEVEL,
    logFormat: logFormat(environment, source.onTerminal),
    slack: slackAccess(environment),
    discord: {
      token: environment.DISCORD_TOKEN ?? null,
      apiUrl: environment.DISCORD_API_URL ?? null,
      shards: environment.DISCORD_SHARDS,
    },
  };
}

type Paths = Pick<Config, "dataFolder" | "database" | "settingsFile">;

function pathsOf(texts: ReadEnvironment["texts"], folder: string): Paths {
  const dataFolder = resolve(folder, texts.EMPTYCHAIR_DATA ?? defaultOf("EMPTYCHAIR_DATA") ?? "");
  const database = texts.DATABASE_URL?.replace(/^file:(\/\/)?/, "");
  return {
    dataFolder,
    database: database === undefined ? join(dataFolder, "emptychair.db") : resolve(folder, database),
    settingsFile: resolve(folder, texts.EMPTYCHAIR_SETTINGS ?? join(dataFolder, "settings.yaml")),
  };
}

/** Reads the environment and the settings file it points to. */
export function readConfig(source: ConfigSource): ConfigResult {
  const { environment, texts, faults } = readEnvironment(source.environment);
  const paths = pathsOf(texts, source.folder);
  const file = readSettingsFile(paths.settingsFile, texts.EMPTYCHAIR_SETTINGS !== undefined);
  const found = [
    ...faults,
    ...(environment === null ? [] : slackFaults(environment)),
    ...("faults" in file ? file.faults : []),
  ];
  if (environment === null || "faults" in file || found.length > 0) return { faults: found };
  const config = configOf(environment, file.settings, source, paths);
  return { config, warnings: [...oddities(environment, source.environment), ...slackOddities(config)] };
}
