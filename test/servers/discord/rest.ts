import type { IncomingMessage, ServerResponse } from "node:http";
import { findAttachment } from "./attachments.ts";
import type { Failure, Fault, Faults } from "./faults.ts";
import { signAttachment } from "./message-payloads.ts";
import type { InvalidRequests } from "./rate-limits.ts";
import { type AnswerOptions, type AskedFor, answer, type FullReply } from "./rest-answers.ts";
import { type ReadBody, readBody, readBytes } from "./rest-body.ts";
import { createRouter, type Found, type Route } from "./routes.ts";
import type { World } from "./world.ts";

/** A call as it came, for tests to look at. */
export interface RecordedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The route in Discord's words; null if there is none. */
  readonly route: string | null;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Names of the files sent along. */
  readonly files: readonly string[];
  readonly withBotToken: boolean;
  /** The answer's status; 0 if there was no answer. */
  status: number;
}

export interface RestOptions extends AnswerOptions {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly requests: RecordedRequest[];
}

const BASE = "/api/v10";

/** Answers one call over HTTP as Discord does. */
export function createRest(
  options: RestOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const route = createRouter(options.routes);
  return async (request, response) => {
    const url = new URL(request.url ?? "/", "http://local");
    response.setHeader("date", new Date(options.world.time.now()).toUTCString());
    if (url.pathname.startsWith("/attachments/")) return sendAttachment(options.world, url, response);
    const bytes = await readBytes(request);
    const found = url.pathname.startsWith(`${BASE}/`)
      ? route(request.method ?? "", url.pathname.slice(BASE.length))
      : undefined;
    if (!found) options.complain(`There is no route ${request.method} ${decodeURIComponent(url.pathname)}.`);
    const body = await readBody(bytes, request.headers["content-type"] ?? "");
    const recorded = record(options.world, request, url, found, body);
    options.requests.push(recorded);
    const asked = { found, url, body, authorization: request.headers.authorization ?? "" };
    const reply = await replyTo(options, asked, response);
    if (!reply) return;
    recorded.status = reply.status;
    countIfInvalid(options.invalid, reply);
    send(response, reply);
  };
}

function record(
  world: World,
  { method = "", headers }: IncomingMessage,
  url: URL,
  found: Found | undefined,
  { json, files }: ReadBody,
): RecordedRequest {
  return {
    at: world.time.now(),
    method,
    path: decodeURIComponent(url.pathname).replace(BASE, ""),
    route: found?.route.on ?? null,
    query: Object.fromEntries(url.searchParams),
    body: json,
    files: files.map(({ filename }) => filename),
    withBotToken: headers.authorization !== undefined,
    status: 0,
  };
}

/** The answer, or what a fault makes of it; nothing if the connection is gone. Only what was done fails after it. */
async function replyTo(options: RestOptions, asked: AskedFor, response: ServerResponse): Promise<FullReply | null> {
  const on = asked.found?.route.on ?? "";
  const failed = async (when: Fault["when"], otherwise: () => FullReply): Promise<FullReply | null> => {
    const failure = options.faults.take(on, when);
    if (failure === undefined) return otherwise();
    return failing(failure, response, otherwise);
  };
  const reply = await failed("before", () => answer(options, asked));
  return reply && reply.status < 400 ? failed("after-commit", () => reply) : reply;
}

async function failing(
  failure: Failure,
  response: ServerResponse,
  otherwise: () => FullReply,
): Promise<FullReply | null> {
  if (failure === "end") response.socket?.end();
  else if (failure === "reset") response.socket?.resetAndDestroy();
  if (typeof failure === "string") return null;
  if ("page" in failure) {
    const type = /^[{[]/.test(failure.page) ? { "content-type": "application/json" } : {};
    return { status: failure.as ?? 200, body: failure.page, headers: type };
  }
  if ("status" in failure) {
    const message = failure.status === 401 ? "401: Unauthorized" : `${failure.status}: Error`;
    return { status: failure.status, body: { message, code: 0 } };
  }
  await new Promise((resolve) => setTimeout(resolve, failure.slowMs).unref());
  return otherwise();
}

function countIfInvalid(invalid: InvalidRequests, { status, headers }: FullReply): void {
  const shared = headers?.["x-ratelimit-scope"] === "shared";
  if ([401, 403, 429].includes(status) && !shared) invalid.count();
}

function send(response: ServerResponse, { status, body, headers }: FullReply): void {
  if (response.destroyed) return;
  const type =
    body === undefined ? {} : { "content-type": typeof body === "string" ? "text/html" : "application/json" };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined || typeof body === "string" ? body : JSON.stringify(body));
}

/** An attachment's bytes; a wrong or expired address gives 404. */
function sendAttachment(world: World, url: URL, response: ServerResponse): void {
  const [, , channelId = "", id = ""] = url.pathname.split("/");
  const expires = url.searchParams.get("ex") ?? "";
  const file = findAttachment(world, channelId, id);
  const signed = url.searchParams.get("hm") === signAttachment(id, expires);
  if (file && signed && Number.parseInt(expires, 16) > world.time.now()) {
    response.writeHead(200, { "content-type": file.contentType });
    response.end(file.content);
  } else send(response, { status: 404, body: "This content is no longer available." });
}
