import { Hono } from "hono";
import type { Readiness } from "../readiness.ts";

/** `/healthz`: the process lives. `/readyz`: it can do its work. No key; nothing in them is secret. */
export function healthRoutes(ready: () => Promise<Readiness>): Hono {
  const app = new Hono();
  app.get("/healthz", (context) => context.json({ ok: true }));
  app.get("/readyz", async (context) => {
    const readiness = await ready().catch((): Readiness => ({ ok: false, checks: {} }));
    return context.json(readiness, readiness.ok ? 200 : 503);
  });
  return app;
}
