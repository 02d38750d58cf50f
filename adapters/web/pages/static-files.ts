import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Context, Hono } from "hono";
import { packageFile } from "../../package-root.ts";

const TYPES: Readonly<Record<string, string>> = {
  "desk.css": "text/css; charset=utf-8",
  "conversations.css": "text/css; charset=utf-8",
  "cases.css": "text/css; charset=utf-8",
  "explore.css": "text/css; charset=utf-8",
  "executive.css": "text/css; charset=utf-8",
  "weeks.css": "text/css; charset=utf-8",
  "settings.css": "text/css; charset=utf-8",
  "desk.js": "text/javascript; charset=utf-8",
  "door.css": "text/css; charset=utf-8",
  "passkey.js": "text/javascript; charset=utf-8",
  "list.js": "text/javascript; charset=utf-8",
  "sitting.js": "text/javascript; charset=utf-8",
  "customer.css": "text/css; charset=utf-8",
  "widget.js": "text/javascript; charset=utf-8",
  "chair.svg": "image/svg+xml",
};

/** One of our own files, revalidated by its hash; a 404 for any other name. */
export async function publicFile(context: Context, name: string): Promise<Response> {
  const type = TYPES[name];
  if (type === undefined) return context.notFound();
  const content = await readFile(packageFile("adapters/web/public", name));
  const tag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
  const headers = { "Content-Type": type, ETag: tag, "Cache-Control": "no-cache" };
  if (context.req.header("If-None-Match") === tag) return context.body(null, 304, headers);
  return context.body(new Uint8Array(content), 200, headers);
}

/** The desk's own scripts, styles and mark under `/public/`. */
export function staticFiles(): Hono {
  const app = new Hono();
  app.get("/public/:file", (context) => publicFile(context, context.req.param("file")));
  return app;
}
