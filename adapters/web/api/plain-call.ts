import type { IncomingMessage } from "node:http";
import type { OwnAddress } from "../own-address.ts";
import { LARGEST_BODY } from "../size-limit.ts";

/** What help desks call again and again, written without anything that is to be read as something else. */
const PLAIN = /^\/api\/v1(?:\/desks\/([\w-]+))?\/interactions(?:\/[\w~:@-][\w.~:@-]*(?:\/(?:entries|resolve))?)?$/;

function hasPlainBody({ method, headers }: Pick<IncomingMessage, "method" | "headers">): boolean {
  const { "content-length": length, "transfer-encoding": coding } = headers;
  if (coding !== undefined) return false;
  if (method === "GET") return length === undefined;
  return method === "POST" && length !== undefined && Number(length) <= LARGEST_BODY;
}

/**
 * The desk whose path a call of the API stands under, as `{ desk }`, undefined in it where it stands under none. Null where one of the rules of the pages
 * could stop the request or change it, or where it is no such call: then it goes through all of them.
 */
export function plainCall(
  request: Pick<IncomingMessage, "method" | "url" | "headers">,
  address: Pick<OwnAddress, "isOwnHost">,
): { readonly desk: string | undefined } | null {
  const found = PLAIN.exec(request.url ?? "");
  if (found === null || !hasPlainBody(request) || !address.isOwnHost(request.headers.host)) return null;
  return { desk: found[1] };
}
