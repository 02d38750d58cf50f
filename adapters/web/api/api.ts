import { Hono } from "hono";
import type { Desk } from "../desk.ts";
import { bearerOnly } from "./bearer.ts";
import { digestReadingRoutes } from "./digest.ts";
import { interactionRoutes } from "./interactions.ts";
import { openApiDocument } from "./openapi.ts";
import { ApiProblem, problemAnswer } from "./problem.ts";
import { idempotent } from "./receipt.ts";
import { surveyAnswerRoutes } from "./surveys.ts";

const FAILED = "The server failed at this. It may work if it is sent again; the log says what happened.";

/** The help-desk API, to be mounted at `/api/v1`. Every error is a problem document. */
export function helpDeskApi(desk: Desk, keys: readonly string[]): Hono {
  const app = new Hono();
  app.use(bearerOnly(keys));
  app.get("/openapi.json", (context) => context.json(openApiDocument(desk.publicUrl)));
  app.use(idempotent(desk));
  app.route("/", interactionRoutes(desk));
  app.route("/", surveyAnswerRoutes(desk));
  app.route("/", digestReadingRoutes(desk));
  app.all("*", (context) => {
    const call = `${context.req.method} ${context.req.path}`;
    return problemAnswer(
      context,
      new ApiProblem(404, `There is no ${call}. The calls are listed in /api/v1/openapi.json.`),
    );
  });
  app.onError((error, context) => {
    if (error instanceof ApiProblem) return problemAnswer(context, error);
    desk.log.fault("A call of the help-desk API failed", { method: context.req.method, path: context.req.path, error });
    return problemAnswer(context, new ApiProblem(500, FAILED));
  });
  return app;
}
