import { type Context, Hono, type MiddlewareHandler } from "hono";
import { BUSY_FOR_S, BusyError, type Log } from "../../../src/ports.ts";
import type { DeskFinder } from "../../platform.ts";
import { deskBase, type PageDesk } from "../desk.ts";
import { API } from "./address.ts";
import { bearerOnly, itsDeskOnly, ofAnotherDesk } from "./bearer.ts";
import { caseRoutes } from "./cases.ts";
import { digestReadingRoutes } from "./digest.ts";
import { exclusionRoutes } from "./exclusion.ts";
import { interactionRoutes } from "./interactions.ts";
import { createKnownKeys } from "./known-keys.ts";
import { openApiDocument } from "./openapi.ts";
import { ApiProblem, problemAnswer } from "./problem.ts";
import { idempotent } from "./receipt.ts";
import { surveyAnswerRoutes } from "./surveys.ts";

const FAILED = "The server failed at this. It may work if it is sent again; the log says what happened.";
const BUSY = "The database is busy just now, so nothing was changed. Send it again after the seconds in Retry-After.";

function deskCalls(desk: PageDesk): Hono {
  const app = new Hono();
  app.use(itsDeskOnly(desk));
  app.use(idempotent(desk));
  app.route("/", interactionRoutes(desk));
  app.route("/", surveyAnswerRoutes(desk));
  app.route("/", exclusionRoutes(desk));
  app.route("/", caseRoutes(desk));
  app.route("/", digestReadingRoutes(desk));
  app.all("*", noSuchCall);
  return app;
}

function failedBy(log: Log) {
  return (error: unknown, { req: { method, path } }: Context): Response => {
    if (error instanceof ApiProblem) return problemAnswer(error);
    if (error instanceof BusyError)
      return problemAnswer(new ApiProblem(503, BUSY), { "retry-after": String(BUSY_FOR_S) });
    log.fault("A call of the help-desk API failed", { method, path, error });
    return problemAnswer(new ApiProblem(500, FAILED));
  };
}

function noSuchCall({ req }: Context): never {
  throw new ApiProblem(404, `There is no ${req.method} ${req.path}. The calls are listed in ${API}/openapi.json.`);
}

function noSuchDesk(context: Context, desks: readonly PageDesk[]): never {
  const keyDesk = context.get("keyDesk");
  if (keyDesk !== undefined) throw ofAnotherDesk(keyDesk);
  const id = context.req.param("desk");
  throw new ApiProblem(404, `There is no desk ${id}. There is ${desks.map(({ deskId }) => deskId).join(", ")}.`);
}

/** The help-desk API, each of whose apps answers under whole paths. Every error is a problem document. */
export interface HelpDeskApi {
  /** The calls of every desk under its own path, and of the first one without. */
  readonly all: Hono;
  /** The calls under the path of one desk alone, or under that of none: the fewer there are, the sooner one is found. Undefined where there is no such desk. */
  at(desk: string | undefined): Hono | undefined;
}

type Rules = readonly [MiddlewareHandler, ReturnType<typeof failedBy>];

function apiUnder(path: string, [bearer, failed]: Rules): Hono {
  const app = new Hono().basePath(path);
  app.use(bearer);
  app.onError(failed);
  return app;
}

/** What the API takes beside its desks. */
export interface ApiConfig {
  /** The keys of the environment. */
  readonly keys: readonly string[];
  /** Calls a minute that each of them has. */
  readonly perMinute: number;
  readonly finder: DeskFinder;
}

/** Puts the API together. */
export function helpDeskApi(
  desks: readonly [PageDesk, ...PageDesk[]],
  { keys, perMinute, finder }: ApiConfig,
): HelpDeskApi {
  const [first] = desks;
  const known = { ofProgram: keys, perMinute, ofDesks: createKnownKeys(desks, finder) };
  const bearer = bearerOnly(known, first.clock.now);
  const rules: Rules = [bearer, failedBy(first.log)];
  const all = apiUnder(API, rules);
  all.get("/openapi.json", (context) => context.json(openApiDocument(first.publicUrl)));
  for (const desk of desks) all.route(deskBase(desk.deskId), deskCalls(desk));
  for (const path of ["/desks/:desk", "/desks/:desk/*"] as const) {
    all.all(path, (context) => noSuchDesk(context, desks));
  }
  all.route("/", deskCalls(first));
  const under = (path: string, desk: PageDesk) => apiUnder(path, rules).route("/", deskCalls(desk));
  const own = new Map(desks.map((desk) => [desk.deskId, under(`${API}${deskBase(desk.deskId)}`, desk)]));
  const firsts = under(API, first);
  return { all, at: (desk) => (desk === undefined ? firsts : own.get(desk)) };
}
