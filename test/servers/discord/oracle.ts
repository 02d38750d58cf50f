import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Json } from "./entities.ts";

/** Discord's own description of its API, which requests and answers are held to. */
export interface Oracle {
  /** What is wrong with the body of a request; `undefined` as body is none. */
  requestFaults(route: string, body: unknown): string[];
  /** What is wrong with an answer of the local Discord itself. */
  answerFaults(route: string, status: number, body: unknown): string[];
  /** What is wrong with a body by one named schema, such as MessageResponse. */
  schemaFaults(schema: string, body: unknown): string[];
}

/** By which schema the body of an event is held to account. */
export const EVENT_SCHEMAS: Readonly<Record<string, string>> = {
  MESSAGE_CREATE: "MessageResponse",
  MESSAGE_UPDATE: "MessageResponse",
  THREAD_CREATE: "ThreadResponse",
  THREAD_UPDATE: "ThreadResponse",
  CHANNEL_CREATE: "GuildChannelResponse",
  CHANNEL_UPDATE: "GuildChannelResponse",
  CHANNEL_DELETE: "GuildChannelResponse",
  GUILD_CREATE: "GuildResponse",
};

interface Operation {
  readonly requestBody?: { readonly content?: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const JSON_BODY = "application/json";
const known = new Map<string, Oracle>();

/** Reads an OpenAPI 3.1 file of Discord; the same file is read once in a process. */
export function readOracle(file: string): Oracle {
  const oracle = known.get(file) ?? createOracle(JSON.parse(readFileSync(file, "utf8")) as Description);
  known.set(file, oracle);
  return oracle;
}

function createOracle(description: Description): Oracle {
  const strict = checker("strict", closed(description));
  const plain = checker("plain", description);
  const operation = (route: string) => {
    const [method = "", path = ""] = route.split(" ");
    const found = description.paths[path]?.[method.toLowerCase()];
    return { found, pointer: `#/paths/${escaped(path)}/${method.toLowerCase()}` };
  };
  return {
    requestFaults: (route, body) => {
      const { found, pointer } = operation(route);
      if (!found) return [`${route} is not in Discord's API`];
      const expected = found.requestBody?.content?.[JSON_BODY] !== undefined;
      if (!expected) return body === undefined ? [] : [`${route} takes no body`];
      return strict(
        `${pointer}/requestBody/content/${escaped(JSON_BODY)}/schema`,
        withoutNoise(heard(route, body ?? {})),
      );
    },
    answerFaults: (route, status, body) => {
      const { found, pointer } = operation(route);
      if (!found || status >= 400) return [];
      const answer = found.responses[String(status)];
      if (!answer) return [`${route} never answers ${status}`];
      if (answer.content?.[JSON_BODY] === undefined)
        return body === undefined ? [] : [`${route} answers ${status} without a body`];
      return plain(`${pointer}/responses/${status}/content/${escaped(JSON_BODY)}/schema`, body);
    },
    schemaFaults: (schema, body) => plain(`#/components/schemas/${schema}`, body),
  };
}

const escaped = (step: string) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));

function checker(id: string, description: unknown): (pointer: string, body: unknown) => string[] {
  const code = { optimize: false } as const;
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true, logger: false, code });
  addFormats.default(ajv);
  for (const format of ["snowflake", "nonce", "binary"]) ajv.addFormat(format, true);
  ajv.addSchema({ $id: id, ...(description as object) });
  return (pointer, body) => {
    const validate = ajv.getSchema(`${id}${pointer}`);
    if (!validate) return [`no schema at ${pointer}`];
    if (validate(body)) return [];
    return (validate.errors ?? []).slice(-3).map(({ instancePath, message, params }) => {
      return `${instancePath || "body"} ${message} ${JSON.stringify(params)}`;
    });
  };
}

/** The same description in which an object has no other fields than those named. */
function closed(part: unknown, inAllOf = false): unknown {
  if (Array.isArray(part)) return part.map((each) => closed(each, inAllOf));
  if (typeof part !== "object" || part === null) return part;
  const schema = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value, key === "allOf")]));
  const open =
    typeof schema.properties === "object" && schema.type !== undefined && !("additionalProperties" in schema);
  return open && !inAllOf ? { ...schema, additionalProperties: false } : schema;
}

/** Fields that discord.js sends along and Discord passes over, by route. */
const NOISE: Readonly<Record<string, readonly string[]>> = {
  "POST /channels/{channel_id}/messages/{message_id}/threads": ["type", "invitable"],
  "PUT /channels/{channel_id}/permissions/{overwrite_id}": ["id"],
  "PATCH /channels/{channel_id}": ["lock_permissions"],
};

function heard(route: string, body: unknown): unknown {
  const passedOver = NOISE[route] ?? [];
  if (passedOver.length === 0) return body;
  return Object.fromEntries(Object.entries(body as Json).filter(([field]) => !passedOver.includes(field)));
}

/** Leaves out what discord.js sends and Discord takes though its description does not name it. */
function withoutNoise(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutNoise);
  if (typeof body !== "object" || body === null) return body;
  const kept = Object.entries(body).filter(
    ([key, value]) => !((key === "tts" || key === "enforce_nonce") && value === false),
  );
  const entries = kept.map(([key, value]): [string, unknown] => {
    const isBits = ["default_member_permissions", "allow", "deny"].includes(key) && typeof value === "string";
    return [key, isBits ? Number(value) : withoutNoise(value)];
  });
  return Object.fromEntries(entries) satisfies Json;
}
