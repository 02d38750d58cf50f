import type { MiddlewareHandler } from "hono";

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "form-action 'self'"],
  ...["base-uri 'none'", "frame-ancestors 'none'"],
].join("; ");

/** What tells a browser to run no foreign or inline code, to guess no types, to tell nobody else and to show nothing framed. */
const SAFETY = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  // With "no-referrer" browsers send "Origin: null" with forms, so that a page could not post to its own server.
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
  "x-xss-protection": "0",
} as const;

/** The same, and to keep nothing: what an answer bears that is neither a page nor a file. */
export const API_SAFETY = { "cache-control": "no-store", ...SAFETY } as const;

/** What pages of other sites load, as far as the settings name them. */
const WIDGET = /^(?:\/desks\/[^/]+)?\/widget(?:\.js|\/)/;

/** What every answer tells the browser not to do: run foreign or inline code, guess types, tell others, show it framed, keep it; and a one-time link not to tell even ourselves. */
export function safetyHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { path } = context.req;
    const { headers } = context.res;
    for (const [name, value] of Object.entries(SAFETY)) headers.set(name, value);
    if (WIDGET.test(path)) headers.set("cross-origin-resource-policy", "cross-origin");
    if (!path.startsWith("/public/") && !path.endsWith("/widget.js")) headers.set("cache-control", "no-store");
    if (/^\/(?:enter|join)\//.test(path)) headers.set("referrer-policy", "no-referrer");
  };
}
