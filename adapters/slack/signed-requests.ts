import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { isValidSlackRequest } from "@slack/bolt";
import { isRecord } from "./api.ts";

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

/** The body; null where it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).byteLength;
    if (size <= LARGEST) chunks.push(chunk as Buffer);
  }
  return size > LARGEST ? null : Buffer.concat(chunks);
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

/** Whether Slack has signed the body. */
function isSigned({ headers }: IncomingMessage, body: Buffer, signingSecret: string): boolean {
  const [signature, time] = [headers["x-slack-signature"], Number(headers["x-slack-request-timestamp"])];
  if (typeof signature !== "string" || !Number.isFinite(time)) return false;
  const signed = { "x-slack-signature": signature, "x-slack-request-timestamp": time };
  return isValidSlackRequest({ signingSecret, body: body.toString(), headers: signed });
}

/** Leads to Bolt what Slack may have sent, whose signature Bolt looks at; the rest it answers by itself, as the caller's fault. */
export function fromSlackAlone(signingSecret: string, bolt: RequestListener): RequestListener {
  const take = async (request: BufferedRequest, response: ServerResponse & { req: IncomingMessage }) => {
    if (request.method !== "POST") return answer(response, 405);
    const body = await bodyOf(request);
    if (body === null) return answer(response, 413);
    if (!isOfSlack(saidIn(body, request.headers["content-type"])))
      return answer(response, isSigned(request, body, signingSecret) ? 400 : 401);
    request.rawBody = body;
    bolt(request, response);
  };
  return (request, response) => {
    // Only a caller that went away in the middle fails here.
    take(request, response).catch(() => response.destroy());
  };
}
