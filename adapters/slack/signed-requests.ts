import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { isRecord, type SlackPayload } from "./api.ts";

/** More than Slack ever sends at once, bytes. */
const LARGEST = 4 * 1024 * 1024;
/** What people do, by the type that Slack gives it, and for which Bolt has a listener. */
const ACTS: ReadonlySet<unknown> = new Set(["block_actions", "shortcut", "message_action", "view_submission"]);
/** What Slack says of itself. */
const NOTICES: ReadonlySet<unknown> = new Set(["url_verification", "app_rate_limited"]);

/** A body that Bolt takes as it was read before, in place of the stream. */
interface BufferedRequest extends IncomingMessage {
  rawBody?: Buffer;
}

/** The body; null where it is too large. Rejects where the caller went away. */
function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size <= LARGEST) chunks.push(chunk);
    });
    const whole = () => (chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    request.on("end", () => resolve(size > LARGEST ? null : whole()));
    request.on("error", reject).on("close", () => request.complete || reject(new Error("The caller went away")));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What the body says, read as Bolt reads it. */
function saidIn(body: Buffer, type: string | undefined): unknown {
  const text = body.toString();
  if (type !== "application/x-www-form-urlencoded") return parsed(text);
  const fields = new URLSearchParams(text);
  const payload = fields.get("payload");
  return payload === null ? Object.fromEntries(fields) : parsed(payload);
}

function isAct(said: Readonly<Record<string, unknown>>): boolean {
  if (!ACTS.has(said.type) || !isRecord(said.user)) return false;
  if (said.type === "view_submission") return isRecord(said.view);
  return said.type !== "block_actions" || (Array.isArray(said.actions) && said.actions.every(isRecord));
}

/** Whether Slack may have said it: Bolt ends the process, or leaves the caller waiting, over much that it never says. */
function isOfSlack(said: unknown): boolean {
  if (!isRecord(said)) return false;
  if (said.event !== undefined) return isRecord(said.event) && typeof said.event.type === "string";
  if (said.command !== undefined) return typeof said.command === "string" && said.actions === undefined;
  return said.ssl_check === "1" || NOTICES.has(said.type) || isAct(said);
}

function answer(response: ServerResponse, status: number): void {
  response.writeHead(status, status === 405 ? { Allow: "POST" } : {}).end();
}

/** Older than this a signature counts no more, seconds. */
const OLDEST_SIGNATURE = 5 * 60;

/** Whether Slack has signed the body within the last five minutes. */
function isSigned({ headers }: IncomingMessage, body: Buffer, signingSecret: string): boolean {
  const [signature, time] = [headers["x-slack-signature"], Number(headers["x-slack-request-timestamp"])];
  if (typeof signature !== "string" || !(time >= Math.floor(Date.now() / 1000) - OLDEST_SIGNATURE)) return false;
  const hash = createHmac("sha256", signingSecret).update(`v0:${time}:`).update(body).digest("hex");
  const [given, expected] = [Buffer.from(signature), Buffer.from(`v0=${hash}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Where what Slack sends is led. */
export interface SlackDoor {
  readonly signingSecret: string;
  /** Takes what happened; whatever people wait for goes to Bolt, which looks at the signature by itself. */
  readonly bolt: RequestListener;
  /** Whether it is for `keep` alone. */
  isKept(said: SlackPayload): boolean;
  /** Resolves when it is durable. */
  keep(said: SlackPayload): Promise<void>;
  /** Answers what could not be kept. */
  refuse(error: Error, response: ServerResponse): void;
}

/** Leads to Bolt what Slack may have sent and people wait for, and keeps what only happened; the rest it answers by itself, as the caller's fault. */
export function fromSlackAlone({ signingSecret, bolt, isKept, keep, refuse }: SlackDoor): RequestListener {
  const take = async (request: BufferedRequest, response: ServerResponse & { req: IncomingMessage }) => {
    if (request.method !== "POST") return answer(response, 405);
    const body = await bodyOf(request);
    if (body === null) return answer(response, 413);
    const said = saidIn(body, request.headers["content-type"]);
    if (!isOfSlack(said)) return answer(response, isSigned(request, body, signingSecret) ? 400 : 401);
    if (isRecord(said) && isKept(said)) {
      if (!isSigned(request, body, signingSecret)) return answer(response, 401);
      return keep(said).then(
        () => answer(response, 200),
        (error: Error) => refuse(error, response),
      );
    }
    request.rawBody = body;
    bolt(request, response);
  };
  return (request, response) => {
    // Only a caller that went away in the middle fails here.
    take(request, response).catch(() => response.destroy());
  };
}
