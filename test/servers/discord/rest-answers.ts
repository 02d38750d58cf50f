import type { Json } from "./entities.ts";
import type { Oracle } from "./oracle.ts";
import { type InvalidRequests, type RateLimits, rateLimitAnswer } from "./rate-limits.ts";
import { badField, type FormFault, Refusal } from "./refusals.ts";
import type { ReadBody } from "./rest-body.ts";
import type { Call, Found, Reply, Route } from "./routes.ts";

export interface AnswerOptions {
  readonly limits: RateLimits;
  readonly invalid: InvalidRequests;
  readonly oracle: Oracle | null;
  readonly tokenIsValid: (token: string) => boolean;
  readonly complain: (complaint: string) => void;
}

export interface AskedFor {
  readonly found: Found | undefined;
  readonly url: URL;
  readonly body: ReadBody;
  readonly authorization: string;
}

export interface FullReply extends Reply {
  readonly headers?: Readonly<Record<string, string>>;
}

const UNAUTHORIZED: FullReply = { status: 401, body: { message: "401: Unauthorized", code: 0 } };

/** What is answered: the ban, the missing route, the wrong token and the limits come before the route has its say. */
export function answer(options: AnswerOptions, asked: AskedFor): FullReply {
  const { found, authorization } = asked;
  const banned = options.invalid.banLeft();
  if (banned > 0) return bannedReply(banned);
  if (!found) return { status: 404, body: { message: "404: Not Found", code: 0 } };
  const token = /^Bot (.+)$/.exec(authorization)?.[1];
  if (!found.route.open && !options.tokenIsValid(token ?? "")) return UNAUTHORIZED;
  const major = found.params.channel_id ?? found.params.guild_id ?? found.params.webhook_token ?? "";
  const { headers, refused } = options.limits.count(found.route.on, major);
  if (!refused) return { ...handled(options, found, asked), headers };
  const struck = rateLimitAnswer(refused.scope, refused.retryAfterMs);
  return { status: 429, body: struck.body, headers: { ...headers, ...struck.headers } };
}

/** The door is shut before Discord itself is reached: no JSON. */
const bannedReply = (leftMs: number): FullReply => ({
  status: 429,
  headers: { "retry-after": String(Math.ceil(leftMs / 1_000)) },
  body: "error code: 1015",
});

function handled({ oracle, complain }: AnswerOptions, { route, params }: Found, { url, body }: AskedFor): Reply {
  const { on } = route;
  try {
    if (body.problem) throw badField("", "INVALID_BODY", body.problem);
    const { json, files } = body;
    const list = Array.isArray(json) ? (json as Json[]) : [];
    const call: Call = { params, query: url.searchParams, body: (json ?? {}) as Json, list, files };
    demandKnownFields(route, url, json);
    route.check?.(call);
    const wrong = (oracle?.requestFaults(on, json) ?? []).map((message) => ({ at: "", code: "SCHEMA", message }));
    if (wrong.length > 0) throw new Refusal(50035, wrong);
    const reply = route.handle(call);
    for (const each of oracle?.answerFaults(on, reply.status, reply.body) ?? []) {
      complain(`The answer to ${on} is wrong: ${each}`);
    }
    return reply;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 50035)
      complain(`${on}: ${error.faults.map(({ at, message }) => `${at}: ${message}`).join("; ")}`);
    return { status: error.status, body: error.body };
  }
}

function demandKnownFields({ fields, query }: Route, url: URL, json: unknown): void {
  const given = typeof json === "object" && json !== null && !Array.isArray(json) ? Object.keys(json) : [];
  const allowed = Array.isArray(fields) ? fields : [];
  const asked = [...url.searchParams.keys()].filter((name) => !query?.includes(name));
  const faults = [...given.filter((field) => !allowed.includes(field)), ...asked].map((at): FormFault => {
    return { at, code: "UNKNOWN_FIELD", message: "There is no such field here." };
  });
  if (faults.length > 0) throw new Refusal(50035, faults);
  if (json === undefined || Array.isArray(json) === (fields === "list")) return;
  throw badField("", "BASE_TYPE", fields === "list" ? "A list is needed." : "An object is needed.");
}
