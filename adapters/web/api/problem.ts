import { STATUS_CODES } from "node:http";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import { apiAnswer } from "./answer.ts";

/** A problem document (RFC 9457); `errors` names each field that was wrong. */
export const problemSchema = z.strictObject({
  type: z.string().meta({ description: "about:blank: the status says what kind of problem it is" }),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string().meta({ description: "What was wrong, what is allowed, what to do" }),
  errors: z
    .array(z.strictObject({ field: z.string().meta({ examples: ["customer.id"] }), message: z.string() }))
    .optional(),
});
export type Problem = z.output<typeof problemSchema>;

/** A request that cannot be carried out, as the caller is to read it. */
export class ApiProblem extends Error {
  readonly status: ContentfulStatusCode;
  readonly errors: NonNullable<Problem["errors"]>;

  constructor(status: ContentfulStatusCode, detail: string, errors: NonNullable<Problem["errors"]> = []) {
    super(detail);
    this.status = status;
    this.errors = errors;
  }
}

/** The answer that carries the problem document, with further headers. */
export function problemAnswer(problem: ApiProblem, headers: Readonly<Record<string, string>> = {}): Response {
  const { status, message, errors } = problem;
  const document: Problem = {
    type: "about:blank",
    title: STATUS_CODES[status] ?? "Error",
    status,
    detail: message,
    ...(errors.length > 0 ? { errors } : {}),
  };
  return apiAnswer(JSON.stringify(document), status, { "content-type": "application/problem+json", ...headers });
}
