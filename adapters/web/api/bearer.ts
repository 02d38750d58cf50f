import { hash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import type { Person } from "../../../src/interaction/customer.ts";
import { keyAddress } from "../../../src/keys/api-key.ts";
import { isReading } from "../access.ts";
import { createBudget, retryAfter } from "../budget.ts";
import { findSecret } from "../constant-time.ts";
import type { PageDesk } from "../desk.ts";
import { API } from "./address.ts";
import type { KnownKeys, OpenKey } from "./known-keys.ts";
import { ApiProblem, problemAnswer } from "./problem.ts";

const OFF =
  "The help-desk API is switched off. Set EMPTYCHAIR_API_KEY to a long random key and start again to switch it on at every desk, or have an admin make a key at one, under Settings, API keys.";
const MISSING =
  "A key is needed. Send it as Authorization: Bearer, followed by a key that an admin made at the desk, or by the value of EMPTYCHAIR_API_KEY.";
const WRONG = "The key is not one of those in EMPTYCHAIR_API_KEY, and no key of a desk, or one that was revoked.";
const READS = "This key only reads, so nothing was changed. For writing have an admin make another one at the desk.";

declare module "hono" {
  interface ContextVariableMap {
    caller: Person;
    /** Id of the one desk that the caller's key opens; absent where it opens every one. */
    keyDesk: string;
  }
}

/** By which keys programs come in. */
export interface CallerKeys {
  /** Those of the environment. They open every desk, for reading and writing. */
  readonly ofProgram: readonly string[];
  /** So many calls a minute each of those has, at all desks together. */
  readonly perMinute: number;
  readonly ofDesks: KnownKeys;
}

/** Whoever calls with the key: a program of the desk's own, which helps. */
function callerBy(id: string, name?: string): Person {
  return { address: keyAddress(id), role: "agent", ...(name === undefined ? {} : { name }) };
}

/** The refusal of a call too many; `by`: the setting or variable that allows so many. */
function tooMany(most: number, by: string, wait: number): Response {
  const text = `This key has made the ${most} calls that ${by} allows it in a minute. Nothing was changed; send it again after the seconds in Retry-After.`;
  return problemAnswer(new ApiProblem(429, text), { "retry-after": retryAfter(wait) });
}

async function refusal({ ofProgram, ofDesks }: CallerKeys, given: string | undefined): Promise<Response> {
  if (ofProgram.length === 0 && !(await ofDesks.hasAny())) return problemAnswer(new ApiProblem(404, OFF));
  const problem = new ApiProblem(401, given === undefined ? MISSING : WRONG);
  return problemAnswer(problem, { "www-authenticate": 'Bearer realm="Empty Chair"' });
}

/** Lets callers in who hold one of the keys; without any key the API does not exist. What a desk's key may not do is refused here, and at which desk by {@link itsDeskOnly}. */
export function bearerOnly(keys: CallerKeys, now: () => number): MiddlewareHandler {
  const keyIn = findSecret(keys.ofProgram);
  const callers = new Map(keys.ofProgram.map((key) => [key, callerBy(hash("sha256", key))]));
  const calls = createBudget();
  const hindrance = (context: Context, { key, desk }: OpenKey): Response | null => {
    const { perMinute } = desk.settings.api;
    const wait = calls.take(key.id, perMinute, desk.clock.now());
    if (wait > 0) return tooMany(perMinute, "api.perMinute", wait);
    if (key.scope === "write" || isReading(context.req.method)) return null;
    return problemAnswer(new ApiProblem(403, READS));
  };
  return async (context, next) => {
    const given = /^Bearer +(\S+) *$/i.exec(context.req.header("authorization") ?? "")?.[1];
    const own = given === undefined ? null : keyIn(given);
    const caller = own === null ? undefined : callers.get(own);
    if (caller !== undefined) {
      const wait = calls.take(caller.address, keys.perMinute, now());
      if (wait > 0) return tooMany(keys.perMinute, "EMPTYCHAIR_API_PER_MINUTE", wait);
      context.set("caller", caller);
      return next();
    }
    const found = given === undefined ? null : await keys.ofDesks.find(given);
    if (found === null) return refusal(keys, given);
    const hindered = hindrance(context, found);
    if (hindered !== null) return hindered;
    context.set("caller", callerBy(found.key.id, found.key.name));
    context.set("keyDesk", found.desk.deskId);
    await keys.ofDesks.noteUse(found);
    return next();
  };
}

/** The problem of a key that belongs to another desk than the one that is called. It tells of no other desk. */
export function ofAnotherDesk(keyDesk: string): ApiProblem {
  const text = `This key opens the desk ${keyDesk} alone, whose calls are under ${API}/desks/${keyDesk}/. Nothing was changed.`;
  return new ApiProblem(403, text);
}

/** Refuses what is called at a desk with the key of another one. It stands where the desk's calls are served, so that no way to write an address goes past it. */
export function itsDeskOnly({ deskId }: PageDesk): MiddlewareHandler {
  return (context, next) => {
    const keyDesk = context.get("keyDesk");
    if (keyDesk !== undefined && keyDesk !== deskId) throw ofAnotherDesk(keyDesk);
    return next();
  };
}
