import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // With "no-referrer" browsers send "Origin: null" with forms, so that a page could not post to its own server.
  referrerPolicy: "same-origin",
  strictTransportSecurity: false,
  xFrameOptions: "DENY",
});

/** What pages of other sites load, as far as the settings name them. */
const WIDGET = /^(?:\/desks\/[^/]+)?\/widget(?:\.js|\/)/;

/** What every answer tells the browser not to do: run foreign or inline code, guess types, tell others, show it framed, keep it; and a one-time link not to tell even ourselves. */
export function safetyHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await headers(context, next);
    const isWidget = WIDGET.test(context.req.path);
    const isAsset = context.req.path.startsWith("/public/") || context.req.path.endsWith("/widget.js");
    if (isWidget) context.header("Cross-Origin-Resource-Policy", "cross-origin");
    if (!isAsset) context.header("Cache-Control", "no-store");
    if (/^\/(?:enter|join)\//.test(context.req.path)) context.header("Referrer-Policy", "no-referrer");
  };
}
