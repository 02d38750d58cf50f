import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseDuration } from "../src/settings/kinds.ts";
import { type ConfigFault, HIDDEN, shownSafely } from "./fault.ts";
import type { Platform } from "./platform.ts";
import type { ShownVariable } from "./shown-configuration.ts";
import { callers, issuer, site, token } from "./variable-kinds.ts";

const PORTS = "a whole number from 0 to 65535 (0 picks a free one)";
const port = z
  .string()
  .regex(/^[0-9]{1,5}$/, { error: PORTS })
  .transform(Number)
  .refine((value) => value <= 65_535, { error: PORTS });

const DATABASE = "file:PATH of a SQLite file, or postgres://USER:PASSWORD@HOST:PORT/DATABASE";
const IN_FILE = /^file:(?!\/\/[^/]).+$/;
const ON_SERVER = /^postgres(?:ql)?:\/\/[^/]*\/[^/?]+(?:\?.*)?$/;
const database = z
  .string()
  .refine((text) => IN_FILE.test(text) || (ON_SERVER.test(text) && URL.canParse(text)), { error: DATABASE });

const KEY = "letters, digits and -._~ without spaces";
/** Whoever guesses the desk's key may do everything: `openssl rand -hex 16` makes one of 32 letters. */
const DESK_KEY = `20 or more ${KEY}, e.g. what "openssl rand -hex 16" prints`;
const deskKey = z.string().regex(/^[A-Za-z0-9._~-]{20,}$/, { error: DESK_KEY });
const keys = z
  .string()
  .regex(/^[A-Za-z0-9._~-]+(\s*,\s*[A-Za-z0-9._~-]+)*$/, { error: `${KEY}; several separated by commas` })
  .transform((text) => text.split(",").map((part) => part.trim()));
const SIGNING = "whsec_ and a key of 24 to 64 bytes in base64; several separated by commas";
const signing = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}(\s*,\s*whsec_[A-Za-z0-9+/]{32,86}={0,2})*$/, { error: SIGNING })
  .transform((text) => text.split(",").map((part) => part.trim()));
const EVERY = "a duration such as 12h or 1d, from 1m to 36500d";
const every = z.string().transform((given, context) => {
  const milliseconds = parseDuration(given) ?? 0;
  if (milliseconds >= 60_000) return milliseconds;
  context.addIssue({ code: "custom", message: EVERY });
  return z.NEVER;
});
const kept = z
  .string()
  .regex(/^[0-9]{1,4}$/, { error: "a whole number from 0 (none are made) to 9999" })
  .transform(Number);
const calls = z
  .string()
  .regex(/^[1-9][0-9]{0,6}$/, { error: "a whole number from 1 to 9999999" })
  .transform(Number);
/** pino's levels, most talkative first. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** The variables of the program itself; `unset` in the metadata is what an unset one means, in words. */
export const OWN_VARIABLES = {
  EMPTYCHAIR_DATA: z.string().default("data/local"),
  DATABASE_URL: database.optional().meta({ unset: "file:$EMPTYCHAIR_DATA/emptychair.db" }),
  EMPTYCHAIR_SETTINGS: z.string().optional().meta({ unset: "$EMPTYCHAIR_DATA/settings.yaml" }),
  EMPTYCHAIR_BACKUP_EVERY: every.prefault("1d"),
  EMPTYCHAIR_BACKUP_KEEP: kept.prefault("7"),
  HOST: z.string().regex(/^\S+$/, { error: "a host name or address without spaces" }).default("127.0.0.1"),
  PORT: port.prefault("3000"),
  PUBLIC_URL: site.optional().meta({ unset: "http://HOST:PORT" }),
  EMPTYCHAIR_API_KEY: keys.optional().meta({ secret: true }),
  EMPTYCHAIR_API_PER_MINUTE: calls.prefault("60000"),
  EMPTYCHAIR_DESK_KEY: deskKey.optional().meta({ secret: true }),
  EMPTYCHAIR_WIDGET_SECRET: keys.optional().meta({ secret: true }),
  EMPTYCHAIR_WEBHOOK_SECRET: signing.optional().meta({ secret: true }),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: token.optional(),
  OIDC_CLIENT_SECRET: token.optional().meta({ secret: true }),
  EMPTYCHAIR_METRICS: callers.optional().meta({ unset: "this machine alone" }),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(", ")}` }).default("info"),
  LOG_FORMAT: z
    .enum(["json", "pretty"], { error: "json or pretty" })
    .optional()
    .meta({ unset: "pretty on a terminal" }),
};

/** The values of the program's own variables. */
export type Environment = z.output<z.ZodObject<typeof OWN_VARIABLES>>;

/** Variables by name. */
export type Variables = Readonly<Record<string, z.core.$ZodType>>;

/** Every environment variable that the program reads with these platforms. */
export function variablesOf(platforms: readonly Platform[]): Variables {
  return Object.assign({ ...OWN_VARIABLES }, ...platforms.map(({ variables }) => variables));
}

type GivenTexts = Readonly<Record<string, string | undefined>>;

function metadataOf(variable: z.core.$ZodType | undefined): Readonly<Record<string, unknown>> {
  return (variable && z.globalRegistry.get(variable)) ?? {};
}

/** What an unset variable means, in words; null where there is nothing. */
export function defaultOf(variable: z.core.$ZodType): string | null {
  const { default: normal } = z.toJSONSchema(variable, { io: "input" });
  const meaning = metadataOf(variable).unset ?? normal;
  return typeof meaning === "string" ? meaning : null;
}

function isSecret(variable: z.core.$ZodType | undefined): boolean {
  return metadataOf(variable).secret === true;
}

/** The variable's text, its own or that of the file `NAME_FILE` names; undefined where unset or empty. */
function textOf(variable: string, given: GivenTexts, faults: ConfigFault[]): string | undefined {
  const own = given[variable] || undefined;
  const file = given[`${variable}_FILE`] || undefined;
  if (file === undefined) return own;
  const where = `${variable}_FILE`;
  if (own !== undefined) {
    const remedy = `Unset ${variable} or ${where}.`;
    faults.push({ where, found: `${variable} set as well`, allowed: "one of the two", remedy });
    return own;
  }
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch (error) {
    const found = `${JSON.stringify(file)}, which cannot be read (${(error as NodeJS.ErrnoException).code})`;
    const remedy = `Check its path and permissions, or unset ${where}.`;
    faults.push({ where, found, allowed: "a readable file", remedy });
    return undefined;
  }
}

function faultOf(issue: z.core.$ZodIssue, variables: Variables, texts: GivenTexts): ConfigFault {
  const name = String(issue.path[0]);
  const found = isSecret(variables[name]) ? HIDDEN : shownSafely(name, JSON.stringify(texts[name]));
  return { where: name, found, allowed: issue.message, remedy: `Set ${name} anew, or unset it.` };
}

/** Every value that must never be shown. */
function secretsIn(values: Readonly<Record<string, unknown>>, variables: Variables): string[] {
  const secret = Object.entries(values).filter(([name]) => isSecret(variables[name]));
  return secret.flatMap(([, value]) => value).filter((value) => typeof value === "string");
}

/** What the variables say. */
export interface Read {
  readonly environment: Environment;
  /** The values of all, those of the platforms too. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly secrets: readonly string[];
}

/** The environment with its defaults, or null where it has faults; and each variable's text, for what must be known regardless. */
export interface ReadEnvironment {
  readonly read: Read | null;
  readonly texts: GivenTexts;
  readonly faults: readonly ConfigFault[];
}

export function readEnvironment(given: GivenTexts, platforms: readonly Platform[]): ReadEnvironment {
  const variables = variablesOf(platforms);
  const faults: ConfigFault[] = [];
  const texts = Object.fromEntries(
    Object.keys(variables)
      .map((name) => [name, textOf(name, given, faults)] as const)
      .filter(([, text]) => text),
  );
  const own = z.object(OWN_VARIABLES).safeParse(texts);
  const all = z.object(variables).safeParse(texts);
  if (!all.success) faults.push(...all.error.issues.map((issue) => faultOf(issue, variables, texts)));
  if (!own.success || !all.success || faults.length > 0) return { read: null, texts, faults };
  return { read: { environment: own.data, values: all.data, secrets: secretsIn(all.data, variables) }, texts, faults };
}

/** Every variable with what it says, but for the secret ones. */
export function shownVariables(texts: GivenTexts, platforms: readonly Platform[]): ShownVariable[] {
  return Object.entries(variablesOf(platforms)).map(([name, variable]) => {
    const text = texts[name] ?? null;
    const value = isSecret(variable) ? null : (text ?? defaultOf(variable));
    return { name, value: value === null || value === "" ? null : shownSafely("", value), isSet: text !== null };
  });
}
