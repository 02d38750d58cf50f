import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { asObject, type Json } from "./json.ts";

/** Judges calls and blocks by schemas that were not written for this project. */
export interface Oracle {
  /** What is wrong with the argument names and their plain types. */
  argumentFaults(method: string, args: Readonly<Record<string, string>>): readonly string[];
  /** Whether the method's documentation lists the error code; true for a method it does not describe. */
  documents(method: string, error: string): boolean;
  /** What is wrong with a message's blocks, a modal or a home, by the Block Kit schema. */
  blockFaults(kind: "blocks" | "modal_view" | "home_view", value: unknown): readonly string[];
}

/** Types of blocks and elements that Slack has and the schema, a subset, leaves out. */
const UNDESCRIBED = new Set<unknown>(["rich_text", "multi_conversations_select", "table", "data_table"]);

/** What a method's description in slack-api-ref says, in either of its two layouts. */
interface Description {
  readonly args: Json;
  readonly errors: ReadonlySet<string>;
}

const opened = new Map<string, Oracle | undefined>();

/** The schemas in the folder (`slack-api-ref/` and the Block Kit schema), read once. Undefined if it is not there. */
export function openOracle(folder: string): Oracle | undefined {
  if (!opened.has(folder)) opened.set(folder, readOracle(folder));
  return opened.get(folder);
}

function readOracle(folder: string): Oracle | undefined {
  const schemaFile = join(folder, "slack-block-kit.subset.schema.json");
  if (!existsSync(schemaFile)) return undefined;
  const ajv = new Ajv2020({ strict: false, allErrors: false, discriminator: false, validateFormats: false });
  ajv.addSchema(readJson(schemaFile), "kit");
  const descriptions = new Map<string, Description | undefined>();

  function describe(method: string): Description | undefined {
    if (!descriptions.has(method))
      descriptions.set(method, readDescription(join(folder, "slack-api-ref", `${method}.json`)));
    return descriptions.get(method);
  }

  return {
    argumentFaults(method, args) {
      const known = describe(method)?.args;
      if (!known) return [];
      return Object.entries(args).flatMap(([name, value]) => {
        const argument = asObject(known[name]);
        if (!argument) return [`unexpected argument: ${name}`];
        return fits(argument.type, value) ? [] : [`must be a ${String(argument.type)}: ${name}`];
      });
    },
    documents: (method, error) => describe(method)?.errors.has(error) ?? true,
    blockFaults(kind, value) {
      const reference = kind === "blocks" ? "kit" : `kit#/$defs/${kind}`;
      const validate = ajv.getSchema(reference);
      if (!validate) throw new Error(`The Block Kit schema has no ${kind}.`);
      const isJudged = (block: unknown) =>
        ![block, asObject(block)?.element].some((one) => UNDESCRIBED.has(asObject(one)?.type));
      const described = (blocks: unknown) => (Array.isArray(blocks) ? blocks.filter(isJudged) : blocks);
      const view = asObject(value);
      const judged = kind === "blocks" ? described(value) : { ...view, blocks: described(view?.blocks) };
      if ((Array.isArray(judged) && judged.length === 0) || validate(judged)) return [];
      const deepest = [...(validate.errors ?? [])].sort((a, b) => b.instancePath.length - a.instancePath.length)[0];
      return [`${deepest?.message ?? "not allowed"} [json-pointer:${deepest?.instancePath || "/"}]`];
    },
  };
}

function fits(type: unknown, value: string): boolean {
  if (type === "boolean") return /^(true|false|0|1)$/.test(value);
  if (type === "number" || type === "integer") return /^\d+$/.test(value);
  if (type === "timestamp") return /^\d+(\.\d+)?$/.test(value);
  return true;
}

function readDescription(file: string): Description | undefined {
  if (!existsSync(file)) return undefined;
  const { args, errors } = readJson(file);
  return { args: asObject(asObject(args)?.properties) ?? asObject(args) ?? {}, errors: new Set(errorNames(errors)) };
}

function errorNames(errors: unknown): readonly string[] {
  if (!Array.isArray(errors)) return Object.keys(asObject(errors) ?? {});
  return errors.map((error) => String(asObject(error)?.name ?? error));
}

function readJson(file: string): Json {
  return JSON.parse(readFileSync(file, "utf8")) as Json;
}
