import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import { packageFile } from "../../package-root.ts";

const TYPES: Readonly<Record<string, string>> = {
  "desk.css": "text/css; charset=utf-8",
  "conversations.css": "text/css; charset=utf-8",
  "executive.css": "text/css; charset=utf-8",
  "desk.js": "text/javascript; charset=utf-8",
  "door.css": "text/css; charset=utf-8",
  "passkey.js": "text/javascript; charset=utf-8",
  "sitting.js": "text/javascript; charset=utf-8",
  "chair.svg": "image/svg+xml",
};

/** The desk's own script, style and mark under `/public/`, revalidated by their hash. */
export function staticFiles(): Hono {
  const app = new Hono();
  app.get("/public/:file", async (context) => {
    const name = context.req.param("file");
    const type = TYPES[name];
    if (type === undefined) return context.notFound();
    const content = await readFile(packageFile("adapters/web/public", name));
    const tag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
    const headers = { "Content-Type": type, ETag: tag, "Cache-Control": "no-cache" };
    if (context.req.header("If-None-Match") === tag) return context.body(null, 304, headers);
    return context.body(new Uint8Array(content), 200, headers);
  });
  return app;
}
