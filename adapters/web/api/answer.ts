import { API_SAFETY } from "../safety-headers.ts";

/**
 * An answer of the API with the safety headers that every answer bears. They stand in it from the beginning and in a plain object: to
 * put them into a response that is there takes as long as all else that the web server does with a call.
 */
export function apiAnswer(body: string, status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(body, { status, headers: { "content-type": "application/json", ...API_SAFETY, ...headers } });
}

/** The document as an answer of the API. */
export function jsonAnswer(document: object, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return apiAnswer(JSON.stringify(document), status, headers);
}
