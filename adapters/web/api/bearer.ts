import type { MiddlewareHandler } from "hono";
import { isOneOf } from "../constant-time.ts";
import { ApiProblem, problemAnswer } from "./problem.ts";

const OFF =
  "The help-desk API is switched off. Set EMPTYCHAIR_API_KEY to a long random key and start again to switch it on.";
const MISSING = "A key is needed. Send it as Authorization: Bearer, followed by the value of EMPTYCHAIR_API_KEY.";
const WRONG = "The key is not one of those in EMPTYCHAIR_API_KEY.";

/** Lets callers in who hold one of the keys; without any key the API does not exist. */
export function bearerOnly(keys: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    if (keys.length === 0) return problemAnswer(context, new ApiProblem(404, OFF));
    const given = /^Bearer +(\S+) *$/i.exec(context.req.header("authorization") ?? "")?.[1];
    if (given !== undefined && isOneOf(given, keys)) return next();
    context.header("WWW-Authenticate", 'Bearer realm="Empty Chair"');
    return problemAnswer(context, new ApiProblem(401, given === undefined ? MISSING : WRONG));
  };
}
