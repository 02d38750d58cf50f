import type { Context } from "hono";
import type { z } from "zod";
import { BOUNDS } from "../../../src/interaction/bounds.ts";
import { ApiProblem } from "./problem.ts";

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json(?:\s*;|$)/i;

function fieldPath(path: readonly PropertyKey[]): string {
  return path.map(String).join(".") || "(the whole body)";
}

function errorsOf(issue: z.core.$ZodIssue): { field: string; message: string }[] {
  if (issue.code !== "unrecognized_keys") return [{ field: fieldPath(issue.path), message: issue.message }];
  return issue.keys.map((key) => ({ field: fieldPath([...issue.path, key]), message: "no such field; leave it out" }));
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true });

function utf8Text(bytes: ArrayBuffer): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw new ApiProblem(400, "The body is not UTF-8. Send JSON in UTF-8.");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem(400, "The body is not JSON. Send one JSON object.");
  }
}

/** Whether all that is wrong are words longer than are kept. */
function isTooLong({ issues }: z.ZodError): boolean {
  return issues.every(
    (issue) => issue.code === "too_big" && issue.origin === "string" && Number(issue.maximum) >= BOUNDS.comment,
  );
}

/** The body as the schema wants it; an empty body counts as `{}`. Throws a problem that names every wrong field. */
export async function readBody<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.output<Schema>> {
  const text = utf8Text(await context.req.arrayBuffer());
  if (text !== "" && !JSON_TYPE.test(context.req.header("content-type") ?? "")) {
    throw new ApiProblem(415, "The body must be JSON. Send it with Content-Type: application/json.");
  }
  const result = schema.safeParse(text === "" ? {} : parsed(text));
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap(errorsOf);
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join("; ");
  throw new ApiProblem(isTooLong(result.error) ? 422 : 400, `${detail}. Nothing was changed.`, errors);
}
