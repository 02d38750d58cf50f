import type { IncomingMessage, ServerResponse } from "node:http";
import type { Failure, Faults } from "./faults.ts";
import type { Json } from "./json.ts";
import type { TimeSource } from "./time.ts";

/** What a request gets back. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Json | string;
}

/** The whole body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Answers with JSON, or with text as it stands. */
export function answer(response: ServerResponse, { status, headers, body }: Answer): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? "text/plain" : "application/json; charset=utf-8";
  response.writeHead(status, { "content-type": type, ...headers }).end(text);
}

/**
 * Does the work and answers with it, unless a fault strikes: one "before" keeps the work from being done, one
 * "after-commit" lets it be done and spoils the answer.
 */
export async function answerWithFaults(
  response: ServerResponse,
  request: { readonly name: string; readonly args: Readonly<Record<string, string>>; work(): Answer },
  { faults, time }: { readonly faults: Faults; readonly time: TimeSource },
): Promise<void> {
  const before = faults.strike(request.name, "before", request.args);
  if (before && (await fail(response, before, time))) return;
  const result = request.work();
  const after = faults.strike(request.name, "after-commit", request.args);
  if (after && (await fail(response, after, time))) return;
  answer(response, result);
}

/** Fails the request; false if it is only late and is still to be answered. */
async function fail(response: ServerResponse, failure: Failure, time: TimeSource): Promise<boolean> {
  if ("slowMs" in failure) {
    await new Promise<void>((resolve) => time.after(failure.slowMs, resolve));
    return false;
  }
  if ("drop" in failure) {
    if (failure.drop === "fin") response.socket?.end();
    else response.socket?.resetAndDestroy();
  } else if ("retryAfter" in failure) answer(response, rateLimited(failure.retryAfter));
  else if ("page" in failure) answer(response, pageOf(failure));
  else if ("status" in failure) answer(response, { status: failure.status, body: `upstream error ${failure.status}` });
  else answer(response, { status: 200, body: { ok: false, error: failure.error } });
  return true;
}

/** What is no JSON goes as a page. */
function pageOf({ page, as = 200 }: Extract<Failure, { page: string }>): Answer {
  const type = page.startsWith("{") || page.startsWith("[") ? "application/json" : "text/html; charset=utf-8";
  return { status: as, headers: { "content-type": type }, body: page };
}

/** Slack's answer to one who asks too often; `seconds` until it may ask again. */
export function rateLimited(seconds: number): Answer {
  const headers = { "retry-after": String(seconds) };
  return { status: 429, headers, body: { ok: false, error: "ratelimited" } };
}
