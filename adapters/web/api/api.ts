import { type Context, Hono } from "hono";
import { BUSY_FOR_S, BusyError } from "../../../src/ports.ts";
import { deskBase, type PageDesk } from "../desk.ts";
import { API } from "./address.ts";
import { bearerOnly } from "./bearer.ts";
import { caseRoutes } from "./cases.ts";
import { digestReadingRoutes } from "./digest.ts";
import { exclusionRoutes } from "./exclusion.ts";
import { interactionRoutes } from "./interactions.ts";
import { openApiDocument } from "./openapi.ts";
import { ApiProblem, problemAnswer } from "./problem.ts";
import { idempotent } from "./receipt.ts";
import { surveyAnswerRoutes } from "./surveys.ts";

const FAILED = "The server failed at this. It may work if it is sent again; the log says what happened.";
const BUSY = "The database is busy just now, so nothing was changed. Send it again after the seconds in Retry-After.";

function deskCalls(desk: PageDesk): Hono {
  const app = new Hono();
  app.use(idempotent(desk));
  app.route("/", interactionRoutes(desk));
  app.route("/", surveyAnswerRoutes(desk));
  app.route("/", exclusionRoutes(desk));
  app.route("/", caseRoutes(desk));
  app.route("/", digestReadingRoutes(desk));
  app.all("*", noSuchCall);
  return app;
}

function busy(context: Context): Response {
  context.header("Retry-After", String(BUSY_FOR_S));
  return problemAnswer(context, new ApiProblem(503, BUSY));
}

function noSuchCall({ req }: Context): never {
  throw new ApiProblem(404, `There is no ${req.method} ${req.path}. The calls are listed in ${API}/openapi.json.`);
}

function noSuchDesk(id: string, desks: readonly PageDesk[]): never {
  throw new ApiProblem(404, `There is no desk ${id}. There is ${desks.map(({ deskId }) => deskId).join(", ")}.`);
}

/**
 * The help-desk API, to be mounted at `/api/v1`: the calls of every desk under its own path, and of the first one without. Every error
 * is a problem document.
 */
export function helpDeskApi(desks: readonly [PageDesk, ...PageDesk[]], keys: readonly string[]): Hono {
  const [first] = desks;
  const app = new Hono();
  app.use(bearerOnly(keys));
  app.get("/openapi.json", (context) => context.json(openApiDocument(first.publicUrl)));
  for (const desk of desks) app.route(deskBase(desk.deskId), deskCalls(desk));
  for (const path of ["/desks/:desk", "/desks/:desk/*"] as const) {
    app.all(path, ({ req }) => noSuchDesk(req.param("desk"), desks));
  }
  app.route("/", deskCalls(first));
  app.onError((error, context) => {
    if (error instanceof ApiProblem) return problemAnswer(context, error);
    if (error instanceof BusyError) return busy(context);
    first.log.fault("A call of the help-desk API failed", {
      method: context.req.method,
      path: context.req.path,
      error,
    });
    return problemAnswer(context, new ApiProblem(500, FAILED));
  });
  return app;
}
