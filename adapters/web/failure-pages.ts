import type { Context } from "hono";
import { html } from "hono/html";
import { HTTPException } from "hono/http-exception";
import { BUSY_FOR_S, BusyError, type Log } from "../../src/ports.ts";
import { API } from "./api/address.ts";
import { ApiProblem, problemAnswer } from "./api/problem.ts";
import { loggedPath } from "./enter-page.ts";
import { refusalPage } from "./refusal-page.ts";
import { LARGEST_BODY } from "./size-limit.ts";

function isApiCall(context: Context): boolean {
  return context.req.path === API || context.req.path.startsWith(`${API}/`);
}

/** What is answered where more was sent than is taken at once. */
export function tooLarge(context: Context): Response | Promise<Response> {
  const most = LARGEST_BODY / 1024;
  if (isApiCall(context)) {
    const problem = new ApiProblem(
      413,
      `That is more than ${most} KiB, so nothing was changed. Please send less at once.`,
    );
    return problemAnswer(problem);
  }
  const { say } = context.get("spoken");
  return refusalPage(context, {
    status: 413,
    title: say("refusal.tooMuchTitle"),
    text: say("refusal.tooMuch", { most }),
  });
}

/** What is answered where there is no such page. */
export function nothingHere(context: Context): Response | Promise<Response> {
  const { say } = context.get("spoken");
  const text = html`${say("refusal.nothing")} <a href="/">${say("refusal.lobby")}</a>`;
  return refusalPage(context, { status: 404, title: say("refusal.nothingTitle"), text });
}

function busy(context: Context): Response | Promise<Response> {
  context.header("Retry-After", String(BUSY_FOR_S));
  const { say } = context.get("spoken");
  return refusalPage(context, { status: 503, title: say("refusal.busyTitle"), text: say("refusal.busy") });
}

function notUnderstood(context: Context, { status }: HTTPException): Response | Promise<Response> {
  const { say } = context.get("spoken");
  return refusalPage(context, { status, title: say("refusal.unclearTitle"), text: say("refusal.unclear") });
}

/** What is answered where a page failed; the log says why, unless it was the caller's to mend or passes by itself. */
export function failedBy(log: Log) {
  return (error: unknown, context: Context): Response | Promise<Response> => {
    if (error instanceof HTTPException) return notUnderstood(context, error);
    if (error instanceof BusyError) return busy(context);
    log.fault("A page failed", { method: context.req.method, path: loggedPath(context.req.path), error });
    const { say } = context.get("spoken");
    return refusalPage(context, { status: 500, title: say("refusal.failedTitle"), text: say("refusal.failed") });
  };
}
