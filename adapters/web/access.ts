import type { Context, MiddlewareHandler } from "hono";
import type { OwnAddress } from "./own-address.ts";
import { refusalPage } from "./refusal-page.ts";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request of that method only reads. */
export function isReading(method: string): boolean {
  return READING.has(method);
}

/** Answers only under the server's own names, so that no foreign name can be pointed at it. */
export function ownHostOnly(address: OwnAddress): MiddlewareHandler {
  return async (context, next) => {
    if (address.isOwnHost(context.req.header("host"))) return next();
    const text = `This server does not answer under that name. Open ${address.publicUrl}, or set PUBLIC_URL to the address people use.`;
    return context.text(`${text}\n`, 421);
  };
}

/** Lets only this server's own pages write; a request that says nothing of where it comes from is refused. */
export function sameOriginWrites(address: OwnAddress): MiddlewareHandler {
  return async (context, next) => {
    if (isReading(context.req.method) || isFromOwnPage(context, address)) return next();
    const { say } = context.get("spoken");
    return refusalPage(context, { status: 403, title: say("refusal.foreignTitle"), text: say("refusal.foreign") });
  };
}

/** A page that tells nobody where it was sends its forms with the origin `null`; the browser itself still says that they are ours. */
function isFromOwnPage(context: Context, address: OwnAddress): boolean {
  const site = context.req.header("sec-fetch-site");
  const origin = context.req.header("origin");
  const isOwnSite = site === "same-origin";
  const isForeignSite = site !== undefined && !isOwnSite;
  const isUntold = origin === "null" && isOwnSite;
  const isForeignOrigin = origin !== undefined && !isUntold && !address.isOwnOrigin(origin, context.req.header("host"));
  return !isForeignSite && !isForeignOrigin && (site !== undefined || origin !== undefined);
}
