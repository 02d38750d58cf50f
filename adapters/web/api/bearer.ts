import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Person } from "../../../src/interaction/customer.ts";
import { findSecret } from "../constant-time.ts";
import { ApiProblem, problemAnswer } from "./problem.ts";

const OFF =
  "The help-desk API is switched off. Set EMPTYCHAIR_API_KEY to a long random key and start again to switch it on.";
const MISSING = "A key is needed. Send it as Authorization: Bearer, followed by the value of EMPTYCHAIR_API_KEY.";
const WRONG = "The key is not one of those in EMPTYCHAIR_API_KEY.";

declare module "hono" {
  interface ContextVariableMap {
    caller: Person;
  }
}

/** So much of a key's hash tells the desk's keys apart in the audit log, and tells nothing of the key. */
const HASHED = 12;

/** Whoever calls with the key: a program of the desk's own, which helps. */
function callerBy(key: string): Person {
  const hash = createHash("sha256").update(key).digest("hex").slice(0, HASHED);
  return { address: `api:key:${hash}`, role: "agent" };
}

/** Lets callers in who hold one of the keys; without any key the API does not exist. */
export function bearerOnly(keys: readonly string[]): MiddlewareHandler {
  const keyIn = findSecret(keys);
  const callers = new Map(keys.map((key) => [key, callerBy(key)]));
  return async (context, next) => {
    if (keys.length === 0) return problemAnswer(new ApiProblem(404, OFF));
    const given = /^Bearer +(\S+) *$/i.exec(context.req.header("authorization") ?? "")?.[1];
    const key = given === undefined ? null : keyIn(given);
    const caller = key === null ? undefined : callers.get(key);
    if (caller !== undefined) {
      context.set("caller", caller);
      return next();
    }
    const problem = new ApiProblem(401, given === undefined ? MISSING : WRONG);
    return problemAnswer(problem, { "www-authenticate": 'Bearer realm="Empty Chair"' });
  };
}
