import { readFileSync } from "node:fs";
import { z } from "zod";
import { type ConfigFault, HIDDEN, shownSafely } from "./fault.ts";

const PORTS = "a whole number from 0 to 65535 (0 picks a free one)";
const port = z
  .string()
  .regex(/^[0-9]{1,5}$/, { error: PORTS })
  .transform(Number)
  .refine((value) => value <= 65_535, { error: PORTS });

const SQLITE = "file:PATH of a SQLite file; postgres:// is not supported yet";
const database = z.string().regex(/^file:(?!\/\/[^/]).+$/, { error: SQLITE });

const BASE = "an http:// or https:// address without user name, query and fragment";
function isBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" && url.search + url.hash === "";
}
const base = z
  .string()
  .refine(isBase, { error: BASE })
  .transform((text) => text.replace(/\/+$/, ""));

const KEY = "letters, digits and -._~ without spaces";
const key = z.string().regex(/^[A-Za-z0-9._~-]+$/, { error: KEY });
const keys = z
  .string()
  .regex(/^[A-Za-z0-9._~-]+(\s*,\s*[A-Za-z0-9._~-]+)*$/, { error: `${KEY}; several separated by commas` })
  .transform((text) => text.split(",").map((part) => part.trim()));
const TOKEN = "the token as the platform shows it, without spaces";
const token = z.string().regex(/^[\x21-\x7e]+$/, { error: TOKEN });
const tokens = z
  .string()
  .regex(/^[\x21-\x2b\x2d-\x7e]+(\s*,\s*[\x21-\x2b\x2d-\x7e]+)*$/, {
    error: `${TOKEN}; several, one for each workspace, separated by commas`,
  })
  .transform((text) => [...new Set(text.split(",").map((part) => part.trim()))]);

const SHARDS = "auto, or this process's part such as 0-3/16";
function isShards(text: string): boolean {
  const [, first, last, all] = /^([0-9]+)-([0-9]+)\/([0-9]+)$/.exec(text) ?? [];
  return text === "auto" || (all !== undefined && Number(first) <= Number(last) && Number(last) < Number(all));
}

/** pino's levels, most talkative first. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** Every environment variable the program reads; `unset` in the metadata is what an unset one means, in words. */
export const environmentSchema = z.object({
  EMPTYCHAIR_DATA: z.string().default("data/local"),
  DATABASE_URL: database.optional().meta({ unset: "file:$EMPTYCHAIR_DATA/emptychair.db" }),
  EMPTYCHAIR_SETTINGS: z.string().optional().meta({ unset: "$EMPTYCHAIR_DATA/settings.yaml" }),
  HOST: z.string().regex(/^\S+$/, { error: "a host name or address without spaces" }).default("127.0.0.1"),
  PORT: port.prefault("3000"),
  PUBLIC_URL: base.optional().meta({ unset: "http://HOST:PORT" }),
  EMPTYCHAIR_API_KEY: keys.optional().meta({ secret: true }),
  EMPTYCHAIR_DESK_KEY: key.optional().meta({ secret: true }),
  SLACK_BOT_TOKEN: tokens.optional().meta({ secret: true }),
  SLACK_APP_TOKEN: token.optional().meta({ secret: true }),
  SLACK_SIGNING_SECRET: token.optional().meta({ secret: true }),
  SLACK_API_URL: base.optional().meta({ unset: "Slack's own" }),
  DISCORD_TOKEN: token.optional().meta({ secret: true }),
  DISCORD_API_URL: base.optional().meta({ unset: "Discord's own" }),
  DISCORD_SHARDS: z.string().refine(isShards, { error: SHARDS }).default("auto"),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(", ")}` }).default("info"),
  LOG_FORMAT: z
    .enum(["json", "pretty"], { error: "json or pretty" })
    .optional()
    .meta({ unset: "pretty on a terminal" }),
});

export type Environment = z.output<typeof environmentSchema>;
export type Variable = keyof Environment;

/** Every variable's name. */
export const VARIABLES = Object.keys(environmentSchema.shape) as Variable[];

type Given = Readonly<Record<string, string | undefined>>;

function metadataOf(variable: Variable): Readonly<Record<string, unknown>> {
  return z.globalRegistry.get(environmentSchema.shape[variable]) ?? {};
}

/** What an unset variable means, in words; null where there is nothing. */
export function defaultOf(variable: Variable): string | null {
  const { default: normal } = z.toJSONSchema(environmentSchema.shape[variable], { io: "input" });
  const meaning = metadataOf(variable).unset ?? normal;
  return typeof meaning === "string" ? meaning : null;
}

function isSecret(variable: Variable): boolean {
  return metadataOf(variable).secret === true;
}

/** The variable's text, its own or that of the file `NAME_FILE` names; undefined where unset or empty. */
function textOf(variable: Variable, given: Given, faults: ConfigFault[]): string | undefined {
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
    const remedy = `Mend the path or its rights, or unset ${where}.`;
    faults.push({ where, found, allowed: "a readable file", remedy });
    return undefined;
  }
}

function faultOf(issue: z.core.$ZodIssue, texts: Given): ConfigFault {
  const variable = String(issue.path[0]) as Variable;
  const found = isSecret(variable) ? HIDDEN : shownSafely(variable, JSON.stringify(texts[variable]));
  return { where: variable, found, allowed: issue.message, remedy: `Set ${variable} anew, or unset it.` };
}

/** The environment with its defaults, or null where it has faults; and each variable's text, for what must be known regardless. */
export interface ReadEnvironment {
  readonly environment: Environment | null;
  readonly texts: Given;
  readonly faults: readonly ConfigFault[];
}

export function readEnvironment(given: Given): ReadEnvironment {
  const faults: ConfigFault[] = [];
  const texts = Object.fromEntries(
    VARIABLES.map((variable) => [variable, textOf(variable, given, faults)] as const).filter(([, text]) => text),
  );
  const result = environmentSchema.safeParse(texts);
  if (!result.success) faults.push(...result.error.issues.map((issue) => faultOf(issue, texts)));
  return { environment: result.success && faults.length === 0 ? result.data : null, texts, faults };
}
