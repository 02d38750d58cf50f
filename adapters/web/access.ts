import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { isSameSecret } from "./constant-time.ts";
import type { OwnAddress } from "./own-address.ts";
import { refusalPage } from "./refusal-page.ts";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

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
    if (READING.has(context.req.method) || isFromOwnPage(context, address)) return next();
    const text = "This was sent from another site, so nothing was changed. Please use the page of this desk itself.";
    return refusalPage(context, { status: 403, title: "Not sent from here", text });
  };
}

function isFromOwnPage(context: Context, address: OwnAddress): boolean {
  const site = context.req.header("sec-fetch-site");
  const origin = context.req.header("origin");
  const isForeignSite = site !== undefined && site !== "same-origin";
  const isForeignOrigin = origin !== undefined && !address.isOwnOrigin(origin, context.req.header("host"));
  return !isForeignSite && !isForeignOrigin && (site !== undefined || origin !== undefined);
}

/** Who may sit at the desk: whoever opened the printed address once; its key lives on in a cookie of this browser. */
export function deskKeyOnly(address: OwnAddress, deskKey: string): MiddlewareHandler {
  return async (context, next) => {
    const given = READING.has(context.req.method) ? context.req.query("key") : undefined;
    if (given !== undefined) return isSameSecret(given, deskKey) ? letIn(context, address, deskKey) : wrongKey(context);
    const held = getCookie(context, cookieName(address));
    if (held !== undefined && isSameSecret(held, deskKey)) return next();
    return noKey(context);
  };
}

/** Cookies do not tell ports apart, so the name does: two desks on one machine stay two. */
function cookieName(address: OwnAddress): string {
  return `emptychair-${address.port}`;
}

function letIn(context: Context, address: OwnAddress, deskKey: string): Response {
  const isSecure = address.publicUrl === `https://${context.req.header("host")}`;
  setCookie(context, cookieName(address), deskKey, { path: "/", httpOnly: true, sameSite: "Strict", secure: isSecure });
  const { pathname, searchParams } = new URL(context.req.url);
  searchParams.delete("key");
  const query = searchParams.size > 0 ? `?${searchParams}` : "";
  return context.redirect(`${pathname.replace(/^\/+/, "/")}${query}`, 303);
}

function wrongKey(context: Context): Response | Promise<Response> {
  const text =
    "This key doesn’t fit. Open the link that was printed when Empty Chair last started, or ask whoever runs it.";
  return refusalPage(context, { status: 403, title: "That key does not fit", text });
}

/** A strict cookie stays away when a link on another site is followed; asked again from here, the browser sends it. */
function noKey(context: Context): Response | Promise<Response> {
  const again = context.req.method === "GET" && context.req.header("sec-fetch-site") === "cross-site";
  const text =
    "You need the link with the key. It was printed in the terminal when Empty Chair started; ask whoever runs it.";
  return refusalPage(context, { status: 401, title: "Key needed", text, again });
}
